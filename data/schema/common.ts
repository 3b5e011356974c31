import * as z from 'zod';

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as exact as the source is. */
export const seenDate = z.string().regex(/^\d{4}(-\d{2}){0,2}$/, 'a date as YYYY, YYYY-MM or YYYY-MM-DD, in quotes');
/** A day of something that happens, or its month. */
export const fullDate = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, 'a date as YYYY-MM-DD or YYYY-MM, in quotes');

export const slug = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'lower-case letters, digits, dots and hyphens');

/** Keys into the file's own `sources` or into data/sources.yaml. */
export const sourceKeys = z.union([z.string(), z.array(z.string()).nonempty()]);

/** A domain or host in the form in which it is looked up: lower case, A-labels, no trailing dot. */
export const hostName = z
  .string()
  .max(253)
  .regex(/^(?!-)([a-z0-9_-]{1,63}\.)+[a-z][a-z0-9-]*$/, 'a lower-case host name with at least one dot');

export const httpsUrl = z.string().regex(/^https?:\/\/[^\s]+$/, 'a web address');

/** How far to trust a fact; where none is stated the sources decide. */
export const confidence = z.enum(['high', 'medium', 'low']);

/** A page that was opened, with the day; or a data set that was imported, at a commit. */
export const source = z
  .strictObject({
    kind: z.enum(['page', 'import', 'unverified']),
    label: z.string().min(1),
    url: httpsUrl.optional(),
    /** Of an import: the commit or release that was read. */
    commit: z.string().optional(),
    license: z.string().optional(),
    seen: seenDate,
  })
  .refine(({ kind, url }) => kind !== 'page' || url !== undefined, { message: 'a page has an address', path: ['url'] })
  .refine(({ kind, commit }) => kind !== 'import' || commit !== undefined, {
    message: 'an import names the commit or release that was read',
    path: ['commit'],
  });
export type SourceEntry = z.infer<typeof source>;

/** data/sources.yaml: sources that many files share. */
export const sourceRegistry = z.record(slug, source);

/** A text in the languages we speak; English stands in for one that is missing. */
export function localized<Value extends z.ZodType>(value: Value) {
  return z.strictObject({ en: value, 'zh-Hans': value.optional(), 'zh-Hant': value.optional() });
}
