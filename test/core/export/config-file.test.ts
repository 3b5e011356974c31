import { describe, expect, it } from 'vitest';
import { CONFIG_FORMATS, configFile } from '../../../src/core/export/index.ts';
import type { AccountOf } from '../../../src/core/export/account.ts';
import type { ConfigFormat, Provider, TraitCode } from '../../../src/core/model.ts';
import { profileFaults } from '../../support/published/apple-profile.ts';
import { readAutoconfig } from '../../support/published/autoconfig-file.ts';
import { readPlist } from '../../support/published/plist-reader.ts';
import { testKnowledge } from '../../support/knowledge.ts';
import { provider, server } from '../providers/samples.ts';

const imap = server();
const pop3 = server({ protocol: 'pop3', host: 'pop.example.com', port: 995 });
const smtp = server({ protocol: 'smtp', host: 'smtp.example.com', port: 587, security: 'starttls' });
const MAILBOX = provider({ servers: [imap, pop3, smtp] });

function made(part: Partial<Provider>, format: ConfigFormat, whose: AccountOf = {}): string {
  const file = configFile(provider({ servers: [imap, pop3, smtp], ...part }), format, whose, 'en');
  return 'no' in file ? file.no : file.content;
}

function mailPayload(profile: string): Record<string, unknown> {
  const read = readPlist(profile) as { PayloadContent: Record<string, unknown>[] };
  return read.PayloadContent[0] ?? {};
}

function known(id: string): Provider {
  const found = testKnowledge().provider(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

function traits(...codes: TraitCode[]): Pick<Provider, 'traits'> {
  return { traits: codes.map((code) => ({ code, facts: {}, sources: [], confidence: 'high' })) };
}

/** A Thunderbird file with a fault throws. */
function faultsOf(format: ConfigFormat, content: string): string[] {
  if (format === 'mobileconfig') return profileFaults(readPlist(content));
  return readAutoconfig(content).domain.length > 0 ? [] : ['no domain'];
}

describe('an Apple configuration profile', () => {
  it('holds one mail account, both ways, for the address', () => {
    const profile = made({}, 'mobileconfig', { address: 'Kim@example.com' });

    expect(profileFaults(readPlist(profile))).toEqual([]);
    expect(mailPayload(profile)).toMatchObject({
      EmailAccountType: 'EmailTypeIMAP',
      EmailAddress: 'Kim@example.com',
      IncomingMailServerHostName: 'imap.example.com',
      IncomingMailServerPortNumber: 993,
      IncomingMailServerUseSSL: true,
      IncomingMailServerUsername: 'Kim@example.com',
      OutgoingMailServerHostName: 'smtp.example.com',
      OutgoingMailServerPortNumber: 587,
      OutgoingMailServerUseSSL: true,
      OutgoingMailServerUsername: 'Kim@example.com',
    });
  });

  it('is the same for the same address, and another for another', () => {
    const [kim, again, lee] = ['kim@example.com', 'KIM@example.com', 'lee@example.com'].map(
      (address) => readPlist(made({}, 'mobileconfig', { address })) as Record<string, unknown>,
    );

    expect(kim?.['PayloadUUID']).toBe(again?.['PayloadUUID']);
    expect(kim?.['PayloadUUID']).not.toBe(lee?.['PayloadUUID']);
    expect(mailPayload(made({}, 'mobileconfig', { address: 'kim@example.com' }))['PayloadUUID']).not.toBe(
      kim?.['PayloadUUID'],
    );
  });

  it('without an address lets the device ask for it', () => {
    const payload = mailPayload(made({}, 'mobileconfig'));

    expect(Object.keys(payload).filter((key) => /Address|Username/.test(key))).toEqual([]);
  });

  it('has the user name in the form that each server wants', () => {
    const icloud = configFile(known('icloud'), 'mobileconfig', { address: 'kim@icloud.com' }, 'en');

    expect(mailPayload('no' in icloud ? icloud.no : icloud.content)).toMatchObject({
      IncomingMailServerUsername: 'kim',
      OutgoingMailServerUsername: 'kim@icloud.com',
    });
  });

  it('leaves out a user name that cannot be told, and falls back to POP3', () => {
    const servers = [{ ...pop3, username: 'other' as const }, smtp];
    const payload = mailPayload(made({ servers }, 'mobileconfig', { address: 'kim@example.com' }));

    expect(payload['EmailAccountType']).toBe('EmailTypePOP');
    expect(payload['IncomingMailServerUsername']).toBeUndefined();
  });

  it.each(['<b>&"\'@example.com', 'kim\u0000\u0008\uFFFF@example.com', ']]>@example.com', '${x}{{y}}@example.com'])(
    'is still one when the address is %j',
    (address) => {
      const profile = made({ names: { en: '<&"]]>' } }, 'mobileconfig', { address });

      expect(profileFaults(readPlist(profile))).toEqual([]);
      expect(mailPayload(profile)['EmailAccountDescription']).toBe('<&"]]>');
    },
  );
});

describe('a Thunderbird file', () => {
  it('lists all encrypted servers in order of preference, with places instead of an address', () => {
    const plain = server({ host: 'old.example.com', port: 143, security: 'none' });
    const xml = made({ servers: [imap, pop3, smtp, plain] }, 'autoconfig', { address: 'kim@example.com' });
    const file = readAutoconfig(xml);

    expect(file.domain).toEqual(['example.com']);
    expect(file.incomingServer.map((one) => [one['@_type'], one.hostname, one.port, one.socketType])).toEqual([
      ['imap', 'imap.example.com', '993', 'SSL'],
      ['pop3', 'pop.example.com', '995', 'SSL'],
    ]);
    expect(file.outgoingServer).toMatchObject([{ port: '587', socketType: 'STARTTLS', username: '%EMAILADDRESS%' }]);
    expect(xml).not.toContain('kim');
  });

  it.each<[TraitCode[], string[]]>([
    [['oauth2-only'], ['OAuth2']],
    [['oauth2-offered'], ['OAuth2', 'password-cleartext']],
    [[], ['password-cleartext']],
  ])('with %s signs in by %s', (codes, ways) => {
    const file = readAutoconfig(made(traits(...codes), 'autoconfig'));

    expect(file.incomingServer[0]?.authentication).toEqual(ways);
  });

  it('of one domain speaks for no domain with other servers', () => {
    const gmx = configFile(known('gmx'), 'autoconfig', { domain: 'gmx.com' }, 'en');
    const file = readAutoconfig('no' in gmx ? gmx.no : gmx.content);

    expect(file.domain).toContain('gmx.com');
    expect(file.domain).not.toContain('gmx.de');
    expect(file.incomingServer[0]?.hostname).toBe('imap.gmx.com');
  });

  it('of a company’s own domain names it first', () => {
    const file = configFile(MAILBOX, 'autoconfig', { address: 'kim@company.example' }, 'en');

    expect(file).toMatchObject({ name: 'company.example.xml' });
    expect('no' in file ? [] : readAutoconfig(file.content).domain).toEqual(['company.example', 'example.com']);
  });
});

describe('no file', () => {
  it.each<[string, string]>([
    ['tuta', 'no-access'],
    ['hey', 'no-access'],
    ['proton', 'bridge'],
    ['coremail', 'no-access'],
    ['mailgun', 'no-access'],
  ])('is made for %s: %s', (id, reason) => {
    for (const format of CONFIG_FORMATS) expect(configFile(known(id), format, {}, 'en')).toEqual({ no: reason });
  });

  it('is made where only one direction is known, or only plaintext, or only abroad', () => {
    expect(made({ servers: [imap] }, 'autoconfig')).toBe('incomplete');
    expect(made({ servers: [imap, { ...smtp, security: 'none' }] }, 'mobileconfig')).toBe('incomplete');
    expect(made({ servers: [imap, { ...smtp, scope: 'overseas' }] }, 'mobileconfig')).toBe('incomplete');
    expect(made({ servers: [] }, 'mobileconfig')).toBe('no-servers');
  });

  it('is made for a telephone where the sign-in is a window, which Thunderbird can open', () => {
    expect(made(traits('oauth2-only'), 'mobileconfig')).toBe('oauth2-only');
    expect(made({ password: { kind: 'oauth2', sources: [], confidence: 'high' } }, 'mobileconfig')).toBe('oauth2-only');
  });

  it('is made before the domain is known, where each has its own servers', () => {
    const servers = [
      { ...imap, domains: ['example.com'] },
      { ...smtp, domains: ['example.com'] },
    ];

    expect(made({ servers }, 'mobileconfig')).toBe('domain-needed');
    expect(made({ servers }, 'mobileconfig', { domain: 'example.com' })).toContain('imap.example.com');
  });

  it.each(CONFIG_FORMATS)('of any provider breaks the published form of %s, or holds a password', (format) => {
    const all = testKnowledge().suggest('', 'en', 10_000);
    const files = all.flatMap(({ id }) => {
      const one = known(id);
      const file = configFile(one, format, { address: `kim@${one.domains[0] ?? 'example.com'}` }, 'zh-Hans');
      return 'no' in file ? [] : [file.content];
    });

    expect(files.length).toBeGreaterThan(150);
    for (const content of files) {
      expect(faultsOf(format, content)).toEqual([]);
      expect(content).not.toMatch(/<key>\w*Password<\/key>\s*<string>/);
    }
  });
});
