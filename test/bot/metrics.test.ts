import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEvents } from '../../src/bot/events.ts';
import { createMetrics } from '../../src/bot/metrics.ts';
import { type MetricsParts, serveMetrics } from '../../src/bot/metrics-server.ts';
import { Secret } from '../../src/bot/secret.ts';
import { engineBench, says } from './engine-bench.ts';

const NO_COUNTS = () => Promise.resolve({ events: 3, outbox: 0, deadEvents: 0, deadOutbox: 0, jobs: 0, tickets: 2 });

async function serve(over: Partial<MetricsParts> = {}) {
  const ready = () => Promise.resolve(true);
  const page = () => createMetrics(NO_COUNTS).page();
  const server = await serveMetrics({ host: '127.0.0.1', port: 0, ready, page, ...over });
  onTestFinished(() => server.close());
  return (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init);
}

describe('metrics', () => {
  it('count what was handled and delivered, and never say who or what', async () => {
    const metrics = createMetrics(NO_COUNTS);
    const { engine } = await engineBench({ events: metrics.counting(createEvents(pino({ level: 'silent' }))) });
    await engine.receive(says('my very own words'));
    await engine.idle();

    const page = await metrics.page();

    expect(page).toMatch(/postilion_events_total\{adapter="test",type="message",outcome="answer"\} 1/);
    expect(page).toMatch(/postilion_deliveries_total\{adapter="test",result="sent"\} 1/);
    expect(page).toMatch(/postilion_waiting\{what="events"\} 3/);
    expect(page).not.toMatch(/my very own words|ann/i);
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
