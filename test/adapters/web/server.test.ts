import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createWebAdapter, type WebAdapter } from '../../../src/adapters/web/index.ts';
import { createHouse, partsOf } from './house.ts';

function adapterOn(port: number): WebAdapter {
  const parts = partsOf(createHouse());
  return createWebAdapter({ ...parts, host: '127.0.0.1', port, defaultLanguage: 'en' });
}

async function started(): Promise<{ adapter: WebAdapter; url: string }> {
  const adapter = adapterOn(0);
  await adapter.start(createHouse().receive);
  return { adapter, url: adapter.url() ?? '' };
}

/** Posts as much as asked for without waiting for the answer, as a browser does. */
function postBytes(url: string, bytes: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { origin: new URL(url).origin, 'content-type': 'application/x-www-form-urlencoded' };
    const call = request(`${url}/messages`, { method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    call.on('error', reject);
    call.end(`text=${'x'.repeat(bytes)}`);
  });
}

describe('the web server', () => {
  it('says where it listens, and that it does', async () => {
    const { adapter, url } = await started();

    const response = await fetch(`${url}/healthz`);

    expect(response.status).toBe(200);
    expect(adapter.health()).toEqual({ connected: true, detail: url });
    await adapter.stop();
    expect(adapter.health().connected).toBe(false);
  });

  it('answers a message of a megabyte politely, over a real connection', async () => {
    const { adapter, url } = await started();

    expect(await postBytes(url, 1_000_000)).toBe(413);
    await adapter.stop();
  });

  it('stops while pages listen', async () => {
    const { adapter, url } = await started();
    const page = await fetch(url);
    const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await page.text();
    const stream = await fetch(`${url}/events`, { headers: { cookie } });

    await adapter.stop();

    expect(await stream.text()).toContain('event: ready');
  });

  it('stops while a browser is connected on which nothing was asked yet', async () => {
    const { adapter, url } = await started();
    const ahead = connect(Number(new URL(url).port), '127.0.0.1');
    await once(ahead, 'connect');
    await (await fetch(`${url}/healthz`)).text();

    const left = once(ahead, 'close');
    await adapter.stop();

    await left;
    expect(adapter.health().connected).toBe(false);
  });

  it('rejects a start on a port that is taken', async () => {
    const { adapter, url } = await started();

    await expect(adapterOn(Number(new URL(url).port)).start(createHouse().receive)).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await adapter.stop();
  });
});
