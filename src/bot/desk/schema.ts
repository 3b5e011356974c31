import { DateTime } from 'luxon';
import * as z from 'zod';
import { INTENT_NAMES, LANGUAGES } from '../../core/index.ts';

/** What is expected, as an example that needs no translation. */
const wrong = (expected: string) => ({ error: expected });

const MINUTE = 60_000;
const UNITS = { m: MINUTE, h: 60 * MINUTE, d: 24 * 60 * MINUTE } as const;

/** `15m`, `4h`, `2d` of business time; ms. */
const span = z
  .string(wrong('15m, 4h, 2d'))
  .regex(/^\d{1,4}[mhd]$/, wrong('15m, 4h, 2d'))
  .transform((value) => Number(value.slice(0, -1)) * UNITS[value.slice(-1) as keyof typeof UNITS]);

const scoped = (example: string) =>
  z.string(wrong(example)).regex(/^(?:web|(?:slack|discord):[\w/]+)$/, wrong(example));
const place = scoped('slack:C0123, discord:123, web');
const person = scoped('slack:U0123, discord:123');
const id = z.string(wrong('support')).regex(/^[a-z0-9][a-z0-9-]{0,30}$/, wrong('support, chinese-desk'));
const language = z.enum(LANGUAGES as [string, ...string[]], wrong(LANGUAGES.join(', ')));
const words = z.string(wrong('"…"')).trim().min(1, wrong('"…"')).max(4000, wrong('≤ 4000'));

/** One text for all, or one for each language. */
export const spoken = z.union(
  [
    words.transform((value): Record<string, string> => ({ en: value })),
    z.partialRecord(language, words).transform((value) => value as Record<string, string>),
  ],
  wrong('"…", { en: "…", zh-Hans: "…" }'),
);

const TIMES = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
const times = z
  .string(wrong('09:00-12:00, 13:00-18:00'))
  .transform((value) => value.split(',').map((one) => one.trim()))
  .pipe(z.array(z.string().regex(TIMES, wrong('09:00-12:00, 13:00-18:00'))));

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const hours = z.strictObject({
  zone: z
    .string(wrong('Asia/Shanghai'))
    .refine((zone) => DateTime.local().setZone(zone).isValid, wrong('Asia/Shanghai')),
  open: z.partialRecord(z.enum(DAYS, wrong(DAYS.join(', '))), times),
  holidays: z
    .array(z.union([z.iso.date(wrong('2026-12-25')), z.date().transform((date) => date.toISOString().slice(0, 10))]))
    .default([]),
});

const queue = z.strictObject({
  id,
  name: spoken.optional(),
  desk: place,
  languages: z.array(language).default([]),
  intents: z.array(z.enum(INTENT_NAMES, wrong(INTENT_NAMES.join(', ')))).default([]),
  providers: z.array(z.string(wrong('gmail, qq'))).default([]),
  hours: z.string(wrong('office')).optional(),
  firstReply: span.optional(),
  nextReply: span.optional(),
  escalation: z
    .array(z.strictObject({ after: span, place: place.optional(), people: z.array(person).default([]) }))
    .optional(),
});

const agent = z.strictObject({
  person,
  shownAs: z.string(wrong('"…"')).trim().min(1).max(60).optional(),
  languages: z.array(language).default([]),
  hours: z.string(wrong('office')).optional(),
});

/** The file behind POSTILION_DESK, in YAML or JSON. */
export const deskFile = z
  .strictObject({
    queues: z.array(queue, wrong('queues: [ … ]')).min(1, wrong('queues: [ … ]')),
    hours: z.record(z.string(), hours).default({}),
    agents: z.array(agent).default([]),
    show: z.enum(['real', 'alias', 'team'], wrong('real, alias, team')).default('real'),
    team: z.string(wrong('"…"')).trim().min(1).max(60).optional(),
    prefixes: z.strictObject({ send: z.string().min(1).max(5), note: z.string().min(1).max(5) }).optional(),
    files: z
      .strictObject({
        maxMegabytes: z.number(wrong('10')).positive(wrong('10')).max(100, wrong('≤ 100')).optional(),
        types: z.array(z.string().regex(/^[\w.+-]+\/(?:\*|[\w.+-]+)$/, wrong('image/*, text/plain'))).optional(),
      })
      .default({}),
    ticketsPerDay: z.number(wrong('10')).int(wrong('10')).positive(wrong('10')).optional(),
  })
  .superRefine((file, context) => {
    for (const [where, name] of hoursNamed(file)) {
      if (name !== undefined && !Object.hasOwn(file.hours, name))
        context.addIssue({
          code: 'custom',
          path: where,
          message: Object.keys(file.hours).join(', ') || 'hours: { … }',
        });
    }
    const ids = file.queues.map((one) => one.id);
    for (const [index, one] of ids.entries()) {
      if (ids.indexOf(one) < index)
        context.addIssue({ code: 'custom', path: ['queues', index, 'id'], message: `≠ ${one}` });
    }
  });

export type DeskFile = z.output<typeof deskFile>;

function hoursNamed(file: Pick<DeskFile, 'queues' | 'agents'>): [(string | number)[], string | undefined][] {
  return [
    ...file.queues.map((one, index): [(string | number)[], string | undefined] => [
      ['queues', index, 'hours'],
      one.hours,
    ]),
    ...file.agents.map((one, index): [(string | number)[], string | undefined] => [
      ['agents', index, 'hours'],
      one.hours,
    ]),
  ];
}

/** One ready-made reply, in a file of its own named after its id. */
export const cannedFile = z.strictObject({ title: spoken, text: spoken });
