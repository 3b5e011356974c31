import type { StoreOptions } from '../src/adapters/storage/index.ts';
import { DESK_DEFAULTS, type Incoming, type Knowledge, LADDER, type Settings, type Ticket } from '../src/core/index.ts';
import { type BenchEngine, startEngine } from './support/bench-engine.ts';
import type { BenchStore } from './support/bench-stores.ts';
import { messageFrom } from './support/conversation.ts';
import { countOf, type Row, times } from './support/figures.ts';
import { quickAdapter } from './support/quick-adapter.ts';
import { type Messages, onMessages } from './support/on-messages.ts';
import { dueAt, sayAll, sayAtRate } from './support/traffic.ts';

const TICKETS = 100;
const RATE = 500;
/** Of every five messages one goes from an asker to the desk, and one from an agent to the asker. */
const [FROM_ASKER, FROM_AGENT, CYCLE] = [0, 1, 5];
const QUEUE = { id: 'general', names: {}, desk: 'desk:C9', languages: [], intents: [], providers: [] } as const;
const SETTINGS: Settings = {
  defaultLanguage: 'en',
  service: { ...DESK_DEFAULTS, queues: [{ ...QUEUE, escalation: LADDER }], ticketsPerDay: 1000 },
};

/** How long answers and words that are passed on take while 100 tickets are open. */
export function deskPart(share: number): Promise<Row[]> {
  return onMessages('desk', countOf(4000, share), measured);
}

async function measured({ name, fresh }: BenchStore, { messages, knowledge }: Messages): Promise<Row[]> {
  const { committed, passedOn } = await openLoop(await fresh(), messages, knowledge);
  const what = `desk: ${name}, ${RATE}/s with ${TICKETS} open tickets`;
  return [
    { what: `${what}, receive → committed`, ...times(committed) },
    { what: `${what}, said on one side → given to the other`, ...times(passedOn) },
  ];
}

interface Latencies {
  committed: number[];
  passedOn: number[];
}

async function openLoop(options: StoreOptions, questions: Incoming[], knowledge: Knowledge): Promise<Latencies> {
  const [committedAt, deliveredAt] = [new Map<string, number>(), new Map<string, number>()];
  const running = await startEngine(options, knowledge, (id) => committedAt.set(id, performance.now()), {
    settings: () => SETTINGS,
  });
  for (const name of ['bench', 'desk'])
    running.engine.deliverTo(
      quickAdapter(name, (text) => deliveredAt.set(/no\d+no/.exec(text)?.[0] ?? '', performance.now())),
    );
  const tickets = await openTickets(running);
  const messages = questions.map((question, index) => mixed(question, index, tickets));
  const began = await sayAtRate(running.engine.receive, messages, RATE);
  await running.engine.idle();
  await running.stop();
  const took = (at: number | undefined, index: number): number => (at ?? Number.NaN) - dueAt(began, index, RATE);
  return {
    committed: messages.map(({ id }, index) => took(committedAt.get(id), index)),
    passedOn: messages.flatMap((_, index) =>
      index % CYCLE > FROM_AGENT ? [] : [took(deliveredAt.get(mark(index)), index)],
    ),
  };
}

async function openTickets({ engine, store }: BenchEngine): Promise<Ticket[]> {
  const asked = Array.from({ length: TICKETS }, (_, index) =>
    messageFrom(`bench:t${index}`, 'I want to talk to a human', -1 - index),
  );
  await sayAll(engine.receive, asked, TICKETS);
  await engine.idle();
  const tickets = await store.tickets({ limit: TICKETS });
  if (tickets.length < TICKETS || tickets.some(({ desk }) => desk === undefined))
    throw new Error('not every ticket reached the desk');
  return tickets;
}

function mixed(question: Incoming, index: number, tickets: readonly Ticket[]): Incoming {
  const ticket = tickets[Math.floor(index / CYCLE) % tickets.length];
  if (!ticket?.desk || index % CYCLE > FROM_AGENT) return question;
  const words = `it still says no connection, ${mark(index)}`;
  if (index % CYCLE === FROM_ASKER) return messageFrom(ticket.conversation, words, index);
  const agent = { id: 'desk:kim', name: 'Kim', bot: false } as const;
  return {
    ...messageFrom(`${ticket.desk}/kim`, `>> ${words}`, index),
    place: ticket.desk,
    private: false,
    author: agent,
    addressed: 'thread',
  };
}

/** By which what was passed on is known on the other side. */
function mark(index: number): string {
  return `no${index}no`;
}
