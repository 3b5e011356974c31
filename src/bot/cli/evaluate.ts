import type { Knowledge, Slots } from '../../core/index.ts';
import { askAnswer } from './ask-answer.ts';
import { Dialogue } from './dialogue.ts';

/** A labelled message; `alt` intents are right too. */
export interface LabelledMessage {
  id: string;
  /** Turns of one dialogue share it; absent where a message stands alone. */
  conversation?: string;
  text: string;
  lang?: string;
  intent: string;
  alt?: string[];
  slots?: Slots;
  kind?: string;
}

export interface Judged extends LabelledMessage {
  answered: string;
  zone: string;
  confidence: number;
  choices: string[];
  slotsFound: Slots;
  ms: number;
}

export interface Scores {
  messages: number;
  strict: number;
  lenient: number;
  helped: number;
  direct: number;
  precision: number;
  /** Share of out-of-scope messages that got a mail answer. */
  outOfScopeAnswered: number;
  /** Share of in-scope messages that were turned away. */
  refused: number;
}

/** Asks every message in its dialogue, or as a conversation of its own. */
export function judge(messages: readonly LabelledMessage[], knowledge: Knowledge): Judged[] {
  const dialogues = new Map<string, Dialogue>();
  return messages.map((message) => {
    const name = message.conversation ?? message.id;
    const dialogue = dialogues.get(name) ?? new Dialogue(knowledge, 'en', name);
    dialogues.set(name, dialogue);
    const began = performance.now();
    const said = dialogue.say({ text: message.text }, 0);
    const ms = performance.now() - began;
    const answer = askAnswer(message.id, said) as {
      intent: string;
      zone: string;
      confidence: number;
      alternatives: { intent: string }[];
      slots: Slots;
    };
    const choices = [answer.intent, ...answer.alternatives.map((other) => other.intent)].slice(0, 3);
    return {
      ...message,
      answered: answer.intent,
      zone: answer.zone,
      confidence: answer.confidence,
      choices,
      slotsFound: answer.slots,
      ms,
    };
  });
}

/** Not a number where there is nothing to take a share of. */
const share = (part: number, whole: number) => part / whole;

export function score(rows: readonly Judged[]): Scores {
  const accepts = (row: Judged, intent: string) => row.intent === intent || (row.alt?.includes(intent) ?? false);
  const inScope = rows.filter((row) => row.intent !== 'out-of-scope');
  const outside = rows.filter((row) => row.intent === 'out-of-scope' && !row.alt);
  const direct = rows.filter((row) => row.zone === 'answer');
  const right = rows.filter((row) => accepts(row, row.answered));
  const helped = inScope.filter((row) =>
    row.zone === 'ask' ? row.choices.some((choice) => accepts(row, choice)) : accepts(row, row.answered),
  );
  return {
    messages: rows.length,
    strict: share(rows.filter((row) => row.intent === row.answered).length, rows.length),
    lenient: share(right.length, rows.length),
    helped: share(helped.length, inScope.length),
    direct: share(inScope.filter((row) => row.zone === 'answer').length, inScope.length),
    precision: share(direct.filter((row) => accepts(row, row.answered)).length, direct.length),
    outOfScopeAnswered: share(
      outside.filter((row) => row.zone === 'answer' && row.answered !== 'smalltalk').length,
      outside.length,
    ),
    refused: share(inScope.filter((row) => row.zone === 'not-mine').length, inScope.length),
  };
}

/** Pairs of intents that are taken for one another, most frequent first. */
export function confusions(rows: readonly Judged[]): { pair: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.intent === row.answered || row.alt?.includes(row.answered)) continue;
    const pair = `${row.intent} → ${row.answered}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].map(([pair, count]) => ({ pair, count })).sort((a, b) => b.count - a.count);
}
