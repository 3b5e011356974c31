import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Queries, Tables } from '../tables.ts';

/** How many rows a table has, and a hash of them that does not depend on their order. */
export interface Digest {
  rows: number;
  hash: string;
}

type Row = Record<string, unknown>;

/** Not state: what a process holds at the moment, and how numbers are given. */
const NOT_COPIED: ReadonlySet<string> = new Set(['leases', 'counters']);
/** What others refer to comes first. */
const FIRST = 'tickets';
/** Rows that are read at once; of files fewer, as each may be large. */
const PAGE = 500;
const FILES_IN_A_PAGE = 4;
const HASH_SPACE = 1n << 256n;

/** By which a table is read page after page, each from where the last one ended; whoever has no key is small. */
const KEYS: Record<Exclude<keyof Tables, 'visits' | 'leases' | 'counters'>, readonly string[]> = {
  inbox: ['sequence'],
  outbox: ['sequence'],
  ticket_events: ['sequence'],
  jobs: ['sequence'],
  conversations: ['id'],
  persons: ['id'],
  tickets: ['id'],
  timers: ['id'],
  gaps: ['id'],
  feedback: ['id'],
  attachments: ['id'],
  message_links: ['place', 'message'],
  relays: ['place', 'message', 'operation'],
  memberships: ['desk', 'person'],
  adapter_state: ['name'],
  place_checks: ['place'],
  presence: ['person'],
  kept_buttons: ['key'],
};

/** Copies every table; both have the same schema, and the target has no rows. Gives what was read. */
export async function copyAll(from: Queries, to: Queries): Promise<Record<string, Digest>> {
  const digests: Record<string, Digest> = {};
  for (const table of await stateTables(from)) {
    digests[table.name] = await digest(from, table, (rows) => insert(to, table.name, rows));
  }
  return digests;
}

export async function digestAll(db: Queries): Promise<Record<string, Digest>> {
  const digests: Record<string, Digest> = {};
  for (const table of await stateTables(db)) digests[table.name] = await digest(db, table);
  return digests;
}

/** Whether nothing was ever stored there. */
export async function isEmpty(db: Queries): Promise<boolean> {
  for (const { name } of await stateTables(db)) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}

/** The highest number in use. */
export async function highestNumber(db: Queries): Promise<number> {
  let highest = 0;
  for (const { name, columns } of await stateTables(db)) {
    if (!columns.includes('sequence')) continue;
    const { rows } = await sql<{ highest: number | null }>`
      select max(sequence) as highest from ${sql.table(name)}`.execute(db);
    highest = Math.max(highest, rows[0]?.highest ?? 0);
  }
  return highest;
}

interface StateTable {
  name: string;
  columns: string[];
}

async function stateTables(db: Queries): Promise<StateTable[]> {
  const tables = await db.introspection.getTables();
  return tables
    .filter(({ name }) => !NOT_COPIED.has(name))
    .map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name).toSorted() }))
    .toSorted((one, other) => Number(other.name === FIRST) - Number(one.name === FIRST));
}

async function digest(db: Queries, table: StateTable, take?: (rows: Row[]) => Promise<void>): Promise<Digest> {
  let rows = 0;
  let sum = 0n;
  for await (const page of pagesOf(db, table)) {
    for (const row of page) sum += hashOf(row, table.columns);
    await take?.(page);
    rows += page.length;
  }
  return { rows, hash: (sum % HASH_SPACE).toString(16) };
}

async function* pagesOf(db: Queries, { name, columns }: StateTable): AsyncGenerator<Row[]> {
  const size = columns.includes('content') ? FILES_IN_A_PAGE : PAGE;
  const key = (KEYS as Record<string, readonly string[] | undefined>)[name];
  const order = sql.join((key ?? columns).map((column) => sql.ref(column)));
  let last: Row | undefined;
  let read = 0;
  do {
    const page = await sql<Row>`
      select * from ${sql.table(name)} ${key && last ? sql`where ${isAfter(key, last)}` : sql``}
      order by ${order} limit ${size} offset ${key ? 0 : read}`.execute(db);
    if (page.rows.length > 0) yield page.rows;
    last = page.rows.length < size ? undefined : page.rows.at(-1);
    read += page.rows.length;
  } while (last);
}

function isAfter(key: readonly string[], row: Row) {
  return sql`(${sql.join(key.map((column) => sql.ref(column)))}) > (${sql.join(key.map((column) => row[column]))})`;
}

function hashOf(row: Row, columns: readonly string[]): bigint {
  const hash = createHash('sha256');
  for (const column of columns) {
    const value = row[column];
    const text = Buffer.isBuffer(value) ? value.toString('base64') : value;
    hash.update(`${JSON.stringify([column, text ?? null])}\n`);
  }
  return BigInt(`0x${hash.digest('hex')}`);
}

async function insert(to: Queries, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => sql.val(row[column])))})`);
  await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(to);
}
