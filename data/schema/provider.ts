import * as z from 'zod';
import { confidence, hostName, httpsUrl, seenDate, slug, source, sourceKeys } from './common.ts';
import { change, OPPOSITES, trait } from './trait.ts';

const usernameForm = z.enum(['full-address', 'local-part', 'other']);

export const server = z.strictObject({
  protocol: z.enum(['imap', 'pop3', 'smtp']),
  host: hostName.or(z.literal('127.0.0.1')),
  port: z.int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
  username: usernameForm.optional(),
  domains: z.array(hostName).nonempty().optional(),
  /** Whom it is for, where that is not everybody: `overseas`, `bridge`, a country (`cn`), a data centre. */
  scope: slug.optional(),
  /** Right where somebody has it, but shown in no answer: there is a better one. */
  recommended: z.literal(false).optional(),
  source: sourceKeys,
  confidence: confidence.optional(),
});
export type ServerEntry = z.infer<typeof server>;

const mx = z.strictObject({
  suffix: hostName,
  certain: z.boolean(),
  source: sourceKeys,
  confidence: confidence.optional(),
});

const conflict = z.strictObject({
  what: z.string(),
  values: z.array(z.strictObject({ value: z.string(), source: sourceKeys })).min(2),
  /** Why the first value is preferred. */
  reason: z.enum([
    'official-page',
    'newer-source',
    'more-sources',
    'other-product',
    'depends-on-region',
    'both-work',
    'account-moved',
    'unresolved',
  ]),
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

/** A BCP 47 tag, as exact as the name needs: `ja`, `ko`, `zh-Hant`, `pt-BR`. */
const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'a language tag such as zh-Hant');

const byLanguage = z.record(languageTag, z.string().min(1)).refine((names) => Object.keys(names).length > 0);

const providerFields = z.strictObject({
  id: slug,
  kind: z.enum(['mailbox', 'relay', 'product']),
  /** 1 is the most asked for. */
  rank: z.int().min(1),
  /** Proper names by language tag; each is an alias too. */
  names: z.record(languageTag, z.string().min(1)).refine((names) => 'en' in names, 'an English name is needed'),
  aliases: z.array(z.string()).optional(),
  /** Everyday words and names of programs: they count only beside "@" or a mail word. */
  weakAliases: z.array(z.string()).optional(),
  /** The id too is an alias, unless it is a word that means something else in running text. */
  idIsAlias: z.boolean().optional(),
  /** The form of every server below that states none; full-address when absent. */
  username: usernameForm.optional(),
  sources: z.record(slug, source).optional(),
  ...facts,
  /** Dated changes, announced or past. */
  changes: z.array(change).optional(),
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
      /** As the provider's menus write it; by language tag where they speak several. */
      localName: z.union([z.string(), byLanguage]).optional(),
      /** Page where it is made. */
      url: httpsUrl.optional(),
      /** The way to it in those menus, "Security → App passwords"; by language tag where they speak several. */
      menu: z
        .strictObject({
          path: z.union([z.string(), byLanguage]),
          source: sourceKeys,
          confidence: confidence.optional(),
        })
        .optional(),
      source: sourceKeys,
      confidence: confidence.optional(),
    })
    .optional(),
  retired: z
    .array(
      z.strictObject({
        host: hostName,
        replacement: hostName.optional(),
        since: seenDate.optional(),
        source: sourceKeys,
        confidence: confidence.optional(),
      }),
    )
    .optional(),
  support: z
    .strictObject({
      url: httpsUrl.optional(),
      phone: z.string().optional(),
      hours: z.string().optional(),
      source: sourceKeys,
      confidence: confidence.optional(),
    })
    .optional(),
  /** Keys of page sources worth reading, the best first. */
  documentation: z.array(z.string()).optional(),
  imported: imported.optional(),
});

/** data/providers/<id>.yaml: codes and proper names only; sentences live in the locales. */
export const provider = providerFields.superRefine(({ traits = [] }, context) => {
  const stated = traits.map(({ code }) => code);
  stated.forEach((code, index) => {
    if (stated.indexOf(code) < index) fault(`${code} is stated twice`, index);
  });
  for (const [one, other] of OPPOSITES) {
    if (stated.includes(one) && stated.includes(other))
      fault(`${one} and ${other} cannot both be true`, stated.indexOf(other));
  }

  function fault(message: string, index: number): void {
    context.addIssue({ code: 'custom', message, path: ['traits', index, 'code'] });
  }
});
export type ProviderEntry = z.infer<typeof provider>;

/** For editors: data/schema/provider.schema.json is a copy. */
export function providerJsonSchema(): unknown {
  return z.toJSONSchema(provider, { io: 'input' });
}
