import { z } from 'zod';
import { day, hostName, httpsUrl, seenDate, slug, source, sourceKeys } from './common.ts';

export const TRAIT_CODES = [
  'no-imap',
  'no-pop3',
  'no-smtp',
  'no-direct-access',
  'bridge-only',
  'oauth2-only',
  'needs-app-password',
  'needs-authorization-code',
  'needs-client-password',
  'needs-separate-mail-password',
  'imap-must-be-on',
  'pop3-must-be-on',
  'admin-must-allow',
  'paid-plan-needed',
  'needs-imap-id',
  'plaintext-refused',
  'unreachable-in-region',
  'smtp-basic-auth-ending',
  'closed',
  'product-ask-admin',
  'not-a-mailbox',
  'username-local-part-for-imap',
] as const;

const usernameForm = z.enum(['full-address', 'local-part', 'other']);

export const server = z.strictObject({
  protocol: z.enum(['imap', 'pop3', 'smtp']),
  host: hostName.or(z.literal('127.0.0.1')),
  port: z.int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
  username: usernameForm.optional(),
  domains: z.array(hostName).nonempty().optional(),
  scope: slug.optional(),
  source: sourceKeys,
  confidence: z.enum(['high', 'medium', 'low']).optional(),
});
export type ServerEntry = z.infer<typeof server>;

const trait = z.strictObject({
  code: z.enum(TRAIT_CODES),
  facts: z.record(z.string(), z.string()).optional(),
  source: sourceKeys,
});

const mx = z.strictObject({ suffix: hostName, certain: z.boolean(), source: sourceKeys });

const conflict = z.strictObject({
  what: z.string(),
  values: z.array(z.strictObject({ value: z.string(), source: sourceKeys })).min(2),
  reason: z.enum(['official-page', 'newer-source', 'more-sources', 'unresolved']),
});
export type ConflictEntry = z.infer<typeof conflict>;

/** Domains of addresses by the source that names them. */
const domains = z.record(z.string(), z.array(hostName).nonempty());

const facts = {
  domains: domains.optional(),
  mx: z.array(mx).optional(),
  servers: z.array(server).optional(),
  traits: z.array(trait).optional(),
  conflicts: z.array(conflict).optional(),
};

/**
 * What `postilion import` writes and replaces as a whole; never edited by hand. A protocol that the curated
 * part names, and every domain that it lists under `notDomains`, win over what stands here.
 */
const imported = z.strictObject({
  /** When each source saw these facts. */
  seen: z.record(z.string(), seenDate),
  ...facts,
  documentation: z.array(httpsUrl).optional(),
});
export type ImportedFacts = z.infer<typeof imported>;

/** data/providers/<id>.yaml: codes and proper names only; sentences live in the locales. */
export const provider = z.strictObject({
  id: slug,
  kind: z.enum(['mailbox', 'relay', 'product']),
  /** 1 is the most asked for. */
  rank: z.int().min(1),
  /** Proper names by language tag; each is an alias too. */
  names: z.strictObject({ en: z.string() }).catchall(z.string()),
  aliases: z.array(z.string()).optional(),
  /** Everyday words and names of programs: they count only beside "@" or a mail word. */
  weakAliases: z.array(z.string()).optional(),
  /** The id too is an alias, unless it is a word that means something else in running text. */
  idIsAlias: z.boolean().optional(),
  /** The form of every server below that states none; full-address when absent. */
  username: usernameForm.optional(),
  sources: z.record(slug, source).optional(),
  ...facts,
  /** Imported domains that are not domains of addresses, or belong to another provider. */
  notDomains: z.array(hostName).optional(),
  /** Hosts under registrable domains of other owners that the provider really uses. */
  foreignHosts: z.array(hostName).optional(),
  password: z
    .strictObject({
      kind: z.enum([
        'login',
        'app-password',
        'authorization-code',
        'client-password',
        'separate-mail-password',
        'oauth2',
        'bridge-password',
      ]),
      localName: z.string().optional(),
      url: httpsUrl.optional(),
      source: sourceKeys,
    })
    .optional(),
  retired: z
    .array(
      z.strictObject({
        host: hostName,
        replacement: hostName.optional(),
        since: seenDate.or(day).optional(),
        source: sourceKeys,
      }),
    )
    .optional(),
  support: z
    .strictObject({
      url: httpsUrl.optional(),
      phone: z.string().optional(),
      hours: z.string().optional(),
      source: sourceKeys,
    })
    .optional(),
  /** Keys of page sources worth reading, the best first. */
  documentation: z.array(z.string()).optional(),
  imported: imported.optional(),
});
export type ProviderEntry = z.infer<typeof provider>;

/** For editors: data/schema/provider.schema.json is a copy. */
export function providerJsonSchema(): unknown {
  return z.toJSONSchema(provider, { io: 'input' });
}
