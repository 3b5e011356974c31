import type { DeadLetter } from '../../adapters/storage/index.ts';
import { fill, type Texts, texts } from '../../core/index.ts';
import { withState } from './with-state.ts';
import { wrongUse } from './usage.ts';

/** Older ones say nothing new. */
const MOST = 10_000;

/** `postilion report dead-letters`: what could not be answered or delivered, counted by platform and reason. */
export async function reportDeadLetters(args: readonly string[]): Promise<number> {
  if (args.length > 0) return wrongUse('report');
  return withState(async (store, { config, words }) => {
    const letters = await store.deadLetters(MOST);
    const lines =
      letters.length === 0 ? [words.noDeadLetters] : linesOf(letters, texts(config.defaultLocale).deadLetters);
    for (const line of lines) console.log(line);
    return 0;
  });
}

function linesOf(letters: readonly DeadLetter[], words: Texts['deadLetters']): string[] {
  const events = letters.filter(({ what }) => what === 'event').length;
  const last = day(letters[0]?.at ?? 0);
  return [
    fill(words.title, { events, operations: letters.length - events, last }),
    ...(letters.length === MOST ? [fill(words.most, { count: MOST })] : []),
    ...groupsOf(letters).map((group) => lineOf(group, words)),
    words.next,
  ];
}

interface Group {
  count: number;
  /** The newest one. */
  newest: DeadLetter;
}

/** The largest first. */
function groupsOf(letters: readonly DeadLetter[]): Group[] {
  const groups = new Map<string, Group>();
  for (const letter of letters) {
    const key = [platformOf(letter), letter.what, letter.kind, letter.reason].join(' ');
    const { count, newest } = groups.get(key) ?? { count: 0, newest: letter };
    groups.set(key, { count: count + 1, newest });
  }
  return [...groups.values()].toSorted((one, other) => other.count - one.count);
}

function lineOf({ count, newest }: Group, words: Texts['deadLetters']): string {
  const { what, kind, reason, at } = newest;
  const known = Object.entries(words.reasons).find(([code]) => code === reason)?.[1];
  const why = what === 'event' ? fill(words.event, { reason }) : (known ?? reason);
  return fill(words.line, { count, platform: platformOf(newest), kind, reason: why, last: day(at) });
}

/** A lane may say what kind of place it is before it says which: `direct:slack:U1`. */
function platformOf({ place }: DeadLetter): string {
  const [first = '', second = ''] = place.split(':');
  return first === 'direct' || first === 'opened' ? second : first;
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
