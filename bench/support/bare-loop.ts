import { join } from 'node:path';
import { openStore, STATE_FILE } from '../../src/adapters/storage/index.ts';
import { openSqliteFile } from '../../src/adapters/storage/sqlite.ts';
import { type Event, type Incoming, type Knowledge, redactEvent, respond } from '../../src/core/index.ts';
import { bareStatements, type BareStatements } from './bare-statements.ts';
import { firstSituation } from './conversation.ts';

/**
 * The peer of the pipeline: the same core, the same durable file and groups of the same size, but only prepared
 * statements in a loop, without ports, workers, savepoints or recovery. Gives the milliseconds that it took.
 */
export async function bareLoop(
  stateDir: string,
  messages: readonly Incoming[],
  knowledge: Knowledge,
  group: number,
): Promise<number> {
  await (await openStore({ stateDir })).close();
  const file = openSqliteFile(join(stateDir, STATE_FILE));
  const statements = bareStatements(file);
  const began = performance.now();
  for (let at = 0; at < messages.length; at += group) {
    const events = messages.slice(at, at + group).map((one) => redactEvent(one, { secretExpected: false, knowledge }));
    file.transaction(() => events.forEach((event) => statements.accept(event))).immediate();
    const turns = events.map((event) => respond(event, situationOf(event, statements), knowledge, Date.now()));
    file.transaction(() => turns.forEach((turn) => statements.commit(turn, Date.now()))).immediate();
  }
  const took = performance.now() - began;
  file.close();
  return took;
}

function situationOf(event: Event, statements: BareStatements): ReturnType<typeof firstSituation> {
  const first = firstSituation(event);
  const conversation = statements.conversation(event.conversation) ?? first.conversation;
  return { ...first, conversation, person: statements.person(event.author.id) ?? first.person };
}

/** What the disk alone takes: milliseconds of each commit of one small row. */
export async function durableCommits(stateDir: string, count: number): Promise<number[]> {
  await (await openStore({ stateDir })).close();
  const file = openSqliteFile(join(stateDir, STATE_FILE));
  const insert = file.prepare('insert into adapter_state (name, value) values (?, ?)');
  const taken = Array.from({ length: count }, (_, index) => {
    const began = performance.now();
    insert.run(`bench-${index}`, '');
    return performance.now() - began;
  });
  file.close();
  return taken;
}
