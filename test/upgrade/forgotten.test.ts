import { describe, expect, it, vi } from 'vitest';
import type { StateStore, StoreOptions } from '../../src/adapters/storage/index.ts';
import { RETENTION } from '../../src/core/index.ts';
import { missingPostgres, sharedPostgres } from '../support/postgres.ts';
import { opened } from './afterwards.ts';
import { dumpedReleases } from './dumps.ts';
import type { House } from './house.ts';
import { inDatabase, inFile, rowsOf } from './loaded.ts';
import { DAY, kimPresses, ticketOf } from './story.ts';

// A whole bot goes on with each state.
vi.setConfig({ testTimeout: 60_000 });

/** What anybody said in the story: people, agents and the assistant to them. */
const WORDS = [
  /imap of g/i,
  /talk to a human/i,
  /tried port 993/,
  /it says this/,
  /on a phone/,
  /Which phone/,
  /转人工客服/u,
  /真人客服/u,
  /連接埠請用/u,
  /cook rice/,
  /error\.png/,
  /Gmail/,
  /verdict|imap\.qq\.com/,
  /^\u0089PNG/,
];
const CY = [/真人客服/u, /連接埠請用/u, /已結束/u, /"cy"/];

describe.each(dumpedReleases())('what a state of %s holds of people', (release) => {
  describeForgetting(() => Promise.resolve(inFile(release)));

  describe.skipIf(missingPostgres() !== undefined)('in a database', () => {
    const postgres = sharedPostgres();

    describeForgetting(() => inDatabase(release, postgres()));
  });
});

function describeForgetting(load: () => Promise<StoreOptions>): void {
  it('is all gone when every period is over', async () => {
    const options = await load();
    const house = await opened(options);
    await endAll(house);
    const before = await found(options, WORDS);

    await eraseAll(house.store, house.clock.now() + 400 * DAY);

    expect(before).not.toEqual([]);
    expect(await found(options, WORDS)).toEqual([]);
    const { tickets, ticket_events, inbox, outbox, attachments, conversations } = await rowsOf(options);
    expect([tickets, ticket_events, inbox, outbox, attachments, conversations]).toEqual([[], [], [], [], [], []]);
  });

  it('is gone when a person wants it gone, with what agents said to them', async () => {
    const options = await load();
    const house = await opened(options);
    await endAll(house);
    const before = await found(options, CY);

    await house.store.erasePerson('discord:cy', house.clock.now());

    expect(before).not.toEqual([]);
    expect(await found(options, CY)).toEqual([]);
    expect(await found(options, [/tried port 993/])).not.toEqual([]);
  });
}

/** Everything is answered, delivered, taken up again and closed. */
async function endAll({ store, hears, later, clock }: House): Promise<void> {
  await later(DAY);
  for (const { id } of await store.deadLetters(10)) await store.retryDeadLetter(id, clock.now());
  await later(DAY);
  for (const who of ['ann', 'bo', 'di', 'mal']) {
    const ticket = await ticketOf(store, who);
    for (const { id, kind } of (await store.ticketNumbered(ticket.number))?.events ?? [])
      if (kind === 'agent-draft') await hears(kimPresses(ticket, { name: 'send-draft', draft: id }));
    await hears(kimPresses(ticket, { name: 'resolve-ticket' }));
    await hears(kimPresses(ticket, { name: 'close-ticket' }));
  }
  expect((await store.tickets({ limit: 10 })).map(({ state }) => state)).toEqual(Array(5).fill('closed'));
}

/** In several goes: what others refer to goes last. */
async function eraseAll(store: StateStore, now: number): Promise<void> {
  for (let go = 0; go < 4; go++) while (await store.eraseExpired(now, RETENTION));
}

/** Where such words stand, in whatever table and column. */
async function found(options: StoreOptions, words: readonly RegExp[]): Promise<string[]> {
  const places: string[] = [];
  for (const [table, rows] of Object.entries(await rowsOf(options)))
    for (const row of rows)
      for (const [column, value] of Object.entries(row)) {
        const text = Buffer.isBuffer(value) ? value.toString('latin1') : String(value);
        if (words.some((word) => word.test(text))) places.push(`${table}.${column}: ${text.slice(0, 80)}`);
      }
  return places;
}
