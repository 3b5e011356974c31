import { describe, expect, it } from 'vitest';
import { fetchUpload } from '../../../src/adapters/web/uploads.ts';
import type { Block, PlaceId, Ticket } from '../../../src/core/index.ts';
import { Browser, buttonValue, createSite } from './client.ts';
import { post, reply } from './house.ts';

const ANSWER: Block[] = [{ kind: 'text', text: 'The server is `imap.qq.com`.' }];

async function visitor(headers: Record<string, string> = {}) {
  const site = createSite();
  const browser = new Browser(site.app, headers);
  await browser.get('/');
  return { site, browser };
}

/** A visitor who has said something, and their place. */
async function speaker() {
  const { site, browser } = await visitor();
  await browser.post('/messages', { text: 'What is the IMAP server?' });
  return { site, browser, place: site.house.received[0]?.place ?? 'web:nobody' };
}

describe('a message from the page', () => {
  it('becomes an event of the visitor’s own place', async () => {
    const { site, browser } = await visitor({ 'accept-language': 'zh-TW' });

    const response = await browser.post('/messages', { text: ' 第一行\r\n第二行 ', nonce: 'aaaaaaaa' });

    const [event] = site.house.received;
    expect(response.status).toBe(202);
    expect(event).toMatchObject({
      type: 'message',
      text: '第一行\n第二行',
      private: true,
      addressed: 'direct',
      locale: 'zh-Hant',
      at: site.now,
    });
    expect(event?.place).toMatch(/^web:[\w-]{22}$/);
    expect([event?.conversation, event?.author.id]).toEqual([event?.place, event?.place]);
  });

  it('sent twice counts once, and new words with an old nonce count', async () => {
    const { site, browser } = await visitor();

    await browser.post('/messages', { text: 'hello', nonce: 'aaaaaaaa' });
    await browser.post('/messages', { text: 'hello', nonce: 'aaaaaaaa' });
    await browser.post('/messages', { text: 'other words', nonce: 'aaaaaaaa' });

    expect(site.house.received.map((one) => one.type === 'message' && one.text)).toEqual(['hello', 'other words']);
  });

  it('without words is nothing', async () => {
    const { site, browser } = await visitor();

    const response = await browser.post('/messages', { text: '  \n ' });

    expect(response.status).toBe(303);
    expect(site.house.received).toEqual([]);
  });

  it('from a page without script leads back to the page, once the answer is there', async () => {
    const { site, browser } = await visitor();
    site.house.answer = ({ place }) => {
      setImmediate(() => void site.deliver(site.house.post(place, post(place, 'op:1', ANSWER))));
    };

    const response = await browser.post('/messages', { text: 'hello' }, { accept: 'text/html' });
    const page = await (await browser.get(response.headers.get('location') ?? '')).text();

    expect(response.status).toBe(303);
    expect(page).toContain('<code>imap.qq.com</code>');
  });
});

describe('the page', () => {
  it('shows what was said and answered, as it stands now', async () => {
    const { site, browser, place } = await speaker();
    site.house.post(place, post(place, 'op:1', [{ kind: 'text', text: 'Checking…' }]));
    site.house.post(place, post(place, 'op:2', [{ kind: 'text', text: 'a second answer' }]));
    site.house.post(place, post(place, 'op:3', [{ kind: 'text', text: 'taken back' }]));
    site.house.post(place, { kind: 'edit', key: 'op:4', of: 'op:1', reply: reply(ANSWER) });
    site.house.post(place, { kind: 'delete', key: 'op:5', of: 'op:3' });

    const page = await (await browser.get('/')).text();

    const texts = [...page.matchAll(/<div class="body">(.*?)<\/div>/g)].map((match) =>
      match[1]?.replaceAll(/<[^>]+>/g, ''),
    );
    expect(texts).toEqual(['What is the IMAP server?', 'The server is imap.qq.com.', 'a second answer']);
  });

  it('shows the newest messages of a long conversation, and the others on demand', async () => {
    const { site, browser, place } = await speaker();
    for (let index = 0; index < 700; index++) {
      site.house.post(place, post(place, `op:${index}`, [{ kind: 'text', text: `answer ${index}.` }]));
    }

    const newest = await (await browser.get('/')).text();
    const all = await (await browser.get('/?all=1')).text();

    expect(newest).toContain('answer 699.');
    expect(newest).not.toContain('answer 0.');
    expect(newest).toContain('href="/?all=1"');
    expect(all).toContain('answer 0.');
    expect(all).toContain('answer 699.');
  });

  it('hides what is meant for another’s eyes', async () => {
    const { site, browser, place } = await speaker();
    const quiet = reply([{ kind: 'text', text: 'for somebody else' }], 'en', true);
    site.house.post(place, { kind: 'post', key: 'op:1', to: { place }, reply: quiet, audience: 'web:other' });

    expect(await (await browser.get('/')).text()).not.toContain('for somebody else');
  });

  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['en;q=0.2, zh-TW;q=0.9', 'zh-Hant'],
    ['zh;q=0, en-GB', 'en'],
    ['fr-FR, de', 'en'],
    ['', 'en'],
    [',,;q=,zh-tw;q=x', 'zh-Hant'],
  ])('speaks the language that the browser accepts: %s → %s', async (accepted, language) => {
    const { app } = createSite();

    const page = await (await new Browser(app, { 'accept-language': accepted }).get('/')).text();

    expect(page).toContain(`<html lang="${language}">`);
  });

  it('keeps a chosen language, and tells the assistant once there is a conversation', async () => {
    const { site, browser } = await visitor();

    await browser.post('/language', { language: 'zh-Hant' });
    const before = site.house.received.length;
    await browser.post('/messages', { text: 'hello' });
    await browser.post('/language', { language: 'zh-Hans' });

    expect(before).toBe(0);
    expect(site.house.received.at(-1)).toMatchObject({ intent: { name: 'set-language', language: 'zh-Hans' } });
    expect(await (await browser.get('/')).text()).toContain('<html lang="zh-Hans">');
  });

  it.each(['', 'xx', '<script>'])('refuses a language that it does not speak: "%s"', async (language) => {
    const { browser } = await visitor();

    expect((await browser.post('/language', { language })).status).toBe(400);
  });
});

describe('a file', () => {
  const file: Block = { kind: 'file', name: 'QQ邮箱 "x".html', mime: 'text/html', content: '<script>1</script>' };

  it('is a download, never a page', async () => {
    const { site, browser, place } = await speaker();
    site.house.post(place, post(place, 'op:1', [...ANSWER, file]));
    const page = await (await browser.get('/')).text();

    const href = /href="(\/files[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const response = await browser.get(href);

    expect(await response.text()).toBe('<script>1</script>');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="QQ__ _x_.html"; filename*=UTF-8''QQ%E9%82%AE%E7%AE%B1%20%22x%22.html`,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('gives a file that an agent sent, as a download, as long as it is kept, and to nobody else', async () => {
    const { site, browser, place } = await speaker();
    const file = { kind: 'file', key: 'sent:1', to: { place }, attachment: 'a1', name: '指南.pdf' } as const;
    const said = reply([{ kind: 'text', text: 'Kim sends a file' }]);
    await site.deliver(site.house.post(place, { ...file, mime: 'application/pdf', size: 4, reply: said }));
    const bytes = Buffer.from('%PDF');
    site.house.files.set('a1', { attachment: 'a1', name: '指南.pdf', mime: 'application/pdf', hash: '', bytes });

    const page = await (await browser.get('/')).text();
    const given = await browser.get('/files?of=sent:1');
    const stranger = await new Browser(site.app).get('/files?of=sent:1');
    site.house.files.clear();

    expect(page).toContain('href="/files?of=sent%3A1" download="指南.pdf"');
    expect(given.headers.get('content-disposition')).toContain("filename*=UTF-8''%E6%8C%87%E5%8D%97.pdf");
    expect(await given.text()).toBe('%PDF');
    expect(stranger.status).toBe(404);
    expect((await browser.get('/files?of=sent:1')).status).toBe(404);
  });

  it.each(['/files?of=op:1&block=0', '/files?of=op:1&block=7', '/files?of=nothing&block=1', '/files'])(
    'that was not shown is not there: %s',
    async (path) => {
      const { site, browser, place } = await speaker();
      site.house.post(place, post(place, 'op:1', [...ANSWER, file]));

      expect((await browser.get(path)).status).toBe(404);
    },
  );

  it('of another visitor is not there', async () => {
    const { site, place } = await speaker();
    site.house.post(place, post(place, 'op:1', [file]));
    const other = new Browser(site.app);
    await other.get('/');

    expect((await other.get('/files?of=op:1&block=0')).status).toBe(404);
  });
});

describe('a message to a person', () => {
  it('bears the sign that it was passed on, also when the page is opened again', async () => {
    const site = createSite();
    const browser = new Browser(site.app);
    await browser.get('/');
    await browser.post('/messages', { text: 'port 999' });
    const [said] = site.house.received;
    const place = said?.place ?? 'web:nobody';
    const at = { place, messageId: said?.id ?? '' };

    const result = await site.deliver(site.house.post(place, { kind: 'react', key: 'op:1', at, sign: 'passed-on' }));
    const page = await (await browser.get('/')).text();

    expect(result).toMatchObject({ ok: true });
    expect(page.replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|')).toContain('|port 999|✅ Passed on|');
  });
});

describe('an earlier version of a message', () => {
  it('lends its buttons as long as the message stands', async () => {
    const { site, browser, place } = await speaker();
    const button = (label: string, domain: string): Block => ({
      kind: 'actions',
      actions: [{ label, intent: { name: 'discover', domain } }],
    });
    site.house.post(place, post(place, 'op:1', [button('first', 'one.example')]));
    const page = await (await browser.get('/')).text();
    site.house.post(place, { kind: 'edit', key: 'op:2', of: 'op:1', reply: reply([button('second', 'two.example')]) });

    const response = await browser.post('/actions', { on: 'op:1', action: buttonValue(page, 'first') });

    expect(response.status).toBe(202);
    expect(site.house.received.at(-1)).toMatchObject({ intent: { name: 'discover', domain: 'one.example' } });
  });
});

describe('addresses of the page', () => {
  it('answers that it is well', async () => {
    const { app } = createSite();

    const response = await app.request('/healthz', { headers: { host: '10.0.0.7' } });

    expect(response.status).toBe(200);
  });

  it.each(['/nothing', '/assets/x/page.js', '/assets/../page.js', '/desk/tickets/1'])(
    'says kindly that %s is not there',
    async (path) => {
      const site = createSite({});

      const response = await new Browser(site.app).get(path);

      expect(response.status).toBe(404);
      expect(await response.text()).toContain('There is nothing here.');
    },
  );

  it('lets browsers keep scripts and styles for good', async () => {
    const { browser } = await visitor();
    const page = await (await browser.get('/')).text();

    for (const [, path = ''] of page.matchAll(/(?:src|href)="(\/assets[^"]*)"/g)) {
      const response = await browser.get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toContain('immutable');
    }
  });
});

describe('an upload', () => {
  const picture = new File(['a picture'], 'error.png', { type: 'image/png' });

  it('is kept for the job that takes it over, where somebody has the request', async () => {
    const { site, browser, place } = await speaker();
    site.house.tickets.set('t', { ticket: ticketOf(place), events: [] });

    await browser.upload('/messages', 'look', [picture]);

    const message = site.house.received.at(-1);
    const [file] = message?.type === 'message' ? message.files : [];
    expect(file).toMatchObject({ name: 'error.png', mime: 'image/png', size: 9 });
    const fetched = file && (await fetchUpload(site.house, file));
    expect(fetched?.ok && Buffer.from(fetched.bytes).toString()).toBe('a picture');
  });

  it('of somebody who talks with the assistant alone is named, and not kept', async () => {
    const { site, browser } = await speaker();

    const response = await browser.upload('/messages', '', [picture]);

    expect(response.status).toBe(202);
    const message = site.house.received.at(-1);
    expect(message?.type === 'message' && message.files).toEqual([{ name: 'error.png', mime: 'image/png', size: 9 }]);
    expect(site.house.files.size).toBe(0);
  });

  it('does not let longer words in than without it', async () => {
    const { site, browser } = await speaker();

    const response = await browser.upload('/messages', 'x'.repeat(70_000), [picture]);

    expect(response.status).toBe(413);
    expect(site.house.received).toHaveLength(1);
  });

  it('that is no upload of ours is not given', async () => {
    const { site } = await speaker();

    const file = { name: 'x', mime: 'text/plain', size: 1, url: 'file:///etc/passwd' };

    expect(await fetchUpload(site.house, file)).toEqual({ ok: false, refusal: 'gone' });
  });
});

function ticketOf(place: PlaceId): Ticket {
  return {
    id: 't',
    number: 1,
    version: 1,
    queue: 'default',
    state: 'open',
    asker: place,
    askerName: 'Ann',
    conversation: place,
    place,
    private: true,
    language: 'en',
    assistantResumed: false,
    openedAt: 0,
  };
}
