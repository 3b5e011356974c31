import { onTestFinished } from 'vitest';
import { postgresBackend } from '../../src/adapters/storage/postgres.ts';
import { createSeal, keyFromText } from '../../src/adapters/storage/sealing.ts';
import { createStore, type StateStore } from '../../src/adapters/storage/store.ts';
import type { PostgresServer } from './postgres.ts';

const SEAL = createSeal(keyFromText('all processes have the same key'));

/** The store of one more process on a database. */
export async function storeOn(url: string): Promise<StateStore> {
  const store = await createStore(postgresBackend(url), SEAL);
  onTestFinished(() => store.close());
  return store;
}

/** As if every process had stood still for longer than a lease lasts. */
export async function endLeases(server: PostgresServer, url: string): Promise<void> {
  await server.query('update leases set expires_at = 0; update jobs set leased_until = 0', url);
}
