import { randomBytes } from 'node:crypto';
import { describe, onTestFinished } from 'vitest';
import { postgresBackend } from '../../../src/adapters/storage/postgres.ts';
import { createSeal } from '../../../src/adapters/storage/sealing.ts';
import { createStore } from '../../../src/adapters/storage/store.ts';
import { describeStore } from '../../contract/store.ts';
import { missingPostgres, sharedPostgres } from '../../support/postgres.ts';

describe.skipIf(missingPostgres() !== undefined)('on a real server', () => {
  const postgres = sharedPostgres();

  describeStore('PostgreSQL', async () => {
    const store = await createStore(postgresBackend(await postgres().emptyDatabase()), createSeal(randomBytes(32)));
    onTestFinished(() => store.close());
    return store;
  });
});
