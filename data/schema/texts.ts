import * as z from 'zod';
import { INTENT_NAMES, PLATFORMS } from '../../src/core/model.ts';
import { localized, seenDate, slug, sourceKeys, source } from './common.ts';

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

/** One purpose of a guide: steps in menu words, one each; `source` where it is another than the guide's. */
const guidePart = localized(z.array(z.string()).nonempty()).extend({ source: sourceKeys.optional() });

/** data/clients/<id>.yaml: where a mail program keeps what. A part that is not known, or that it lacks, is left out. */
export const client = z.strictObject({
  id: slug,
  names: z.array(z.string()).nonempty(),
  /** Its name says whose mailbox it is, too, or is that provider's name itself (Outlook, Foxmail, Gmail app). */
  alsoProvider: z.boolean(),
  sources,
  /** No longer kept up: since when, what to use in its place (ids of clients), and what no longer works in it. */
  retired: z
    .strictObject({
      since: seenDate,
      instead: z.array(slug).nonempty(),
      note: localized(z.string()),
      source: sourceKeys,
    })
    .optional(),
  /** The most asked-for platforms first: that one stands for all others. */
  guides: z
    .array(
      z.strictObject({
        platforms: z.array(z.enum(PLATFORMS)).nonempty(),
        /** Which version the menus were seen in. */
        version: z.string().optional(),
        source: sourceKeys,
        /** Adding an account. */
        add: guidePart.optional(),
        /** Where server, port, encryption and user name are seen and changed, incoming and outgoing. */
        change: guidePart.optional(),
        /** Where the saved password is replaced. */
        password: guidePart.optional(),
        /** How far back, or how many messages, it fetches. */
        moreMail: guidePart.optional(),
        /** Which folders it shows. */
        folders: guidePart.optional(),
        /** What keeps somebody from losing mail there; what holds for every program is said anyway. */
        care: guidePart.optional(),
      }),
    )
    .nonempty(),
});

/** How to compare one's settings depends on whether the provider is known: a step names it by the only place to fill. */
const errorStep = z
  .string()
  .refine(
    (step) => /^(?:[^{}]|\{(?:compareSettings|googleInChina)\})+$/.test(step),
    'text, with {compareSettings} and {googleInChina} as its only places to fill',
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
