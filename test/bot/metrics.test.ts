import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Core } from '../../src/bot/core-functions.ts';
import { createEvents } from '../../src/bot/events.ts';
import { createMetrics, type Metrics } from '../../src/bot/metrics.ts';
import type { Measured } from '../../src/bot/metrics-gauges.ts';
import { type MetricsParts, serveMetrics } from '../../src/bot/metrics-server.ts';
import { Secret } from '../../src/bot/secret.ts';
import type { Event } from '../../src/core/index.ts';
import { createFakeCore } from '../support/fake-core.ts';
import { deskBench, HOUR, KIM, MINUTE } from './desk/desk-bench.ts';
import { engineBench, says } from './engine-bench.ts';

const COUNTS = { events: 3, outbox: 0, deadEvents: 0, deadOutbox: 0, jobs: 0, tickets: 2 };
const FIXED: Measured = {
  store: () => ({
    counts: () => Promise.resolve(COUNTS),
    depths: () => Promise.resolve({ inbox: { test: 2 }, outbox: {} }),
    placesToCheck: () => Promise.resolve([]),
  }),
  lookingBack: () => [],
  placesOf: () => [],
  now: () => 0,
};

/** `/metrics`, as Prometheus reads it. */
async function readingOf(metrics: Metrics): Promise<() => Promise<string>> {
  const ask = await serve({ page: () => metrics.page() });
  return async () => (await ask('/metrics')).text();
}

async function serve(over: Partial<MetricsParts> = {}) {
  const ready = () => Promise.resolve(true);
  const page = () => createMetrics(FIXED).page();
  const alive = () => true;
  const server = await serveMetrics({ host: '127.0.0.1', port: 0, alive, ready, page, ...over });
  onTestFinished(() => server.close());
  return (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init);
}

function withoutAnswerTo(type: Event['type']): Core {
  const core = createFakeCore();
  return {
    ...core,
    respond(event, ...rest) {
      if (event.type === type) throw new TypeError('nothing to say');
      return core.respond(event, ...rest);
    },
  };
}

describe('metrics', () => {
  it('count what was handled and delivered, and never say who or what', async () => {
    const metrics = createMetrics(FIXED);
    const { engine } = await engineBench({ events: metrics.counting(createEvents(pino({ level: 'silent' }))) });
    const message = says('my very own words');
    await engine.receive(message);
    await engine.receive(message);
    await engine.idle();

    const page = await metrics.page();

    expect(page).toMatch(/postilion_events_received_total\{adapter="test",type="message"\} 1/);
    expect(page).toMatch(/postilion_events_total\{adapter="test",type="message",outcome="answer"\} 1/);
    expect(page).toMatch(/postilion_deliveries_total\{adapter="test",result="sent"\} 1/);
    expect(page).toMatch(/postilion_waiting\{what="events"\} 3/);
    expect(page).toMatch(/postilion_inbox_depth\{adapter="test"\} 2/);
    expect(page).not.toMatch(/my very own words|ann/i);
  });

  it('tell of every platform by which zone it was answered, what was tried again and what is dead', async () => {
    const metrics = createMetrics(FIXED);
    const events = metrics.counting(createEvents(pino({ level: 'silent' })));
    const bench = await deskBench({}, undefined, events);
    await bench.asks('imap of gmail');
    await bench.asks('how do I cook rice');
    bench.adapter.results.push({ ok: false, kind: 'retry', reason: 'away' });
    await bench.asks('imap of gmx');
    await bench.later(MINUTE);
    bench.adapter.results.push({ ok: false, kind: 'refused', code: 'direct-closed', reason: 'closed' });
    await bench.asks('imap of posteo');
    const fails = await engineBench({ events, core: withoutAnswerTo('job-finished') });
    await fails.engine.receive(says('check mail.example.org'));
    for (let round = 0; round < 4; round++) {
      await fails.engine.idle();
      await fails.clock.advance(10_000);
    }
    await fails.engine.idle();

    const page = await metrics.page();

    expect(page).toMatch(/postilion_events_total\{adapter="test",type="message",outcome="answer"\} [34]/);
    expect(page).toContain('postilion_events_total{adapter="test",type="message",outcome="not-mine"} 1');
    expect(page).toMatch(/postilion_answer_seconds_count\{adapter="test"\} [56]/);
    expect(page).toMatch(/postilion_delivery_seconds_count\{adapter="test"\} \d/);
    expect(page).toContain('postilion_deliveries_total{adapter="test",result="retried"} 1');
    expect(page).toContain('postilion_deliveries_total{adapter="test",result="refused"} 1');
    expect(page).toContain('postilion_dead_letters_total{adapter="test",reason="direct-closed"} 1');
    expect(page).toContain('postilion_dead_letters_total{adapter="test",reason="event"} 1');
  });

  it('are counted on while the store is away', async () => {
    const away = () => Promise.reject(new Error('the database is away'));
    const metrics = createMetrics({ ...FIXED, store: () => ({ counts: away, depths: away, placesToCheck: away }) });
    metrics.counting(createEvents(pino({ level: 'silent' }))).storeRefused('pipeline', new Error('away'));

    const response = await (await serve({ page: () => metrics.page() }))('/metrics');

    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('postilion_store_refusals_total{worker="pipeline"} 1');
    expect(page).not.toMatch(/^postilion_waiting\{/m);
  });

  it('tell what waits for delivery, by platform, and how long ago histories were read', async () => {
    const { engine, store, adapter, clock } = await engineBench();
    const metrics = createMetrics({
      store: () => store,
      lookingBack: () => ['test'],
      placesOf: () => ['test:quiet'],
      now: () => clock.now(),
    });
    const read = await readingOf(metrics);
    adapter.results.push({ ok: false, kind: 'retry', reason: 'away' });
    await engine.receive(says('hello', { at: clock.now() }));
    await engine.idle();

    const before = await read();
    await store.placeChecked('test:ann', { at: clock.now() - 300_000 }, 0);
    await clock.advance(60_000);
    await engine.idle();
    const after = await read();

    expect(before).toContain('postilion_outbox_depth{adapter="test"} 1');
    expect(before).toContain('postilion_backfill_never_checked{adapter="test"} 2');
    expect(before).toContain('postilion_backfill_oldest_seconds{adapter="test"} 0');
    expect(after).not.toContain('postilion_outbox_depth{adapter="test"}');
    expect(after).toContain('postilion_backfill_never_checked{adapter="test"} 1');
    expect(after).toContain('postilion_backfill_oldest_seconds{adapter="test"} 360');
  });

  it('tell how long tickets wait for their first reply and their end, each once', async () => {
    const metrics = createMetrics(FIXED);
    const read = await readingOf(metrics);
    const bench = await deskBench({}, undefined, metrics.counting(createEvents(pino({ level: 'silent' }))));
    await bench.asks('can I talk to a human?');
    await bench.later(10 * MINUTE);
    await bench.writes(KIM, '>> have you tried port 993?');
    await bench.later(MINUTE);
    await bench.writes(KIM, '>> and 465 for sending?');
    await bench.later(HOUR);
    await bench.presses(KIM, 'resolve-ticket');

    const page = await read();

    expect(page).toContain('postilion_ticket_seconds_count{queue="general",until="first-reply"} 1');
    expect(page).toContain('postilion_ticket_seconds_bucket{le="300",queue="general",until="first-reply"} 0');
    expect(page).toContain('postilion_ticket_seconds_bucket{le="900",queue="general",until="first-reply"} 1');
    expect(page).toContain('postilion_ticket_seconds_count{queue="general",until="solved"} 1');
    expect(page).toContain('postilion_ticket_seconds_bucket{le="3600",queue="general",until="solved"} 0');
    expect(page).not.toMatch(/postilion_ticket_seconds_count.*closed/);
    expect(page).not.toMatch(/kim|993/i);
  });
});

describe('the probes', () => {
  it('say that the process lives, and whether it can work', async () => {
    let ready = true;
    const ask = await serve({ ready: () => Promise.resolve(ready) });

    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/readyz')).status).toBe(200);
    ready = false;
    expect((await ask('/readyz')).status).toBe(503);
    expect((await ask('/healthz')).status).toBe(200);
  });

  it('say that a process which stands still must be started anew', async () => {
    const ask = await serve({ alive: () => false });

    const response = await ask('/healthz');

    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'hangs' });
  });

  it('say that it cannot work when asking fails', async () => {
    const ask = await serve({ ready: () => Promise.reject(new Error('the database is away')) });

    const response = await ask('/readyz');

    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('database');
  });

  it('give numbers only to whoever has the token', async () => {
    const ask = await serve({ token: new Secret('a long and random token') });

    expect((await ask('/metrics')).status).toBe(401);
    expect((await ask('/metrics', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
    const good = await ask('/metrics', { headers: { authorization: 'Bearer a long and random token' } });
    expect(good.status).toBe(200);
    expect(await good.text()).toContain('postilion_waiting');
  });

  it('know no other page and no other method', async () => {
    const ask = await serve();

    expect((await ask('/')).status).toBe(404);
    expect((await ask('/metrics', { method: 'POST' })).status).toBe(405);
  });
});
