import type { ColumnDataType, Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Adds the columns that are not there yet: safe to run again after a crash half way. */
export async function addColumns(
  db: Kysely<Tables>,
  table: keyof Tables,
  columns: Record<string, ColumnDataType>,
): Promise<void> {
  const tables = await db.introspection.getTables();
  const there = new Set(tables.find(({ name }) => name === table)?.columns.map(({ name }) => name));
  for (const [name, type] of Object.entries(columns)) {
    if (!there.has(name)) await db.schema.alterTable(table).addColumn(name, type).execute();
  }
}
