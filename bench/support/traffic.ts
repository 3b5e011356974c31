import type { StoreOptions } from '../../src/adapters/storage/index.ts';
import { type Event, type Incoming, type Knowledge, type Receive, redactEvent, respond } from '../../src/core/index.ts';
import { startEngine } from './bench-engine.ts';
import { firstSituation, messageFrom } from './conversation.ts';
import { examples, sample } from './sources.ts';

const PEOPLE = 500;

/** What many people ask in turn; only what the first answer ends: no check, no ticket. */
export function conversationsOf(count: number, knowledge: Knowledge): Incoming[] {
  const texts = sample(examples(), 1000)
    .map((example) => example.text)
    .filter((text) => isAnsweredAtOnce(messageFrom('bench:ann', text, 0), knowledge));
  return Array.from({ length: count }, (_, index) =>
    messageFrom(`bench:p${index % PEOPLE}`, texts[index % texts.length] ?? '', index),
  );
}

function isAnsweredAtOnce(message: Incoming, knowledge: Knowledge): boolean {
  const event: Event = redactEvent(message, { secretExpected: false, knowledge });
  const turn = respond(event, firstSituation(event), knowledge, Date.now());
  return turn.jobs.length === 0 && turn.ticket === undefined;
}

/** Always `onTheWay` messages at once; gives the milliseconds until the last Turn is committed. */
export async function feed(
  options: StoreOptions,
  messages: readonly Incoming[],
  knowledge: Knowledge,
  onTheWay: number,
): Promise<number> {
  const { engine, stop } = await startEngine(options, knowledge);
  const began = performance.now();
  await sayAll(engine.receive, messages, onTheWay);
  await engine.idle();
  const took = performance.now() - began;
  await stop();
  return took;
}

/** Resolves when all are accepted. */
export async function sayAll(receive: Receive, messages: readonly Incoming[], onTheWay: number): Promise<void> {
  const waiting = messages.values();
  await Promise.all(Array.from({ length: onTheWay }, () => sayNext(receive, waiting)));
}

/** Several share one iterator: each message is taken once. */
async function sayNext(receive: Receive, waiting: Iterable<Incoming>): Promise<void> {
  for (const message of waiting) await receive(message);
}

/** Messages come when they come, whether or not the last were handled. Resolves with when the first one was due. */
export async function sayAtRate(receive: Receive, messages: readonly Incoming[], perSecond: number): Promise<number> {
  const began = performance.now();
  const sending: Promise<unknown>[] = [];
  while (sending.length < messages.length) {
    for (const message of messages.slice(sending.length)) {
      if (dueAt(began, sending.length, perSecond) > performance.now()) break;
      sending.push(receive(message));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(sending);
  return began;
}

export function dueAt(began: number, index: number, perSecond: number): number {
  return began + (index * 1000) / perSecond;
}

export function perSecond(count: number, ms: number): number {
  return (count * 1000) / ms;
}
