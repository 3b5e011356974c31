import { onTestFinished } from 'vitest';
import { openStore, type StoreOptions } from '../../src/adapters/storage/index.ts';
import type { MailNetwork } from '../../src/core/index.ts';
import { testKnowledge } from '../support/knowledge.ts';
import { BEGIN, type House, openHouse } from './house.ts';

export const HOUR = 3_600_000;

const NETWORK: MailNetwork = {
  check: (host) =>
    Promise.resolve({ host, status: 'checked', ports: [], verdict: 'good', notChecked: [], checkedAt: BEGIN }),
  discover: () => Promise.reject(new Error('nobody asked for a discovery')),
};

/** An hour after the bot before had died: its leases are over, and what was snoozed is due. */
export async function opened(options: StoreOptions): Promise<House> {
  const store = await openStore(options);
  const house = await openHouse(store, testKnowledge(), { now: BEGIN + 2 * HOUR, network: NETWORK });
  onTestFinished(async () => {
    await house.engine.stop();
    await store.close();
  });
  return house;
}
