import { derChildren, derNodes, type DerNode } from './der.ts';

/** Object identifiers as the hex of their DER content. */
const SAN = '551d11';
const RSA_PSS = '2a864886f70d01010a';
const HASH_OF_SIGNATURE: Record<string, string> = {
  '2a864886f70d010102': 'MD2',
  '2a864886f70d010104': 'MD5',
  '2a864886f70d010105': 'SHA-1',
  '2a864886f70d01010b': 'SHA-256',
  '2a864886f70d01010c': 'SHA-384',
  '2a864886f70d01010d': 'SHA-512',
  '2a864886f70d01010e': 'SHA-224',
  '2a8648ce3d0401': 'SHA-1',
  '2a8648ce3d040301': 'SHA-224',
  '2a8648ce3d040302': 'SHA-256',
  '2a8648ce3d040303': 'SHA-384',
  '2a8648ce3d040304': 'SHA-512',
  '2a8648ce380403': 'SHA-1',
};
const HASHES: Record<string, string> = {
  '2b0e03021a': 'SHA-1',
  '608648016503040201': 'SHA-256',
  '608648016503040202': 'SHA-384',
  '608648016503040203': 'SHA-512',
};

const CONTEXT_0 = 0xa0;
const EXTENSIONS = 0xa3;
const OCTET_STRING = 0x04;
const DNS_NAME = 0x82;

/** Hash that the certificate is signed with (RFC 5280, 4055, 5758); undefined where there is none or we do not know it. */
export function signatureHash(certificate: Buffer): string | undefined {
  const algorithm = derChildren(derChildren(derNodes(certificate)[0])[1]);
  const oid = algorithm[0]?.content.toString('hex') ?? '';
  return oid === RSA_PSS ? pssHash(algorithm[1]) : HASH_OF_SIGNATURE[oid];
}

/** RSASSA-PSS names its hash in its parameters; left out it is SHA-1 (RFC 4055). */
function pssHash(parameters: DerNode | undefined): string | undefined {
  const hash = derChildren(parameters).find((node) => node.tag === CONTEXT_0);
  if (!hash) return 'SHA-1';
  return HASHES[derChildren(derChildren(hash)[0])[0]?.content.toString('hex') ?? ''];
}

/** DNS names of the subject alternative name extension, byte for byte: Node's own text of them is quoted and ambiguous. */
export function dnsNames(certificate: Buffer): string[] {
  const fields = derChildren(derChildren(derNodes(certificate)[0])[0]);
  const extensions = derChildren(derChildren(fields.find((node) => node.tag === EXTENSIONS))[0]);
  const san = extensions.map(derChildren).find(([oid]) => oid?.content.toString('hex') === SAN);
  const value = san?.find((node) => node.tag === OCTET_STRING);
  const names = value ? derChildren(derNodes(value.content)[0]) : [];
  return names.filter((node) => node.tag === DNS_NAME).map((node) => node.content.toString('latin1'));
}
