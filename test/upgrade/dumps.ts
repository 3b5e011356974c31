import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';

/** One folder for each release: its state in a file, and in PostgreSQL, as SQL that people can read. */
export const DUMPS = join(import.meta.dirname, 'dumps');
export const FILES = { sqlite: 'sqlite.sql', postgres: 'postgres.sql' };

export function dumpedReleases(): string[] {
  return readdirSync(DUMPS).toSorted();
}

/** Tables, rows and indexes, one statement a line, so that two dumps can be compared. */
export function dumpSqlite(file: Database.Database): string {
  const parts = file.prepare<[], Part>(`select type, name, sql from sqlite_master where sql is not null`).all();
  const tables = parts.filter(({ type, name }) => type === 'table' && !name.startsWith('sqlite_'));
  const rows = tables.flatMap(({ name }) => insertsOf(file, name));
  const indexes = parts.filter(({ type }) => type === 'index').map(({ sql }) => `${sql};`);
  return `${[...tables.map(({ sql }) => `${sql};`), ...rows, ...indexes].join('\n')}\n`;
}

interface Part {
  type: string;
  name: string;
  sql: string;
}

function insertsOf(file: Database.Database, table: string): string[] {
  const columns = file.pragma(`table_info("${table}")`) as { name: string }[];
  const values = columns.map(({ name }) => `quote("${name}")`).join(` || ', ' || `);
  const rows = file.prepare<[], { row: string }>(`select ${values} as row from "${table}" order by rowid`).all();
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  return rows.map(({ row }) => `insert into "${table}" (${names}) values (${row});`);
}

/** What pg_dump writes for its own console only is left out. */
export function readablePostgres(dump: string): string {
  const lines = dump.split('\n').filter((line) => !line.startsWith('\\') && !line.startsWith('--'));
  return `${lines
    .join('\n')
    .replaceAll(/\n{2,}/g, '\n')
    .trim()}\n`;
}
