import { describe } from 'vitest';
import { describeStore } from '../../contract/store.ts';
import { missingPostgres, sharedPostgres } from '../../support/postgres.ts';
import { endLeases, storeOn } from '../../support/postgres-stores.ts';

describe.skipIf(missingPostgres() !== undefined)('on a real server', () => {
  const postgres = sharedPostgres();

  async function open() {
    return storeOn(await postgres().emptyDatabase());
  }

  /** Another process takes over when the leases of the dead one have ended. */
  async function afterCrash() {
    const url = await postgres().emptiedDatabase();
    await endLeases(postgres(), url);
    return storeOn(url);
  }

  describeStore('PostgreSQL', Object.assign(open, { afterCrash }));
});
