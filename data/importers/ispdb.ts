import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod';
import type { FactsRecord, FactsServer } from './record.ts';

/** The source key under which these facts stand. */
export const ISPDB = 'ispdb';

const MANY = new Set([
  'emailProvider',
  'domain',
  'incomingServer',
  'outgoingServer',
  'authentication',
  'documentation',
  'enable',
]);
const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  processEntities: true,
  isArray: (name) => MANY.has(name),
});

const text = z.union([z.string(), z.object({ '#text': z.string() }).transform((node) => node['#text'])]);

const server = z.object({
  '@_type': z.enum(['imap', 'pop3', 'smtp']),
  hostname: text,
  port: text.transform(Number).pipe(z.int().min(1).max(65535)),
  socketType: z.enum(['plain', 'SSL', 'STARTTLS']),
  authentication: z.array(text).default([]),
  username: text.optional(),
});

/** Entries of other kinds (Exchange, mostly) are left out, not refused. */
const servers = z.array(z.unknown()).default([]).transform(readable);

const page = z.object({ '@_url': z.string().optional(), '@_visiturl': z.string().optional() });

const pages = z.array(page.or(z.string())).default([]);

const clientConfig = z.object({
  clientConfig: z.object({
    /** Stands inside a provider, or beside the only one. */
    enable: pages,
    emailProvider: z.array(
      z.object({
        '@_id': z.string().min(1),
        domain: z.array(text).default([]),
        displayName: text.default(''),
        incomingServer: servers,
        outgoingServer: servers,
        documentation: pages,
        enable: pages,
      }),
    ),
  }),
});
type EmailProvider = z.output<typeof clientConfig>['clientConfig']['emailProvider'][number];

const SECURITY = { SSL: 'tls', STARTTLS: 'starttls', plain: 'plain' } as const;

/** What one file of Mozilla's ISPDB says; `seen` is the day of its last change. Throws at what is no such file. */
export function readIspdb(xml: string, seen: string): FactsRecord[] {
  if (/<!(?!--)/.test(xml)) throw new Error('a file with a DOCTYPE is not read');
  const { emailProvider, enable } = clientConfig.parse(parser.parse(xml)).clientConfig;
  return emailProvider.map((provider) => recordOf({ ...provider, enable: [...provider.enable, ...enable] }, seen));
}

function recordOf(provider: EmailProvider, seen: string): FactsRecord {
  const all = [...provider.incomingServer, ...provider.outgoingServer];
  return {
    id: provider['@_id'],
    displayName: provider.displayName,
    kind: 'mailbox',
    aliases: [],
    domains: provider.domain.map((domain) => domain.toLowerCase()),
    mx_patterns: [],
    servers: all.map(factsOf),
    documentationUrls: [...provider.documentation, ...provider.enable].flatMap(urlOf),
    notes: flags(provider).map((flag) => ({ flag, sources: [ISPDB] })),
    sources: [ISPDB],
    sourceDates: { [ISPDB]: seen },
  };
}

function factsOf({
  '@_type': protocol,
  hostname,
  port,
  socketType,
  username = '',
}: z.output<typeof server>): FactsServer {
  return {
    protocol,
    host: hostname.toLowerCase(),
    port,
    security: SECURITY[socketType],
    usernameForm: usernameForm(username),
    sources: [ISPDB],
  };
}

function usernameForm(username: string): string {
  if (username === '') return 'unspecified';
  if (username === '%EMAILADDRESS%') return 'full-address';
  return username === '%EMAILLOCALPART%' ? 'local-part' : 'other';
}

/** In the words of the collector of facts, which the importer of traits reads. */
function flags({ enable, incomingServer, outgoingServer }: EmailProvider): string[] {
  const ways = [...incomingServer, ...outgoingServer].flatMap(({ authentication }) => authentication);
  return [
    ...(enable.length > 0 ? ['must-be-switched-on'] : []),
    ...(ways.length > 0 && ways.every((way) => way === 'OAuth2') ? ['oauth2-only'] : []),
  ];
}

function urlOf(node: z.output<typeof page> | string): string[] {
  const url = typeof node === 'string' ? undefined : (node['@_url'] ?? node['@_visiturl']);
  return url === undefined ? [] : [url];
}

function readable(nodes: unknown[]): z.output<typeof server>[] {
  return nodes.flatMap((node) => {
    const read = server.safeParse(node);
    return read.success ? [read.data] : [];
  });
}
