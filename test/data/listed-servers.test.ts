import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../data/build/files.ts';
import { readYaml } from '../../data/build/read.ts';
import { type ProviderEntry, provider as providerSchema, type ServerEntry } from '../../data/schema.ts';
import { compareSettings } from '../../src/core/diagnosis/compare.ts';
import type { Finding, PastedServer } from '../../src/core/model.ts';
import { testKnowledge } from '../support/knowledge.ts';

const DATA = join(import.meta.dirname, '../../data');
const ENTRIES = listFiles(DATA, 'providers', '.yaml').flatMap((file) => {
  const read = readYaml(DATA, file, providerSchema, []);
  return read ? [read.value] : [];
});

/** What a source lists and we call wrong all the same, each for a reason that the provider's file states. */
const DELIBERATE: Readonly<Record<string, string>> = {
  'outlook imap imap-mail.outlook.com:993/tls: old-host': 'retired',
  'tuta smtp smtp.tutanota.com:465/tls: no-direct-imap': 'offers no way in for mail programs',
  'zoho imap imap.zoho.eu:993/tls: wrong-country-host': 'one list has the European host for addresses of zoho.com',
  'zoho smtp smtp.zoho.eu:465/tls: wrong-country-host': 'the same',
  'godaddy smtp smtp.asia.secureserver.net:25/starttls: port-25': 'has port 465',
  'godaddy smtp smtp.europe.secureserver.net:25/starttls: port-25': 'has port 465',
  'comcast pop3 mail.comcast.net:110/tls: port-security-mismatch': 'a slip of that list: POP3 begins plain there',
  'aruba pop3 pop3s.pec.aruba.it:993/tls: wrong-port-for-protocol': 'a slip of that list: the port is for IMAP',
};

function encrypted({ servers = [], imported }: ProviderEntry): ServerEntry[] {
  return [...servers, ...(imported?.servers ?? [])].filter(({ security }) => security !== 'none');
}

function pasted({ protocol, host, port, security }: ServerEntry): PastedServer {
  return { protocol, host, port, security };
}

/** Codes that blame, for these settings alone and for an address of a domain that they are for. */
function blame(entry: ProviderEntry, server: ServerEntry): string[] {
  const knowledge = testKnowledge();
  const provider = knowledge.provider(entry.id);
  const domains = [undefined, server.domains?.[0] ?? provider?.domains.find((domain) => isUnscoped(domain, entry))];
  const findings = domains.flatMap(
    (domain): Finding[] => compareSettings([pasted(server)], provider, domain, knowledge).findings,
  );
  return [...new Set(findings.filter(({ level }) => level !== 'ok').map(({ code }) => code))];
}

/** A domain that no server is reserved to. */
function isUnscoped(domain: string, entry: ProviderEntry): boolean {
  return encrypted(entry).every(({ domains }) => domains?.includes(domain) !== true);
}

function blamed(entry: ProviderEntry): string[] {
  return encrypted(entry).flatMap((server) => {
    const name = `${entry.id} ${server.protocol} ${server.host}:${server.port}/${server.security}`;
    return blame(entry, server).map((code) => `${name}: ${code}`);
  });
}

describe('settings as any source lists them', () => {
  it('are not called wrong, of any provider, but for what is known to be', () => {
    const wrong = ENTRIES.flatMap((entry) => blamed(entry));

    expect(ENTRIES.length).toBeGreaterThan(370);
    expect(new Set(wrong)).toEqual(new Set(Object.keys(DELIBERATE)));
  });
});
