import { says } from './marks.ts';

/** One message that somebody wrote, and what must have become of it where others read. */
export interface Message {
  /** Tells it from all others, wherever it stands. */
  mark: string;
  /** A word that only its newest form has. */
  form?: string;
  /** Its writer took it back: nothing of it may be left. */
  erased?: boolean;
  /** A note: it must not be seen at all. */
  inside?: boolean;
  /** Its place in the order says nothing: the platform told of it late, or it is a file beside the words. */
  unordered?: boolean;
  /** How often its writer had to write again, since the platform had told no bot that anybody wrote. */
  again?: number;
  /** Whether the platform surely told of it, or of its last change; else it may be there or not, but not twice. */
  told?: () => boolean;
}

/** What became of messages; the platform's own ledger says what was seen. */
export interface Tally {
  sent: number;
  lost: number;
  repeated: number;
  /** Seen after one that was sent later. */
  misplaced: number;
  /** Seen as they no longer are, or though they were taken back. */
  outdated: number;
  /** Notes that were seen. */
  leaked: number;
  /** Not seen, but kept where agents and the operator find it. */
  dead: number;
  /** How often a writer had to write again: told to no bot, by the platform's own ledger. No fault of the bot. */
  again: number;
}

const NOTHING: Tally = { sent: 0, lost: 0, repeated: 0, misplaced: 0, outdated: 0, leaked: 0, dead: 0, again: 0 };

/** Compares what was written with what was seen, both oldest first. `dead`: the texts of dead letters. */
export function compare(messages: readonly Message[], seen: readonly string[], dead: readonly string[] = []): Tally {
  const tally = { ...NOTHING, misplaced: misplacedAmong(messages, seen).length };
  for (const message of messages) {
    const places = seen.flatMap((text, index) => (says(text, message.mark) ? [index] : []));
    tally.again += message.again ?? 0;
    const expected = isExpected(message);
    if (expected) tally.sent += 1;
    if (expected && places.length > 1) tally.repeated += places.length - 1;
    if (message.inside && places.length > 0) tally.leaked += 1;
    if (places.some((place) => isOutdated(message, seen[place] ?? ''))) tally.outdated += 1;
    if (expected && isTold(message) && places.length === 0) count(tally, isAmong(dead, message) ? 'dead' : 'lost');
  }
  return tally;
}

/** Those that stand after one that was sent later. */
export function misplacedAmong(messages: readonly Message[], seen: readonly string[]): Message[] {
  let newest = -1;
  return messages.filter((message) => {
    const first = seen.findIndex((text) => says(text, message.mark));
    if (first < 0 || !isExpected(message) || message.unordered) return false;
    const late = first < newest;
    newest = Math.max(newest, first);
    return late;
  });
}

function isExpected({ inside, erased }: Message): boolean {
  return inside !== true && erased !== true;
}

function count(tally: Tally, what: keyof Tally): void {
  tally[what] += 1;
}

function isTold({ told }: Message): boolean {
  return told?.() ?? true;
}

function isOutdated(message: Message, text: string): boolean {
  const { erased, form, inside } = message;
  if (inside || !isTold(message)) return false;
  return erased === true || (form !== undefined && !says(text, form));
}

function isAmong(texts: readonly string[], { mark }: Message): boolean {
  return texts.some((text) => says(text, mark));
}

export function together(tallies: readonly Tally[]): Tally {
  const sum = { ...NOTHING };
  const names = Object.keys(sum) as (keyof Tally)[];
  for (const tally of tallies) for (const name of names) sum[name] += tally[name];
  return sum;
}

/** Dead letters are a failure as well: nothing in the loop stays wrong for longer than a moment. */
export function isClean({ lost, repeated, misplaced, outdated, leaked, dead }: Tally): boolean {
  return lost + repeated + misplaced + outdated + leaked + dead === 0;
}
