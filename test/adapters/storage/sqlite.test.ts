import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { createSeal } from '../../../src/adapters/storage/sealing.ts';
import { openSqliteFile, sqliteBackend } from '../../../src/adapters/storage/sqlite.ts';
import { createStore, type StateStore } from '../../../src/adapters/storage/store.ts';
import { describeStore } from '../../contract/store.ts';
import { NOW } from '../../contract/store-builders.ts';

async function open(): Promise<StateStore> {
  const store = await createStore(sqliteBackend(openSqliteFile(':memory:')), createSeal(randomBytes(32)));
  onTestFinished(() => store.close());
  return store;
}

/** One process after another has the file: the next one begins by taking up what was left. */
async function afterCrash(store: StateStore): Promise<StateStore> {
  await store.recover(NOW);
  return store;
}

describeStore('SQLite', Object.assign(open, { afterCrash }));
