import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Provider } from '../../src/core/model.ts';
import { readIspdb } from '../importers/ispdb.ts';
import { lastSeen, statedFacts } from './facts.ts';

/** What can be counted of any database of mail providers. */
export interface DatabaseCounts {
  providers: number;
  /** Exact domains of addresses; patterns are not counted. */
  domains: readonly string[];
  imap: number;
  pop3: number;
  smtp: number;
  plaintext: number;
  /** Providers of which POP3 is said to exist, or not to. */
  pop3Known: number;
  /** Statements that something is not offered. */
  negatives: number;
  /** Providers whose kind of password is told. */
  passwords: number;
  mxPatterns: number;
  retiredHosts: number;
  hanNames: number;
  /** Single facts that name their source. */
  sourced: number;
  /** Facts, or whole entries, that say when they were seen. */
  dated: number;
}

/** The databases that can be compared with, each by what its checkout looks like. */
const READERS: readonly { name: string; marker: string; read: (folder: string) => DatabaseCounts }[] = [
  { name: 'Mozilla ISPDB', marker: 'ispdb', read: readIspdbFolder },
  { name: 'chatmail', marker: '_providers', read: readChatmail },
  { name: 'FairEmail', marker: 'app/src/main/res/xml/providers.xml', read: readFairEmail },
];

/** Undefined for a folder that is none of them. */
export function countDatabase(folder: string): { name: string; counts: DatabaseCounts } | undefined {
  const reader = READERS.find(({ marker }) => existsSync(join(folder, marker)));
  return reader && { name: reader.name, counts: reader.read(folder) };
}

export function ownCounts(providers: readonly Provider[]): DatabaseCounts {
  const servers = providers.flatMap((provider) => provider.servers);
  const facts = statedFacts(providers);
  const negatives = providers.flatMap(({ traits }) => traits.filter(({ code }) => isNegative(code)));
  return {
    ...serverCounts(servers),
    providers: providers.length,
    domains: providers.flatMap(({ domains }) => domains),
    pop3Known: providers.filter(
      ({ servers: own, traits }) =>
        own.some(({ protocol }) => protocol === 'pop3') ||
        traits.some(({ code }) => code === 'no-pop3' || code === 'no-direct-access'),
    ).length,
    negatives: negatives.length,
    passwords: providers.filter(({ password }) => password).length,
    mxPatterns: providers.reduce((sum, { mx }) => sum + mx.length, 0),
    retiredHosts: providers.reduce((sum, { retired }) => sum + retired.length, 0),
    hanNames: providers.filter(({ names }) => Object.values(names).some((name) => isHan(name))).length,
    sourced: facts.filter(({ sources }) => sources.some(({ kind }) => kind !== 'unverified')).length,
    dated: facts.filter((fact) => lastSeen(fact) !== undefined).length,
  };
}

function isNegative(code: string): boolean {
  return /^no-|-only$|^closed$|^paid-plan-needed$|^unreachable|^plaintext-refused$/.test(code);
}

function isHan(name: string): boolean {
  return /\p{Script=Han}/u.test(name);
}

function serverCounts(servers: readonly { protocol: string; security: string }[]) {
  const of = (protocol: string) => servers.filter((server) => server.protocol === protocol).length;
  const plaintext = servers.filter(({ security }) => security === 'none' || security === 'plain').length;
  return { imap: of('imap'), pop3: of('pop3'), smtp: of('smtp'), plaintext };
}

const NOTHING = { negatives: 0, passwords: 0, mxPatterns: 0, retiredHosts: 0, sourced: 0, dated: 0 };

function readIspdbFolder(folder: string): DatabaseCounts {
  const names = readdirSync(join(folder, 'ispdb')).filter((name) => name.endsWith('.xml'));
  const records = names.flatMap((name) => readIspdb(readFileSync(join(folder, 'ispdb', name), 'utf8'), ''));
  return {
    ...NOTHING,
    ...serverCounts(records.flatMap(({ servers }) => servers)),
    providers: records.length,
    domains: records.flatMap(({ domains }) => domains),
    pop3Known: records.filter(({ servers }) => servers.some(({ protocol }) => protocol === 'pop3')).length,
    hanNames: records.filter(({ displayName }) => isHan(displayName)).length,
  };
}

const chatmailEntry = z.object({
  name: z.string(),
  status: z.string(),
  domains: z.array(z.string()).nullish(),
  server: z.array(z.object({ type: z.string(), socket: z.string() })).nullish(),
  last_checked: z.unknown().optional(),
});

function readChatmail(folder: string): DatabaseCounts {
  const names = readdirSync(join(folder, '_providers')).filter((name) => name.endsWith('.md'));
  const entries = names.map((name) => {
    const [, front = ''] = readFileSync(join(folder, '_providers', name), 'utf8').split(/^---$/m);
    return chatmailEntry.parse(parse(front));
  });
  const servers = entries
    .flatMap(({ server }) => server ?? [])
    .map(({ type, socket }) => ({ protocol: type, security: socket.toLowerCase() }));
  return {
    ...NOTHING,
    ...serverCounts(servers),
    providers: entries.length,
    domains: entries.flatMap(({ domains }) => domains ?? []),
    pop3Known: 0,
    negatives: entries.filter(({ status }) => status === 'BROKEN').length,
    dated: entries.filter((entry) => entry.last_checked !== undefined && entry.last_checked !== null).length,
    hanNames: entries.filter(({ name }) => isHan(name)).length,
  };
}

const fairEmail = z.object({
  providers: z.object({
    provider: z.array(
      z.object({
        '@_name': z.string(),
        '@_domain': z.string().default(''),
        '@_mx': z.string().default(''),
        '@_appPassword': z.string().optional(),
        imap: z.unknown().optional(),
        pop: z.unknown().optional(),
        smtp: z.unknown().optional(),
      }),
    ),
  }),
});

/** Its domains are regular expressions: only those that stand for one domain are counted. */
function readFairEmail(folder: string): DatabaseCounts {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'provider' });
  const xml = readFileSync(join(folder, 'app/src/main/res/xml/providers.xml'), 'utf8');
  const entries = fairEmail.parse(parser.parse(xml)).providers.provider;
  const patterns = entries.flatMap((entry) => entry['@_domain'].split(','));
  const plain = patterns.map((pattern) => pattern.trim().replaceAll(/\\+\./g, '.'));
  return {
    ...NOTHING,
    providers: entries.length,
    domains: plain.filter((domain) => /^[\w-]+(\.[\w-]+)+$/.test(domain)),
    imap: entries.filter(({ imap }) => imap !== undefined).length,
    pop3: entries.filter(({ pop }) => pop !== undefined).length,
    smtp: entries.filter(({ smtp }) => smtp !== undefined).length,
    plaintext: 0,
    pop3Known: entries.filter(({ pop }) => pop !== undefined).length,
    passwords: entries.filter((entry) => entry['@_appPassword'] === 'true').length,
    mxPatterns: entries.filter((entry) => entry['@_mx'] !== '').length,
    hanNames: entries.filter((entry) => isHan(entry['@_name'])).length,
  };
}
