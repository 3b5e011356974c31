import { beforeAll, describe, expect, it } from 'vitest';
import { issue, type CertificateOptions, type Issued } from '../../support/mail-zoo/authority.ts';
import { mailServer } from '../../support/mail-zoo/keeper.ts';
import { HOST, openZoo, visit, type Zoo } from '../../support/mail-zoo/zoo.ts';

let zoo: Zoo;
beforeAll(async () => {
  zoo = await openZoo();
});

/** A leaf for HOST under the zoo's intermediate, with one thing changed. */
function leaf(changed: CertificateOptions): Promise<Issued> {
  return issue({ names: [HOST], issuer: zoo.intermediate, send: [zoo.intermediate], ...changed });
}

async function under(intermediate: CertificateOptions): Promise<Issued> {
  const issuer = await issue({ subject: 'CN=Other Intermediate', ca: true, issuer: zoo.root, ...intermediate });
  return leaf({ issuer, send: [issuer] });
}

async function longChain(length: number): Promise<Issued> {
  const send: Issued[] = [zoo.intermediate];
  for (let i = 0; i < length - 3; i += 1) {
    send.unshift(await issue({ subject: `CN=Link ${i}`, ca: true, issuer: send[0] ?? zoo.root }));
  }
  return leaf({ issuer: send[0] ?? zoo.root, send });
}

const MANY_NAMES = Array.from({ length: 3_000 }, (_, i) => `n${i}.example.org`);

describe('a certificate', () => {
  it.each<[string, () => Promise<Issued>, string[], string]>([
    ['with a matching wildcard', () => leaf({ names: ['*.example.org'] }), ['encrypted'], 'good'],
    ['with 3,000 names', () => leaf({ names: [...MANY_NAMES, HOST] }), ['encrypted'], 'good'],
    ['at the end of 61', () => longChain(61), ['encrypted'], 'good'],
    ['that has expired', () => leaf({ from: -90, to: -1 }), ['certificate-expired'], 'broken'],
    ['that is not valid yet', () => leaf({ from: 2 }), ['certificate-not-yet-valid'], 'broken'],
    ['that expires soon', () => leaf({ to: 5 }), ['certificate-expires-soon', 'encrypted'], 'good'],
    [
      'under an expired intermediate',
      () => under({ from: -90, to: -1 }),
      ['certificate-intermediate-expired'],
      'broken',
    ],
    ['without its intermediate', () => leaf({ send: [] }), ['certificate-incomplete-chain'], 'broken'],
    ['that signed itself', () => issue({ names: [HOST] }), ['certificate-self-signed'], 'broken'],
    [
      'that signed itself and has expired',
      () => issue({ names: [HOST], from: -9, to: -1 }),
      ['certificate-expired', 'certificate-self-signed'],
      'broken',
    ],
    ['of an unknown authority', () => strangerLeaf(), ['certificate-unknown-issuer'], 'broken'],
    ['for another name', () => leaf({ names: ['other.example.org'] }), ['certificate-name-mismatch'], 'broken'],
    [
      'whose wildcard is too deep',
      () => leaf({ names: ['*.mail.example.org'] }),
      ['certificate-name-mismatch'],
      'broken',
    ],
    [
      'with the name only as common name',
      () => leaf({ subject: `CN=${HOST}`, names: [] }),
      ['certificate-no-names'],
      'broken',
    ],
    [
      'with a NUL in its name',
      () => leaf({ names: [`${HOST}\0.evil.example`] }),
      ['certificate-strange-name'],
      'broken',
    ],
    ['for another purpose', () => leaf({ purposes: ['1.3.6.1.5.5.7.3.4'] }), ['certificate-wrong-purpose'], 'broken'],
    ['with a short key', () => leaf({ rsaBits: 1_024 }), ['certificate-weak-key', 'encrypted'], 'risky'],
    ['signed with SHA-1', () => leaf({ hash: 'SHA-1' }), ['certificate-weak-signature', 'encrypted'], 'risky'],
  ])('%s', async (_, make, findings, verdict) => {
    const credentials = await make();
    const behaviour = mailServer({ protocol: 'imap', implicit: true, credentials: lenient(credentials) });

    const found = await visit({ zoo, port: 993, behaviour });

    expect(found.port.findings).toEqual(findings);
    expect(found.check.verdict).toBe(verdict);
  });

  it('is shown cut where it has very many names', async () => {
    const credentials = await leaf({ names: [...MANY_NAMES, HOST] });
    const behaviour = mailServer({ protocol: 'imap', implicit: true, credentials });

    const { port } = await visit({ zoo, port: 993, behaviour });

    expect(port.certificate?.names).toHaveLength(20);
  });
});

async function strangerLeaf(): Promise<Issued> {
  const root = await issue({ subject: 'CN=Stranger', ca: true });
  return leaf({ issuer: root, send: [root] });
}

/** Lets the server itself use what it should not. */
function lenient({ cert, key }: Issued) {
  return { cert, key, ciphers: 'DEFAULT@SECLEVEL=0' };
}
