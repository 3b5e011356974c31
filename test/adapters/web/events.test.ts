import { describe, expect, it } from 'vitest';
import type { PlaceId } from '../../../src/core/index.ts';
import { Browser, createSite, type Site } from './client.ts';
import { post, reply } from './house.ts';

interface Seen {
  id?: string;
  data: { id: string; from: string; html?: string };
}

/** Reads an event stream until as many entries came as asked for. */
async function readEntries(response: Response, count: number): Promise<Seen[]> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const seen: Seen[] = [];
  let text = '';
  if (!reader) return seen;
  while (seen.length < count) {
    const { done, value } = await reader.read();
    if (done) break;
    const parts = (text + value).split('\n\n');
    text = parts.pop() ?? '';
    seen.push(...parts.filter((part) => part.startsWith('event: entry')).map(parseEvent));
  }
  await reader.cancel();
  return seen;
}

function parseEvent(part: string): Seen {
  const fields = new Map(
    part
      .split('\n')
      .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const id = fields.get('id');
  return { ...(id !== undefined && { id }), data: JSON.parse(fields.get('data') ?? '{}') as Seen['data'] };
}

async function speaker() {
  const site = createSite();
  const browser = new Browser(site.app);
  await browser.get('/');
  await browser.post('/messages', { text: 'hello <b>' });
  return { site, browser, place: site.house.received[0]?.place ?? 'web:nobody' } as const;
}

function say(site: Site, place: PlaceId, key: string, text: string) {
  return site.house.post(place, post(place, key, [{ kind: 'text', text }]));
}

const words = (seen: Seen[]) => seen.map(({ data }) => data.html?.replaceAll(/<h2.*?<\/h2>|<[^>]+>/g, '') ?? 'removed');

describe('the event stream', () => {
  it('brings each answer as it is delivered, with its outbox sequence', async () => {
    const { site, browser, place } = await speaker();
    const stream = await browser.get('/events?after=0');

    const row = say(site, place, 'op:1', 'an answer');
    await site.deliver(row);
    const seen = await readEntries(stream, 2);

    expect(words(seen)).toEqual(['hello &lt;b&gt;', 'an answer']);
    expect(seen.map(({ id }) => id)).toEqual([undefined, String(row.sequence)]);
  });

  it('resumes after the last event that the browser got', async () => {
    const { site, browser, place } = await speaker();
    const [, second] = [
      say(site, place, 'op:1', 'one'),
      say(site, place, 'op:2', 'two'),
      say(site, place, 'op:3', 'three'),
    ];

    const stream = await browser.get('/events?after=0', { 'last-event-id': String(second?.sequence) });

    expect(words(await readEntries(stream, 1))).toEqual(['three']);
  });

  it('misses nothing that was delivered just before it began', async () => {
    const { site, browser, place } = await speaker();
    const early = say(site, place, 'op:1', 'early');
    await site.deliver(early);
    const stream = await browser.get('/events?after=1');

    await site.deliver(say(site, place, 'op:2', 'late'));

    expect(words(await readEntries(stream, 2))).toEqual(['early', 'late']);
  });

  it('sends nothing twice', async () => {
    const { site, browser, place } = await speaker();
    const stream = await browser.get('/events?after=1');

    const row = say(site, place, 'op:1', 'once');
    await site.deliver(row);
    await site.deliver(row);
    await site.deliver(say(site, place, 'op:2', 'then this'));

    expect(words(await readEntries(stream, 2))).toEqual(['once', 'then this']);
  });

  it('replaces what was edited, and takes back what was deleted', async () => {
    const { site, browser, place } = await speaker();
    await site.deliver(say(site, place, 'op:1', 'Checking…'));
    const stream = await browser.get('/events?after=2');
    const target = { place, messageId: 'op:1' };

    const edit = site.house.post(place, {
      kind: 'edit',
      key: 'op:2',
      of: 'op:1',
      reply: reply([{ kind: 'text', text: 'It is safe.' }]),
    });
    await site.deliver({ ...edit, target });
    await site.deliver({ ...site.house.post(place, { kind: 'delete', key: 'op:3', of: 'op:1' }), target });
    const seen = await readEntries(stream, 2);

    expect(words(seen)).toEqual(['It is safe.', 'removed']);
    expect(new Set(seen.map(({ data }) => data.id))).toEqual(new Set(['reply-op:1']));
  });

  it('is the visitor’s own', async () => {
    const { site, browser, place } = await speaker();
    const other = new Browser(site.app);
    await other.get('/');
    const stream = await other.get('/events?after=0');
    await site.deliver(say(site, place, 'op:1', 'not yours'));
    await other.post('/messages', { text: 'mine' });

    const seen = await readEntries(stream, 1);

    expect(words(seen)).toEqual(['mine']);
    expect((await new Browser(site.app).get('/events')).status).toBe(403);
    expect(browser.cookies).not.toEqual(other.cookies);
  });

  it.each(['-1', 'x', '1e999', '\u0000'])('begins at the beginning for a resume point of "%s"', async (after) => {
    const { browser } = await speaker();

    const stream = await browser.get(`/events?after=${encodeURIComponent(after)}`);

    expect(words(await readEntries(stream, 1))).toEqual(['hello &lt;b&gt;']);
  });

  it('ends when the server stops', async () => {
    const { site, browser } = await speaker();
    const stream = await browser.get('/events?after=99');

    site.hub.close();

    expect(await readEntries(stream, 1)).toEqual([]);
  });
});

describe('delivery', () => {
  it.each([
    ['a place', { place: 'web:someone' }, undefined, 'web:someone'],
    ['a person', { direct: 'web:someone' }, undefined, 'web:someone'],
    ['an opened place', { opened: 'op:0' }, { place: 'web:desk/3', messageId: 'op:0' }, 'web:desk/3'],
  ] as const)('to %s lands there under its own key', async (_, to, target, place) => {
    const site = createSite();
    const row = site.house.post(place, { kind: 'post', key: 'op:1', to, reply: reply([]) });

    const result = await site.deliver(target ? { ...row, target } : row);

    expect(result).toEqual({ ok: true, receipt: { place, messageId: 'op:1' } });
  });

  it.each([
    ['another platform', { place: 'slack:T1/C1' }],
    ['an opened place without a receipt', { opened: 'op:0' }],
  ] as const)('to %s is refused', async (_, to) => {
    const site = createSite();

    const result = await site.deliver(site.house.post('web:x', { kind: 'post', key: 'op:1', to, reply: reply([]) }));

    expect(result).toMatchObject({ ok: false, kind: 'refused', code: 'place-gone' });
  });
});
