import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Certificate, ContentInfo, SignedData } from 'pkijs';
import { describe, expect, it } from 'vitest';
import { createSigner, signingFault, type SigningFiles } from '../../../src/bot/signing/index.ts';
import { EC, RSA, signingPair } from '../../support/signing-pair.ts';

const NOW = Date.UTC(2026, 10, 25);
function read(base64: string): SignedData {
  const message = ContentInfo.fromBER(Uint8Array.from(Buffer.from(base64, 'base64')));
  expect(message.contentType).toBe(ContentInfo.SIGNED_DATA);
  return new SignedData({ schema: message.content as unknown });
}

describe('a signed file', () => {
  it.each([
    ['P-256', EC],
    ['RSA', RSA],
  ])('by a %s key holds the file, its certificate, and a signature that is true of both', async (_, algorithm) => {
    const files = await signingPair(NOW, algorithm);

    const signed = read(await createSigner(files, () => NOW)('<plist>信箱</plist>'));

    expect(new TextDecoder().decode(signed.encapContentInfo.eContent?.getValue())).toBe('<plist>信箱</plist>');
    expect(signed.certificates).toHaveLength(1);
    const [own] = (signed.certificates ?? []) as Certificate[];
    expect(own?.subject.typesAndValues[0]?.value.valueBlock.value).toBe('Help desk of Example');
    expect(await signed.verify({ signer: 0, checkDate: new Date(NOW), checkChain: false })).toBe(true);
  });

  it('that was changed afterwards is no longer true', async () => {
    const files = await signingPair(NOW);
    const bytes = Buffer.from(await createSigner(files, () => NOW)('imap.example.com'), 'base64');
    bytes[bytes.indexOf('imap.example.com')] = 'x'.charCodeAt(0);

    const changed = read(bytes.toString('base64'));

    expect(await changed.verify({ signer: 0, checkChain: false }).catch(() => false)).toBe(false);
  });

  it('carries the certificates above the signer’s, as they stand in the file', async () => {
    const [own, above] = [await signingPair(NOW), await signingPair(NOW)];
    writeFileSync(own.certFile, readFileSync(own.certFile, 'utf8') + readFileSync(above.certFile, 'utf8'));

    expect(read(await createSigner(own, () => NOW)('x')).certificates).toHaveLength(2);
  });
});

describe('a pair that cannot sign', () => {
  it.each<[string, (files: SigningFiles & { folder: string }) => Partial<SigningFiles>, string]>([
    ['no certificate', ({ folder }) => ({ certFile: join(folder, 'none.pem') }), 'certificate-unreadable'],
    ['a certificate that is none', ({ keyFile }) => ({ certFile: keyFile }), 'certificate-unreadable'],
    ['no key', ({ folder }) => ({ keyFile: join(folder, 'none.pem') }), 'key-unreadable'],
    ['a key that is none', ({ certFile }) => ({ keyFile: certFile }), 'key-unreadable'],
  ])('for %s is named so', async (_, change, fault) => {
    const files = await signingPair(NOW);

    expect(await signingFault({ ...files, ...change(files) }, NOW)).toBe(fault);
  });

  it('is one of two halves that do not fit, or out of date, or of a kind that nobody checks', async () => {
    const [one, other, old] = [await signingPair(NOW), await signingPair(NOW), await signingPair(NOW, EC, NOW - 1)];
    const ed25519 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(join(one.folder, 'ed.pem'), ed25519);

    expect(await signingFault({ ...one, keyFile: other.keyFile }, NOW)).toBe('pair-mismatch');
    expect(await signingFault({ ...one, keyFile: join(one.folder, 'ed.pem') }, NOW)).toBe('pair-mismatch');
    expect(await signingFault(old, NOW)).toBe('certificate-expired');
    expect(await signingFault(one, NOW)).toBeUndefined();
  });

  it('never tells what is in the key', async () => {
    const files = await signingPair(NOW);
    writeFileSync(files.keyFile, 'sekrit-key-material');

    await expect(createSigner(files, () => NOW)('x')).rejects.toThrow(/^files cannot be signed: key-unreadable$/);
  });
});
