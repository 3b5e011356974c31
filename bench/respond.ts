import { type Event, type Knowledge, redactEvent, respond } from '../src/core/index.ts';
import { firstSituation, messageFrom } from './support/conversation.ts';
import { countOf, type Row, times } from './support/figures.ts';
import { currentKnowledge, examples, sample } from './support/sources.ts';

const LONG_MESSAGE = 2000;
const PASTED = 64 * 1024;
const BUDGET = 'p50 ≤ 0.2 ms, p99 ≤ 1 ms';

/** How long the core takes to read and answer one message, alone on one core. */
export async function respondPart(share: number): Promise<Row[]> {
  const knowledge = await currentKnowledge();
  const texts = examples().map((example) => example.text);
  const short = sample(texts, countOf(texts.length, share));
  const long = piecesOf(texts, LONG_MESSAGE, countOf(400, share));
  const logs = piecesOf(texts.map(logLine), PASTED, countOf(20, share));
  const addresses = [Array.from({ length: 5000 }, (_, index) => `user${index}@mail${index}.example.org`).join(' ')];
  const passes = countOf(5, share);
  const rows = [
    { what: `respond: ${short.length} example messages`, ...timesOf(short, knowledge, passes), budget: BUDGET },
    { what: 'respond: messages of 2,000 characters', ...timesOf(long, knowledge, passes), budget: BUDGET },
    { what: 'respond: 64 KiB of pasted log', ...timesOf(logs, knowledge, passes), budget: '≤ 20 ms' },
    { what: 'respond: 5,000 addresses', ...timesOf(addresses, knowledge, passes * 10), budget: '≤ 20 ms' },
    { what: 'redact: the example messages', ...redactTimes(short, knowledge, passes) },
  ];
  knowledge.close();
  return rows;
}

/** All texts, line by line, cut into pieces of one length. */
function piecesOf(lines: readonly string[], length: number, count: number): string[] {
  const all = lines.join('\n');
  const pieces = Math.ceil(all.length / length);
  return Array.from({ length: Math.min(count, pieces) }, (_, index) => all.slice(index * length, (index + 1) * length));
}

function logLine(text: string, index: number): string {
  const clock = new Date(index * 1000).toISOString();
  return `${clock} mailer[${1000 + index}]: imap.example.org:993 <user${index}@example.org> ${text}`;
}

function timesOf(texts: readonly string[], knowledge: Knowledge, passes: number): Pick<Row, 'median' | 'p99'> {
  const events = texts.map((text, index) => redacted(text, index, knowledge));
  const now = Date.now();
  const answer = (event: Event): unknown => respond(event, firstSituation(event), knowledge, now);
  for (const event of events) answer(event);
  return times(eachOf(events, answer, passes));
}

function redactTimes(texts: readonly string[], knowledge: Knowledge, passes: number): Pick<Row, 'median' | 'p99'> {
  const indices = texts.map((_, index) => index);
  return times(eachOf(indices, (index) => redacted(texts[index] ?? '', index, knowledge), passes));
}

function redacted(text: string, index: number, knowledge: Knowledge): Event {
  return redactEvent(messageFrom('bench:ann', text, index), { secretExpected: false, knowledge });
}

/** Milliseconds of every single call. */
function eachOf<Value>(values: readonly Value[], work: (value: Value) => unknown, passes: number): number[] {
  const taken: number[] = [];
  for (let pass = 0; pass < passes; pass++) {
    for (const value of values) {
      const began = performance.now();
      work(value);
      taken.push(performance.now() - began);
    }
  }
  return taken;
}
