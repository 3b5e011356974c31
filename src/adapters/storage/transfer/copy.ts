import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Queries } from '../tables.ts';

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
  const size = table.columns.includes('content') ? FILES_IN_A_PAGE : PAGE;
  const order = sql.join(table.columns.filter((column) => column !== 'content').map((column) => sql.ref(column)));
  for (;;) {
    const page = await sql<Row>`
      select * from ${sql.table(table.name)} order by ${order} limit ${size} offset ${rows}`.execute(db);
    for (const row of page.rows) sum += hashOf(row, table.columns);
    if (page.rows.length > 0) await take?.(page.rows);
    rows += page.rows.length;
    if (page.rows.length < size) return { rows, hash: (sum % HASH_SPACE).toString(16) };
  }
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
