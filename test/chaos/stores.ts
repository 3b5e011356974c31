import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { PostgresServer } from '../support/postgres.ts';

/** Where the bot keeps its state in one run. */
export interface State {
  /** What the bot must be told. */
  variables: Record<string, string>;
  /** The texts of all that nobody could be given. */
  deadLetters(): Promise<string[]>;
  /** How much is not yet ended: to be answered, or to be sent. */
  pending(): Promise<number>;
  /** Whether the bot could go on with its session in Discord after a death. */
  hasSession(): Promise<boolean>;
  /** Makes its disk full, or gives it room again, where the loop can do that by itself. */
  fill?(full: boolean): Promise<void>;
  /** Writes down what the folder of the run does not hold already. */
  keep?(): Promise<void>;
  /** Takes it away without warning, and brings it back. */
  restart?(): Promise<void>;
  /** Nothing of it is left, where that is not done with the folder of the run. */
  remove?(): Promise<void>;
}

export interface ChaosStore {
  name: string;
  /** What the processes do; all of them may be killed. */
  roles: readonly Role[];
  /** An empty state; `folder` is gone after the run. */
  fresh(folder: string): Promise<State>;
}

type Role = 'all' | 'ingress' | 'worker' | 'web';

const DEAD = [
  `select event as text from inbox where state = 'dead'`,
  `select operation as text from outbox where state = 'dead'`,
];
const PENDING = [
  'select count(*) as number from inbox where ended_at is null',
  'select count(*) as number from outbox where ended_at is null',
];

const SESSION = `select name from adapter_state where name = 'discord-session'`;

type Query = (text: string) => Promise<Record<string, unknown>[]>;

function looking(query: Query): Pick<State, 'deadLetters' | 'pending' | 'hasSession'> {
  const all = async (texts: readonly string[]) => (await Promise.all(texts.map((text) => query(text)))).flat();
  return {
    deadLetters: async () => (await all(DEAD)).map(({ text }) => String(text)),
    pending: async () => (await all(PENDING)).reduce((sum, { number }) => sum + Number(number), 0),
    hasSession: async () => (await query(SESSION)).length > 0,
  };
}

export const SQLITE: ChaosStore = {
  name: 'SQLite',
  roles: ['all'],
  fresh: (folder) => {
    const stateDir = join(folder, 'state');
    return Promise.resolve({
      variables: { POSTILION_STATE_DIR: stateDir },
      ...looking((text) => Promise.resolve(readFile(join(stateDir, 'postilion.sqlite'), text))),
    });
  },
};

function readFile(path: string, text: string): Record<string, unknown>[] {
  if (!existsSync(path)) return [];
  const file = new Database(path, { readonly: true, timeout: 5_000 });
  try {
    return file.prepare<[], Record<string, unknown>>(text).all();
  } finally {
    file.close();
  }
}

/** Leases of those that are killed are over soon, but not while a process of a busy machine only waits for its turn. */
const SHARED = { LEASE_SECONDS: '3', POSTILION_SECRET_KEY: 'the same key for all processes of a run' };

/** What PostgreSQL answers when its disk is full, as long as the row says so. */
const FILLABLE = `
  create table chaos_disk (is_full boolean not null);
  insert into chaos_disk values (false);
  create function chaos_full() returns trigger language plpgsql as $$ begin
    if (select is_full from chaos_disk) then
      raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
    end if;
    return null;
  end $$`;
const TABLES = ['inbox', 'outbox', 'leases', 'conversations', 'ticket_events'];

export function postgresStore(server: PostgresServer, name: string, roles: readonly Role[]): ChaosStore {
  return {
    name,
    roles,
    fresh: async (folder) => {
      const url = await server.database();
      const query: Query = (text) => server.query(text, url);
      let fillable = false;
      return {
        variables: { POSTILION_STATE_DIR: join(folder, 'state'), DATABASE_URL: url, ...SHARED },
        ...looking(query),
        async fill(full) {
          if (!fillable) await makeFillable(query);
          fillable = true;
          await query(`update chaos_disk set is_full = ${String(full)}`);
        },
        keep: async () => {
          for (const table of ['inbox', 'outbox'])
            writeFileSync(
              join(folder, `${table}.json`),
              JSON.stringify(await query(`select * from ${table}`), null, 1),
            );
        },
        async restart() {
          await server.stop();
          await server.start();
        },
        remove: () => server.drop(url),
      };
    },
  };
}

async function makeFillable(query: Query): Promise<void> {
  await query(FILLABLE);
  for (const table of TABLES)
    await query(
      `create trigger chaos_full before insert or update on ${table} for each statement execute function chaos_full()`,
    );
}
