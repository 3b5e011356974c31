import { describe, expect, it } from 'vitest';
import { BackfillWorker } from '../../src/bot/backfill.ts';
import {
  type BackfillResult,
  type Incoming,
  NotYetKnown,
  type PlaceId,
  type PlaceToCheck,
} from '../../src/core/index.ts';
import { message } from '../contract/store-builders.ts';
import { FakeClock, settle } from '../support/fake-clock.ts';

const HOUR = 3_600_000;
const PACE = 1300;

interface Look {
  place: PlaceId;
  since: number;
}

/** A platform with a history, and a store that says where to look. */
function bench(results: Record<string, BackfillResult[]>, known: PlaceToCheck[]) {
  const clock = new FakeClock();
  const looks: Look[] = [];
  const received: Incoming[] = [];
  const checked: PlaceId[] = [];
  const checks = new Map<PlaceId, { checkedAt: number; seenUntil?: number }>();
  const faults: string[] = [];
  const state: { connected: boolean; gaps: number; refuses: Error | undefined; away: boolean } = {
    connected: true,
    gaps: 1,
    refuses: undefined,
    away: false,
  };
  const worker = new BackfillWorker({
    clock,
    adapter: {
      name: 'test',
      health: () => ({ detail: '', ...state }),
      backfill: (place, since) => {
        looks.push({ place, since });
        return Promise.resolve(results[place]?.shift() ?? { ok: true, events: [] });
      },
      places: () => Promise.resolve(['test:channel']),
    },
    store: {
      placesToCheck: (_adapter, _since, others) =>
        state.away
          ? Promise.reject(new Error('the database is away'))
          : Promise.resolve([
              ...known.map((one) => ({ ...one, ...checks.get(one.place) })),
              ...others.map((place) => ({ place, checkedAt: undefined, ...checks.get(place) })),
            ]),
      placeChecked: (place, { at, seenUntil = checks.get(place)?.seenUntil }) => {
        checks.set(place, { checkedAt: at, ...(seenUntil !== undefined && { seenUntil }) });
        checked.push(place);
        return Promise.resolve();
      },
    },
    receive: (event) => {
      if (state.refuses) return Promise.reject(state.refuses);
      received.push(event);
      return Promise.resolve({ kind: 'ack' });
    },
    events: {
      backfilled: () => {},
      backfillFailed: (_, reason) => faults.push(reason),
      storeRefused: () => faults.push('store'),
    },
  });
  return { clock, looks, received, checked, faults, state, worker };
}

describe('looking back', () => {
  it('reads every place once connected, known ones first, from a little before what was read last', async () => {
    const seen = 1_900_000_000_000 - 30 * HOUR;
    const { clock, looks, checked, worker } = bench({}, [
      { place: 'test:dm', checkedAt: 1_900_000_000_000 - HOUR, seenUntil: seen },
    ]);
    worker.start();

    await settle();
    await clock.advance(PACE);

    expect(looks.map(({ place }) => place)).toEqual(['test:dm', 'test:channel']);
    expect(looks[0]?.since).toBe(seen - 2 * 60_000);
    expect(looks[1]?.since).toBe(1_900_000_000_000 + PACE - 24 * HOUR);
    expect(checked).toEqual(['test:dm', 'test:channel']);
  });

  it('does not look while there is no connection, and looks again after each one', async () => {
    const { clock, looks, state, worker } = bench({}, []);
    state.connected = false;
    worker.start();
    await settle();
    await clock.advance(10_000);
    const before = looks.length;

    state.connected = true;
    await clock.advance(2000 + PACE);

    state.connected = false;
    await clock.advance(4000);
    state.connected = true;
    await clock.advance(4000);

    expect([before, looks.length]).toEqual([0, 2]);
  });

  it('looks again, once, after each gap, also when the connection seemed to be up all the time', async () => {
    const { clock, looks, state, worker } = bench({}, []);
    worker.start();
    await settle();
    await clock.advance(4000);
    const before = looks.length;

    state.gaps += 1;
    await clock.advance(200_000);

    expect([before, looks.length]).toEqual([1, 2]);
  });

  it('still looks when the store was away as the connection came up', async () => {
    const { clock, looks, state, faults, worker } = bench({}, []);
    state.away = true;
    worker.start();
    await settle();
    const during = looks.length;

    state.away = false;
    await clock.advance(10_000);

    expect(faults).toEqual(['store']);
    expect([during, looks.length]).toEqual([0, 1]);
  });

  it.each([
    ['ahead', HOUR],
    ['behind', -HOUR],
  ])('goes on from the last message that it read while its clock is an hour %s', async (_, ahead) => {
    const said = 1_900_000_000_000;
    const read: BackfillResult = { ok: true, events: [], until: said };
    const { clock, looks, state, worker } = bench({ 'test:channel': [read] }, []);
    await clock.advance(HOUR + ahead);
    worker.start();
    await settle();

    state.gaps += 1;
    await clock.advance(4000);

    expect(looks.map(({ since }) => since).slice(1)).toEqual([said - 2 * 60_000]);
  });

  it('hands what it finds in by the one door, in order, and only then calls the place checked', async () => {
    const events = [message('1'), message('2')];
    const { received, checked, state, clock, faults, worker } = bench(
      {
        'test:dm': [
          { ok: true, events },
          { ok: true, events },
        ],
      },
      [{ place: 'test:dm', checkedAt: undefined }],
    );
    state.refuses = new Error('the disk is full');
    worker.start();
    await settle();

    expect(faults).toEqual(['store']);
    expect(checked).toEqual([]);

    state.refuses = undefined;
    await clock.advance(10_000);
    expect(received).toEqual(events);
    expect(checked[0]).toBe('test:dm');
  });

  it('looks again after two minutes where a ticket is open, elsewhere after half an hour', async () => {
    const { clock, looks, worker } = bench({}, [{ place: 'test:desk', checkedAt: undefined, urgent: true }]);
    worker.start();
    await settle();
    await clock.advance(HOUR / 4);
    const early = looks.splice(0);

    await clock.advance(HOUR / 2);

    const ofTicket = early.filter(({ place }) => place === 'test:desk');
    expect([ofTicket.length, early.length - ofTicket.length]).toEqual([8, 1]);
    expect(looks.map(({ place }) => place)).toContain('test:channel');
  });

  it('comes back to a place when the platform asks to wait, and leaves one that is closed', async () => {
    const { clock, looks, checked, faults, worker } = bench(
      {
        'test:busy': [{ ok: false, kind: 'retry', afterMs: 30_000, reason: 'rate-limited' }],
        'test:gone': [{ ok: false, kind: 'refused', reason: 'channel_not_found' }],
      },
      [
        { place: 'test:busy', checkedAt: undefined },
        { place: 'test:gone', checkedAt: undefined },
      ],
    );
    worker.start();
    await settle();
    await clock.advance(29_000);
    expect(looks).toHaveLength(1);

    await clock.advance(1000 + 3 * PACE);

    const order = ['test:busy', 'test:gone', 'test:channel', 'test:busy'];
    expect(looks.map(({ place }) => place).slice(0, 4)).toEqual(order);
    expect(checked.slice(0, 3)).toEqual(['test:gone', 'test:channel', 'test:busy']);
    expect(faults).toEqual(['rate-limited', 'channel_not_found']);
  });

  it('comes back to a place of which nobody knows yet whether it is ours, after all others', async () => {
    const events = [message('1')];
    const { clock, looks, checked, faults, state, worker } = bench(
      {
        'test:thread': [
          { ok: true, events },
          { ok: true, events },
        ],
      },
      [{ place: 'test:thread', checkedAt: undefined }],
    );
    state.refuses = new NotYetKnown();
    worker.start();
    await settle();
    await clock.advance(PACE);

    state.refuses = undefined;
    await clock.advance(PACE);

    expect(looks.map(({ place }) => place)).toEqual(['test:thread', 'test:channel', 'test:thread']);
    expect(checked).toEqual(['test:channel', 'test:thread']);
    expect(faults).toEqual([]);
  });

  it('looks no more once stopped', async () => {
    const { clock, looks, worker } = bench({}, []);
    worker.start();
    await settle();
    await worker.stop();
    const before = looks.length;

    await clock.advance(HOUR);

    expect(looks).toHaveLength(before);
  });
});
