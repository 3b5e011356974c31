import { join } from 'node:path';
import { Client, types } from 'pg';
import { openStore, STATE_FILE, type StoreOptions } from '../../src/adapters/storage/index.ts';
import { openSqliteFile } from '../../src/adapters/storage/sqlite.ts';
import { BARE, type Call } from './bare-statements.ts';

/** Prepared statements on one connection to the tables of the real store, and nothing else. */
export interface BareDatabase {
  run<Row>(call: Call): Promise<Row[]> | Row[];
  /** All of them in one durable transaction. */
  together(calls: readonly Call[]): Promise<void> | void;
  close(): Promise<void> | void;
}

export async function openBare(options: StoreOptions): Promise<BareDatabase> {
  await (await openStore(options)).close();
  if (options.databaseUrl !== undefined) return openBarePostgres(options.databaseUrl);
  return openBareSqlite(join(options.stateDir, STATE_FILE));
}

function openBareSqlite(path: string): BareDatabase {
  const file = openSqliteFile(path);
  const statements = new Map(Object.entries(BARE).map(([name, text]) => [name, file.prepare(text)]));
  function run<Row>([name, values]: Call): Row[] {
    const statement = statements.get(name);
    if (!statement?.reader) statement?.run(...values);
    return statement?.reader ? (statement.all(...values) as Row[]) : [];
  }
  return {
    run,
    together: (calls) => file.transaction(() => calls.forEach((call) => run(call))).immediate(),
    close: () => void file.close(),
  };
}

async function openBarePostgres(url: string): Promise<BareDatabase> {
  types.setTypeParser(types.builtins.INT8, Number);
  const client = new Client({ connectionString: url });
  await client.connect();
  async function run<Row>([name, values]: Call): Promise<Row[]> {
    let number = 0;
    const text = BARE[name].replaceAll('?', () => `$${++number}`);
    return (await client.query({ name, text, values })).rows as Row[];
  }
  return {
    run,
    async together(calls) {
      await client.query('begin');
      for (const call of calls) await run(call);
      await client.query('commit');
    },
    close: () => client.end(),
  };
}
