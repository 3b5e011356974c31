import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore, STATE_FILE } from '../../src/adapters/storage/index.ts';
import { createSeal } from '../../src/adapters/storage/sealing.ts';
import { openSqliteFile, sqliteBackend } from '../../src/adapters/storage/sqlite.ts';
import { createStore } from '../../src/adapters/storage/store.ts';
import { systemClock } from '../../src/bot/clock.ts';
import { missingPostgres, sharedPostgres } from '../support/postgres.ts';
import { storeOn } from '../support/postgres-stores.ts';
import { tempDir } from '../support/temp-dir.ts';
import { engineBench, says, saysAs } from './engine-bench.ts';

describe.skipIf(missingPostgres() !== undefined)('a database that goes away for a while', () => {
  const postgres = sharedPostgres();

  it('lets nothing be acknowledged, and everything is caught up when it is back', async () => {
    const store = await storeOn(await postgres().database());
    const { engine, adapter, log } = await engineBench({ store, clock: systemClock });
    await engine.receive(says('before'));
    await expect.poll(() => adapter.texts()).toEqual(['before #1']);
    await engine.receive(saysAs('bob', 'just before'));

    await postgres().stop();
    const during = says('during');
    const refused = await engine.receive(during).catch((error: unknown) => error);
    await postgres().start();
    await expect
      .poll(() => engine.receive(during).catch(() => 'refused'), { timeout: 15_000 })
      .toEqual({ kind: 'ack' });
    await expect.poll(() => adapter.texts(), { timeout: 15_000 }).toHaveLength(3);

    expect(refused).toMatchObject({ name: 'StoreError', code: 'unreachable' });
    expect(adapter.texts().toSorted()).toEqual(['before #1', 'during #2', 'just before #1']);
    expect(log.some(({ msg }) => msg === 'event-dead-lettered')).toBe(false);
  }, 60_000);

  it('refuses a start with a plain reason', async () => {
    await postgres().stop();

    const options = { stateDir: tempDir(), databaseUrl: postgres().url() };
    const refused = await openStore(options).catch((error: unknown) => error);
    await postgres().start();

    expect(refused).toMatchObject({ name: 'StoreError', code: 'unreachable' });
  }, 60_000);
});

/** Until it is called again. */
type Refusing = (file: Database.Database, path: string) => () => void;

const REFUSALS: [string, Refusing][] = [
  [
    'full',
    (file) => {
      file.pragma(`max_page_count = ${String(file.pragma('page_count', { simple: true }))}`);
      return () => file.pragma('max_page_count = 1000000');
    },
  ],
  [
    'locked',
    (_, path) => {
      const other = openSqliteFile(path);
      other.exec('begin immediate');
      return () => other.close();
    },
  ],
];

describe('a state file that refuses for a while', () => {
  it.each(REFUSALS)(
    'because it is %s lets nothing be acknowledged, and everything is caught up after',
    async (code, refuse) => {
      const path = join(tempDir(), STATE_FILE);
      const file = openSqliteFile(path);
      const store = await createStore(sqliteBackend(file), createSeal(randomBytes(32)));
      const { engine, adapter, log } = await engineBench({ store, clock: systemClock });
      onTestFinished(() => store.close());
      await engine.receive(says('before'));
      await expect.poll(() => adapter.texts()).toEqual(['before #1']);

      const during = says(`during${' and more'.repeat(10_000)}`);
      const allow = refuse(file, path);
      const refused = await engine.receive(during).catch((error: unknown) => error);
      const others = await Promise.allSettled([engine.receive(saysAs('bob', during.text)), engine.receive(during)]);
      allow();
      await expect
        .poll(() => engine.receive(during).catch(() => 'refused'), { timeout: 15_000 })
        .toEqual({ kind: 'ack' });
      await expect.poll(() => adapter.texts('test:ann'), { timeout: 15_000 }).toHaveLength(2);

      expect(refused).toMatchObject({ name: 'StoreError', code });
      expect(others.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(adapter.texts('test:ann').at(-1)).toMatch(/^during and more.* #2$/);
      expect(adapter.texts('test:bob')).toEqual([]);
      expect(log.some(({ msg }) => msg === 'event-dead-lettered')).toBe(false);
    },
    60_000,
  );
});
