import { assert, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dnsNames, signatureHash } from '../../../src/adapters/mail-network/certificate/fields.ts';
import { nameProblem } from '../../../src/adapters/mail-network/certificate/names.ts';
import { issue } from '../../support/mail-zoo/authority.ts';

describe('the names of a certificate', () => {
  it.each<[string, string[]]>([
    ['mail.example.org', ['mail.example.org']],
    ['mail.example.org', ['MAIL.Example.ORG.']],
    ['mail.example.org', ['*.example.org']],
    ['mail.example.org', ['*.org', '*.example.org']],
  ])('cover %s: %j', (host, names) => {
    expect(nameProblem(host, names)).toBeUndefined();
  });

  it.each<[string, string[], string]>([
    ['mail.example.org', [], 'no-names'],
    ['mail.example.org', ['example.org'], 'name-mismatch'],
    ['a.mail.example.org', ['*.example.org'], 'name-mismatch'],
    ['example.org', ['*.example.org'], 'name-mismatch'],
    ['mail.example.org', ['m*.example.org'], 'strange-name'],
    ['mail.example.org', ['*'], 'strange-name'],
    ['mail.example.org', ['mail.example.org\0.evil.com'], 'strange-name'],
    ['mail.example.org', ['mail.example.org:993'], 'strange-name'],
    ['example.org', ['*.org'], 'wildcard-too-wide'],
    ['example.co.uk', ['*.co.uk'], 'wildcard-too-wide'],
    ['me.github.io', ['*.github.io'], 'wildcard-too-wide'],
  ])('do not cover %s: %j', (host, names, problem) => {
    expect(nameProblem(host, names)).toBe(problem);
  });
});

describe('the fields of a certificate', () => {
  it('are read from its bytes', async () => {
    const { certificate } = await issue({ names: ['a.example.org', 'b\0.example.org'] });

    expect(dnsNames(Buffer.from(certificate.rawData))).toEqual(['a.example.org', 'b\0.example.org']);
  });

  it.each([
    [{ hash: 'SHA-1' }, 'SHA-1'],
    [{ hash: 'SHA-256' }, 'SHA-256'],
    [{ rsaBits: 2_048 }, 'SHA-256'],
  ] as const)('tell the hash of the signature: %j', async (options, hash) => {
    const { certificate } = await issue(options);

    expect(signatureHash(Buffer.from(certificate.rawData))).toBe(hash);
  });

  it('are never a reason to fail, whatever the bytes', () => {
    assert(
      property(uint8Array({ maxLength: 200 }), (bytes) => {
        expect(dnsNames(Buffer.from(bytes))).toBeInstanceOf(Array);
        signatureHash(Buffer.from(bytes));
      }),
    );
  });

  it('survive a flipped byte anywhere', async () => {
    const raw = Buffer.from((await issue({ names: ['a.example.org'] })).certificate.rawData);

    for (let i = 0; i < raw.length; i += 1) {
      const damaged = Buffer.from(raw);
      damaged[i] = (damaged[i] ?? 0) ^ 0xff;
      expect(dnsNames(damaged)).toBeInstanceOf(Array);
    }
  });
});
