import { describe, expect, it } from 'vitest';
import { createWebAdapter } from '../../../src/adapters/web/index.ts';
import type { Intent } from '../../../src/core/index.ts';
import { Browser, buttonValue, createSite, ORIGIN } from './client.ts';
import { partsOf, post } from './house.ts';

async function visitor(site = createSite()) {
  const browser = new Browser(site.app);
  await browser.get('/');
  return { site, browser };
}

/** A visitor to whom the assistant showed these buttons. */
async function visitorWith(intents: Intent[]) {
  const { site, browser } = await visitor();
  await browser.post('/messages', { text: 'hello' });
  const place = site.house.received[0]?.place ?? 'web:nobody';
  const actions = intents.map((intent, index) => ({ label: `button ${index}`, intent }));
  site.house.post(place, post(place, 'op:1', [{ kind: 'actions', actions }]));
  site.house.received.length = 0;
  return { site, browser, place, page: await (await browser.get('/')).text() };
}

describe('the guard of the web page', () => {
  it.each([
    ['another name', 'evil.example:8080'],
    ['another port', 'localhost:9999'],
    ['a name that only begins like ours', 'localhost:8080.evil.example'],
    ['no name', ''],
  ])('answers nothing for %s in the Host header', async (_, host) => {
    const { app, house } = createSite();

    const response = await new Browser(app, { host }).get('/');

    expect(response.status).toBe(421);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(house.received).toEqual([]);
  });

  it.each(['localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'help.example.org'])('answers for %s', async (host) => {
    const { app } = createSite({ publicUrl: 'https://help.example.org/' });

    expect((await new Browser(app, { host }).get('/')).status).toBe(200);
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['our host by another scheme', { origin: 'https://localhost:8080' }],
  ])('refuses a form from %s', async (_, headers) => {
    const { site, browser } = await visitor();

    const response = await browser.post('/messages', { text: 'hello' }, headers);

    expect(response.status).toBe(403);
    expect(site.house.received).toEqual([]);
  });

  it('refuses a form that does not say where it comes from', async () => {
    const { site, browser } = await visitor();
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

    const headers = { host: 'localhost:8080', cookie };
    const response = await site.app.request('/messages', {
      method: 'POST',
      body: new URLSearchParams({ text: 'hi' }),
      headers,
    });

    expect(response.status).toBe(403);
    expect(site.house.received).toEqual([]);
  });

  it('allows no inline script and nothing from elsewhere', async () => {
    const { browser } = await visitor();

    const response = await browser.get('/');
    const page = await response.text();

    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'/);
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(page).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style="/);
    expect(
      [...page.matchAll(/(?:src|href)="([^"]*)"/g)].every(
        (match) => match[1]?.startsWith('/') || match[1]?.startsWith('#'),
      ),
    ).toBe(true);
  });

  it.each([
    ['plain', undefined, ''],
    ['https', 'https://help.example.org', '; Secure'],
  ])('keeps the visitor in a strict cookie: %s', async (_, publicUrl, secure) => {
    const { app } = createSite(publicUrl === undefined ? {} : { publicUrl });

    const [cookie = ''] = (await new Browser(app).get('/')).headers.getSetCookie();

    expect(cookie).toMatch(/^postilion-visitor=[\w-]{32};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie.includes('; Secure')).toBe(secure !== '');
  });

  it('never hands the cookie on: ids open nobody’s page', async () => {
    const { site, browser } = await visitor();

    await browser.post('/messages', { text: 'hello' });

    const key = browser.cookies.get('postilion-visitor') ?? '';
    expect(key).not.toBe('');
    expect(JSON.stringify(site.house.received)).not.toContain(key);
    const thief = new Browser(site.app);
    thief.cookies.set('postilion-visitor', site.house.received[0]?.place.slice('web:'.length) ?? '');
    expect(await (await thief.get('/')).text()).not.toContain('hello');
  });

  it('binds to another address only with a public URL', () => {
    const { house } = createSite();
    const options = {
      ...partsOf(house),
      host: '0.0.0.0',
      port: 0,
      defaultLanguage: 'en',
    };

    expect(() => createWebAdapter(options)).toThrow(/public URL/);
    expect(() => createWebAdapter({ ...options, publicUrl: 'https://help.example.org' })).not.toThrow();
  });
});

describe('a pressed button', () => {
  it('does what was shown', async () => {
    const intent: Intent = { name: 'talk-to-human', slots: { provider: 'qq' } };
    const { site, browser, page, place } = await visitorWith([intent]);

    const response = await browser.post('/actions', { on: 'op:1', action: buttonValue(page, 'button 0') });

    expect(response.status).toBe(202);
    expect(site.house.received).toMatchObject([{ type: 'action', intent, on: 'op:1', place, private: true }]);
  });

  it.each([
    ['an intent of their own', { on: 'op:1', action: JSON.stringify({ name: 'send-text', ticket: '1', text: 'x' }) }],
    ['the button of another message', { on: 'op:2', action: 'shown' }],
    ['no message', { on: '', action: 'shown' }],
    ['a made-up id', { on: 'op:1', action: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ])('is refused with %s', async (_, forged) => {
    const { site, browser, page } = await visitorWith([{ name: 'help' }]);

    const action = forged.action === 'shown' ? buttonValue(page, 'button 0') : forged.action;
    const response = await browser.post('/actions', { on: forged.on, action });

    expect(response.status).toBe(409);
    expect(site.house.received).toEqual([]);
  });

  it('of another visitor’s page is refused', async () => {
    const { site, page } = await visitorWith([{ name: 'help' }]);
    const { browser: other } = await visitor(site);

    const response = await other.post('/actions', { on: 'op:1', action: buttonValue(page, 'button 0') });

    expect(response.status).toBe(409);
    expect(site.house.received).toEqual([]);
  });

  it.each<Intent>([
    { name: 'send-text', ticket: 't', text: 'x' },
    { name: 'send-draft', ticket: 't', draft: 'd' },
    { name: 'keep-note', ticket: 't', draft: 'd' },
    { name: 'claim-ticket', ticket: 't' },
  ])('never speaks for the desk: $name', async (intent) => {
    const { site, browser, page } = await visitorWith([intent]);

    const response = await browser.post('/actions', { on: 'op:1', action: buttonValue(page, 'button 0') });

    expect(response.status).toBe(409);
    expect(site.house.received).toEqual([]);
  });
});

describe('too much', () => {
  it('of a message is answered with kind words, as a page and for the script', async () => {
    const { site, browser } = await visitor();
    const text = 'x'.repeat(1_000_000);

    const page = await browser.post('/messages', { text }, { accept: 'text/html' });
    const json = await browser.post('/messages', { text });

    expect(page.status).toBe(413);
    expect(await page.text()).toContain('at most 64 KB');
    expect(json.status).toBe(413);
    expect(await json.json()).toMatchObject({
      fault: 'too-long',
      message: expect.stringContaining('more than I can read'),
    });
    expect(site.house.received).toEqual([]);
  });

  it('at once is held back, until a moment has passed', async () => {
    const { site, browser } = await visitor();
    const ask = async () => (await browser.post('/messages', { text: 'again' })).status;

    const burst = await Promise.all(Array.from({ length: 12 }, ask));
    const held = await browser.post('/messages', { text: 'again' });
    site.now += 2_000;

    expect(new Set(burst)).toEqual(new Set([202]));
    expect(held.status).toBe(429);
    expect(held.headers.get('retry-after')).toBe('2');
    expect(await ask()).toBe(202);
  });

  it('of one visitor does not hold back another', async () => {
    const { site, browser } = await visitor();
    await Promise.all(Array.from({ length: 20 }, () => browser.post('/messages', { text: 'again' })));

    const { browser: other } = await visitor(site);

    expect((await other.post('/messages', { text: 'hello' })).status).toBe(202);
  });
});

describe('what could not be kept', () => {
  it('is not acknowledged, and comes back with the page', async () => {
    const { site, browser } = await visitor();
    site.house.broken = true;

    const response = await browser.post('/messages', { text: 'my <question>' }, { accept: 'text/html' });

    expect(response.status).toBe(503);
    const page = await response.text();
    expect(page).toContain('my &lt;question&gt;</textarea>');
    expect(page).not.toContain('read-only');
  });

  it('without a cookie says what to do', async () => {
    const { app, house } = createSite();

    const response = await new Browser(app).post('/messages', { text: 'hello' }, { origin: ORIGIN });

    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ fault: 'no-cookie' });
    expect(house.received).toEqual([]);
  });
});
