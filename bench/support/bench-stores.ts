import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreOptions } from '../../src/adapters/storage/index.ts';
import { missingPostgres, PostgresServer } from '../../test/support/postgres-server.ts';
import { type Row, skipped } from './figures.ts';
import { inScratch } from './scratch.ts';

/** A kind of state store, as durable as an operator's. */
export interface BenchStore {
  name: 'SQLite' | 'PostgreSQL';
  /** An empty one each time. */
  fresh: () => Promise<StoreOptions>;
}

/** Measures on SQLite and then on a PostgreSQL of its own, where that is installed. */
export async function onEachStore(what: string, measure: (store: BenchStore) => Promise<Row[]>): Promise<Row[]> {
  return inScratch(async (folder) => {
    const stateDir = (): string => mkdtempSync(join(folder, 'state-'));
    const rows = await measure({ name: 'SQLite', fresh: () => Promise.resolve({ stateDir: stateDir() }) });
    const missing = missingPostgres();
    if (missing !== undefined) return [...rows, skipped(`${what} on PostgreSQL`, missing)];
    const server = new PostgresServer({ durable: true });
    try {
      await server.start();
      const fresh = async () => ({ stateDir: stateDir(), databaseUrl: await server.database() });
      return [...rows, ...(await measure({ name: 'PostgreSQL', fresh }))];
    } finally {
      await server.remove();
    }
  });
}
