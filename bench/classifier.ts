import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge, type LabelledMessage } from '../src/bot/cli/evaluate.ts';
import { packageRoot } from '../src/bot/variables.ts';
import { type IntentName, learnIntents } from '../src/core/index.ts';
import { countOf, median, percent, ratio, type Row, skipped, time, times } from './support/figures.ts';
import { askNlpJs, type NlpJsFigures } from './support/nlp-js.ts';
import { currentKnowledge, examples, sample } from './support/sources.ts';

const HELD_OUT = join(packageRoot(), 'test', 'evaluation', 'held-out.jsonl');

/** Our understanding beside nlp.js: the same examples to learn from, the same messages that neither has seen. */
export async function classifierPart(share: number): Promise<Row[]> {
  const all = examples();
  const taught = sample(all, countOf(all.length, share));
  const messages = heldOut();
  const own = await askOurs(taught as { text: string; intent: IntentName }[], messages);
  const peer = await askNlpJs(taught, messages);
  return 'reason' in peer
    ? [...rowsOf('ours', own, messages), skipped('classifier: nlp.js', peer.reason)]
    : [...rowsOf('ours', own, messages, peer), ...rowsOf('nlp.js', peer, messages)];
}

function heldOut(): LabelledMessage[] {
  const lines = readFileSync(HELD_OUT, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as LabelledMessage);
}

async function askOurs(
  taught: readonly { text: string; intent: IntentName }[],
  messages: readonly LabelledMessage[],
): Promise<NlpJsFigures> {
  const knowledge = await currentKnowledge();
  const began = performance.now();
  const classifier = learnIntents(taught, knowledge);
  const trainMs = performance.now() - began;
  // The getters of a knowledge are not its own: what is not replaced is asked of it.
  const taughtAnew = Object.create(knowledge, { classifier: { value: classifier } }) as typeof knowledge;
  const answers = judge(messages, taughtAnew).map(({ answered, ms }) => ({ intent: answered, ms }));
  knowledge.close();
  return { trainMs, answers };
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
