import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge, type LabelledMessage } from '../src/bot/cli/evaluate.ts';
import { packageRoot } from '../src/bot/variables.ts';
import type { Utterance } from '../data/build.ts';
import { type IntentName, type Knowledge, learnIntents } from '../src/core/index.ts';
import { classify } from '../src/core/nlu/classify.ts';
import { normalise } from '../src/core/nlu/normalise.ts';
import { extractSlots } from '../src/core/nlu/slots/index.ts';
import { countOf, median, percent, ratio, type Row, skipped, time, times } from './support/figures.ts';
import { askNlpJs, type NlpJsFigures } from './support/nlp-js.ts';
import { currentKnowledge, examples, sample } from './support/sources.ts';

type Taught = Utterance & { intent: IntentName };

const HELD_OUT = join(packageRoot(), 'test', 'evaluation', 'held-out.jsonl');

/** Our understanding beside nlp.js: the same examples to learn from, the same messages that neither has seen. */
export async function classifierPart(share: number): Promise<Row[]> {
  const all = examples();
  const taught = sample(all, countOf(all.length, share));
  const messages = heldOut(all);
  const own = await askOurs(taught as Taught[], messages);
  const peer = await askNlpJs(taught, messages);
  const beside = 'reason' in peer ? undefined : peer;
  return [
    ...rowsOf('ours alone', own.alone, messages, beside),
    ...rowsOf('ours with rules, slots and reply', own.whole, messages, beside),
    ...(beside ? rowsOf('nlp.js', beside, messages) : []),
    ...('reason' in peer ? [skipped('classifier: nlp.js', peer.reason)] : []),
  ];
}

/** Without the few, such as "connection timed out", that the examples happen to hold word for word. */
function heldOut(known: readonly Utterance[]): LabelledMessage[] {
  const lines = readFileSync(HELD_OUT, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const texts = new Set(known.map(({ text }) => folded(text)));
  return lines.map((line) => JSON.parse(line) as LabelledMessage).filter(({ text }) => !texts.has(folded(text)));
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** The classifier by itself, which is what nlp.js does too, and all that a message goes through. */
async function askOurs(
  taught: readonly Taught[],
  messages: readonly LabelledMessage[],
): Promise<Record<'alone' | 'whole', NlpJsFigures>> {
  const knowledge = await currentKnowledge();
  const began = performance.now();
  const classifier = learnIntents(taught, knowledge);
  const trainMs = performance.now() - began;
  // Not a copy, which would read all that is loaded at first use: what is not replaced is asked of the original.
  const taughtAnew = Object.create(knowledge, { classifier: { value: classifier } }) as Knowledge;
  const whole = judge(messages, taughtAnew).map(({ answered, ms }) => ({ intent: answered, ms }));
  const alone = messages.map(({ text }) => classified(text, taughtAnew));
  knowledge.close();
  return { alone: { trainMs, answers: alone }, whole: { trainMs, answers: whole } };
}

function classified(text: string, knowledge: Knowledge): NlpJsFigures['answers'][number] {
  const began = performance.now();
  const { typed } = extractSlots(normalise(text, knowledge).text, knowledge);
  const intent = classify(typed, knowledge.classifier)[0]?.name ?? 'out-of-scope';
  return { intent, ms: performance.now() - began };
}

function rowsOf(name: string, figures: NlpJsFigures, messages: readonly LabelledMessage[], peer?: NlpJsFigures): Row[] {
  const { trainMs, answers } = figures;
  const perMessage = answers.map((answer) => answer.ms);
  const beside = (own: number, other: number | undefined): Pick<Row, 'ratio'> =>
    other === undefined ? {} : { ratio: ratio(own, other, 'nlp.js') };
  return [
    {
      what: `classifier: ${name}, right of ${messages.length} held-out messages`,
      median: percent(accuracy(figures, messages)),
      ...beside(accuracy(figures, messages), peer && accuracy(peer, messages)),
    },
    { what: `classifier: ${name}, training`, median: time(trainMs), ...beside(trainMs, peer?.trainMs) },
    {
      what: `classifier: ${name}, one message`,
      ...times(perMessage),
      ...beside(median(perMessage), peer && median(peer.answers.map((answer) => answer.ms))),
    },
  ];
}

/** Share of messages that got the labelled intent itself. */
function accuracy({ answers }: NlpJsFigures, messages: readonly LabelledMessage[]): number {
  return messages.filter(({ intent }, index) => answers[index]?.intent === intent).length / messages.length;
}
