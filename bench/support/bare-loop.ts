import type { StoreOptions } from '../../src/adapters/storage/index.ts';
import {
  type Event,
  type Incoming,
  type Knowledge,
  redactEvent,
  respond,
  type Situation,
} from '../../src/core/index.ts';
import { type BareDatabase, openBare } from './bare-database.ts';
import { accepting, committing, type StoredConversation, type StoredPerson } from './bare-statements.ts';
import { firstSituation } from './conversation.ts';

/**
 * The peer of the pipeline: the same core, the same durable database and groups of the same size, but only prepared
 * statements in a loop, without ports, workers, savepoints or recovery. Gives the milliseconds that it took.
 */
export async function bareLoop(
  options: StoreOptions,
  messages: readonly Incoming[],
  knowledge: Knowledge,
  group: number,
): Promise<number> {
  const database = await openBare(options);
  let sequence = 0;
  const next = (): number => ++sequence;
  const began = performance.now();
  for (let at = 0; at < messages.length; at += group) {
    const events = messages.slice(at, at + group).map((one) => redactEvent(one, { secretExpected: false, knowledge }));
    await database.together(events.map((event) => accepting(event, next())));
    const turns = [];
    for (const event of events) turns.push(respond(event, await situationOf(event, database), knowledge, Date.now()));
    await database.together(turns.flatMap((turn) => committing(turn, Date.now(), next)));
  }
  const took = performance.now() - began;
  await database.close();
  return took;
}

async function situationOf(event: Event, database: BareDatabase): Promise<Situation> {
  const first = firstSituation(event);
  const [state] = await database.run<StoredConversation>(['conversation', [event.conversation]]);
  const [person] = await database.run<StoredPerson>(['person', [event.author.id]]);
  return {
    ...first,
    ...(state && {
      conversation: { ...(JSON.parse(state.state) as Situation['conversation']), version: state.version },
    }),
    ...(person && { person: { ...person, blocked: person.blocked === 1 } }),
  };
}

/** What the disk alone takes: milliseconds of each commit of one small row. */
export async function durableCommits(options: StoreOptions, count: number): Promise<number[]> {
  const database = await openBare(options);
  const taken: number[] = [];
  for (let number = 1; number <= count; number++) {
    const began = performance.now();
    await database.together([['gap', [`bench-${number}`, 0, '', '', '', null, null]]]);
    taken.push(performance.now() - began);
  }
  await database.close();
  return taken;
}
