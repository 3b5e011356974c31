import { Gauge, type Registry } from 'prom-client';
import type { PlaceId, Store } from '../core/index.ts';
import { IN_USE, MOST_PLACES } from './backfill.ts';

/** What is looked up whenever somebody asks for the numbers. */
export interface Measured {
  store: () => Pick<Store, 'counts' | 'depths' | 'placesToCheck'>;
  /** Names of the adapters that look back in their platform's history. */
  lookingBack: () => readonly string[];
  /** Places that such an adapter looks into beside those that the store knows of. */
  placesOf: (adapter: string) => readonly PlaceId[];
  now: () => number;
}

interface Lookup {
  name: string;
  help: string;
  label: string;
  read: () => Promise<[string, number][]>;
}

export function addGauges(registry: Registry, measured: Measured): void {
  for (const lookup of [
    waiting(measured),
    inbox(measured),
    outbox(measured),
    oldestCheck(measured),
    neverChecked(measured),
  ])
    registry.registerMetric(gaugeOf(lookup));
}

/** What is no longer there is no longer told either; nor is what the store cannot tell: the counters are wanted then too. */
function gaugeOf({ name, help, label, read }: Lookup): Gauge {
  return new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [],
    async collect() {
      const values = await read().catch(() => []);
      this.reset();
      for (const [of, value] of values) this.set({ [label]: of }, value);
    },
  });
}

function waiting({ store }: Measured): Lookup {
  return {
    name: 'postilion_waiting',
    help: 'What waits or is dead in the store, and open tickets.',
    label: 'what',
    read: async () => Object.entries(await store().counts()),
  };
}

function inbox({ store }: Measured): Lookup {
  return {
    name: 'postilion_inbox_depth',
    help: 'Events that wait to be handled.',
    label: 'adapter',
    read: async () => Object.entries((await store().depths()).inbox),
  };
}

function outbox({ store }: Measured): Lookup {
  return {
    name: 'postilion_outbox_depth',
    help: 'Messages that wait for delivery.',
    label: 'adapter',
    read: async () => Object.entries((await store().depths()).outbox),
  };
}

/** A place that was never read has no age: such places are counted instead. */
function oldestCheck(measured: Measured): Lookup {
  return {
    name: 'postilion_backfill_oldest_seconds',
    help: 'How long ago the history was read of the place in use that waits longest for it.',
    label: 'adapter',
    read: () =>
      byAdapter(
        measured,
        (times) => Math.max(0, ...times.map((at) => (at === undefined ? 0 : measured.now() - at))) / 1000,
      ),
  };
}

function neverChecked(measured: Measured): Lookup {
  return {
    name: 'postilion_backfill_never_checked',
    help: 'Places in use whose history was not read yet.',
    label: 'adapter',
    read: () => byAdapter(measured, (times) => times.filter((at) => at === undefined).length),
  };
}

async function byAdapter(
  measured: Measured,
  valueOf: (times: (number | undefined)[]) => number,
): Promise<[string, number][]> {
  const values: [string, number][] = [];
  for (const adapter of measured.lookingBack()) values.push([adapter, valueOf(await checksOf(measured, adapter))]);
  return values;
}

async function checksOf({ store, placesOf, now }: Measured, adapter: string): Promise<(number | undefined)[]> {
  const places = await store().placesToCheck(adapter, now() - IN_USE, placesOf(adapter), MOST_PLACES);
  return places.map(({ checkedAt }) => checkedAt);
}
