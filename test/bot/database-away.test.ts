import { openStore } from '../../src/adapters/storage/index.ts';
import { describe, expect, it } from 'vitest';
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
