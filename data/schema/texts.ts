import { z } from 'zod';
import { INTENT_NAMES } from '../../src/core/model.ts';
import { localized, slug, sourceKeys, source } from './common.ts';

const intent = z.enum(INTENT_NAMES);
const sources = z.record(slug, source).optional();

/** data/topics/<id>/topic.yaml; its texts stand beside it, one Markdown file a language. */
export const topic = z.strictObject({
  id: slug,
  intent,
  sources,
  /** The slot that `## question` in its texts asks for. */
  asks: z.enum(['provider', 'client', 'error']).optional(),
  /** Topics, providers or intents that its buttons lead to. */
  actions: z.array(z.string()).optional(),
});

/** data/clients/<id>.yaml: where a mail program keeps its server settings. */
export const client = z.strictObject({
  id: slug,
  names: z.array(z.string()).nonempty(),
  /** Its name says whose mailbox it is, too, or is that provider's name itself (Outlook, Foxmail, Gmail app). */
  alsoProvider: z.boolean(),
  sources,
  /** The most asked-for platform and version first. */
  guides: z
    .array(
      z.strictObject({
        platform: z.string().optional(),
        version: z.string().optional(),
        steps: localized(z.array(z.string()).nonempty()),
        source: sourceKeys.or(source),
      }),
    )
    .nonempty(),
});

/** How to compare one's settings depends on whether the provider is known: a step names it by the only place to fill. */
const errorStep = z
  .string()
  .refine(
    (step) => /^(?:[^{}]|\{compareSettings\})+$/.test(step),
    'text, with {compareSettings} as its only place to fill',
  );

const pattern = z.string().refine(isUsablePattern, 'a regular expression that compiles and does not match everything');

/** data/errors/*.yaml: tried in order of files and entries, the first match wins. */
export const errors = z.array(
  z.strictObject({
    id: slug,
    patterns: z.array(pattern).nonempty(),
    intent,
    finding: slug.optional(),
    provider: slug.optional(),
    meaning: localized(z.string()),
    guided: z.boolean().optional(),
    webmailFirst: z.boolean().optional(),
    todo: localized(z.array(errorStep).nonempty()),
    source: sourceKeys.or(source).optional(),
  }),
);
export type ErrorEntries = z.infer<typeof errors>;

/** data/utterances/<intent>.yaml: example messages by language. */
export const utterances = z.record(z.string(), z.array(z.string().min(1)).nonempty());

function isUsablePattern(text: string): boolean {
  try {
    return !new RegExp(text, 'iu').test('');
  } catch {
    return false;
  }
}
