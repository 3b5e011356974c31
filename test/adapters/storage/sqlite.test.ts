import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { createSeal } from '../../../src/adapters/storage/sealing.ts';
import { openSqliteFile, sqliteBackend } from '../../../src/adapters/storage/sqlite.ts';
import { createStore } from '../../../src/adapters/storage/store.ts';
import { describeStore } from '../../contract/store.ts';

describeStore('SQLite', async () => {
  const store = await createStore(sqliteBackend(openSqliteFile(':memory:')), createSeal(randomBytes(32)));
  onTestFinished(() => store.close());
  return store;
});
