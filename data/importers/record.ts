import * as z from 'zod';

const sources = z.array(z.string());

/** One line of a facts file: what several public data sets say of one provider, merged by its collector. */
export const factsRecord = z.object({
  id: z.string(),
  displayName: z.string(),
  kind: z.enum(['mailbox', 'relay']),
  aliases: z.array(z.string()),
  domains: z.array(z.string()),
  mx_patterns: z.array(z.object({ pattern: z.string(), sources })),
  servers: z.array(
    z.object({
      protocol: z.enum(['imap', 'pop3', 'smtp']),
      host: z.string(),
      port: z.int(),
      security: z.enum(['tls', 'starttls', 'plain']),
      usernameForm: z.string(),
      sources,
      onlyDomains: z.array(z.string()).optional(),
    }),
  ),
  documentationUrls: z.array(z.string()),
  notes: z.array(z.object({ flag: z.string(), sources })),
  sources,
  sourceDates: z.record(z.string(), z.string().nullable()),
});
export type FactsRecord = z.infer<typeof factsRecord>;
export type FactsServer = FactsRecord['servers'][number];

/** One row on which the data sets contradict one another. */
export const disagreement = z.object({
  provider: z.string(),
  kind: z.string(),
  protocol: z.string().optional(),
  source: z.string(),
  says: z.union([z.string(), z.array(z.string())]),
  others: z.array(z.object({ v: z.string(), sources })),
});
export type Disagreement = z.infer<typeof disagreement>;

/** MX suffixes by provider. */
export const mxPatterns = z.object({
  hosted: z.array(z.object({ suffix: z.string(), provider: z.string(), label: z.string(), source: z.string() })),
});
export type MxPattern = z.infer<typeof mxPatterns>['hosted'][number];

/** The collector's name for facts that it gathered itself. */
const COLLECTED = 'curated';

/** Our key for a data set; undefined for one that may only be used to cross-check. */
export function sourceKey(source: string): string | undefined {
  if (source === COLLECTED) return 'survey';
  return ['ispdb', 'chatmail', 'k9', 'nodemailer', 'mailcore2', 'epl'].includes(source) ? source : undefined;
}

export function sourceKeysOf(sources: readonly string[]): string[] {
  return sources.flatMap((source) => sourceKey(source) ?? []);
}
