import { describe, expect, it } from 'vitest';
import type { Block, Ticket } from '../../../src/core/index.ts';
import { agentId } from '../../../src/adapters/web/places.ts';
import { Browser, buttonValue, createSite, DESK_TOKEN, type Site } from './client.ts';
import { post, reply } from './house.ts';

const ASKER = 'web:the-asker';

function openTicket(site: Site, number: number, settings: Partial<Ticket> = {}): Ticket {
  const ticket: Ticket = {
    id: `event:${number}/ticket`,
    number,
    version: 1,
    queue: 'default',
    state: 'open',
    asker: ASKER,
    askerName: 'Web visitor',
    conversation: ASKER,
    place: ASKER,
    private: true,
    language: 'zh-Hans',
    desk: `web:desk/${number}`,
    deskOperation: `open:${number}`,
    assistantResumed: false,
    openedAt: site.now - 90 * 60_000,
    subject: 'cannot send',
    ...settings,
  };
  const said = {
    id: `said:${number}`,
    ticket: ticket.id,
    at: site.now,
    by: { id: ASKER, name: 'Web visitor' },
  } as const;
  site.house.tickets.set(ticket.id, {
    ticket,
    events: [{ ...said, kind: 'asker-message', text: `还是不行 <b>${number}` }],
  });
  return ticket;
}

function openingPost(site: Site, ticket: Ticket): Promise<unknown> {
  const blocks: Block[] = [
    { kind: 'text', text: 'What was said (secrets removed):\n**Web visitor:** 535, but my password is right' },
    { kind: 'actions', actions: [{ label: 'Claim', intent: { name: 'claim-ticket', ticket: ticket.id } }] },
  ];
  const key = ticket.deskOperation ?? '';
  return site.deliver(
    site.house.post('web:desk', {
      kind: 'open-place',
      key,
      in: 'web:desk',
      title: '',
      ticket: ticket.id,
      reply: reply(blocks),
    }),
  );
}

async function agent(site: Site) {
  const browser = new Browser(site.app);
  await browser.post('/desk/sign-in', { token: DESK_TOKEN, name: 'Ann' });
  return browser;
}

async function deskWith(number = 12) {
  const site = createSite();
  const ticket = openTicket(site, number);
  await openingPost(site, ticket);
  return { site, ticket, browser: await agent(site), url: `/desk/tickets/${encodeURIComponent(ticket.id)}` };
}

describe('the door of the desk', () => {
  it.each(['/desk', '/desk/changes', '/desk/tickets/x', '/desk/tickets/x/events', '/desk/tickets/x/files'])(
    'is shut at %s',
    async (path) => {
      const site = createSite();
      openTicket(site, 12);

      const response = await new Browser(site.app).get(path);

      expect(response.status).toBe(401);
      expect(await response.text()).not.toContain('还是不行');
    },
  );

  it.each(['messages', 'actions', 'acts'])('takes no %s from a visitor', async (what) => {
    const site = createSite();
    const ticket = openTicket(site, 12);
    const visitor = new Browser(site.app);
    await visitor.get('/');

    const fields = { text: 'x', mode: 'send', act: 'close', on: 'open:12', action: 'x' };
    const response = await visitor.post(`/desk/tickets/${encodeURIComponent(ticket.id)}/${what}`, fields);

    expect(response.status).toBe(401);
    expect(site.house.received).toEqual([]);
  });

  it('is not there without a token in the configuration', async () => {
    const { app } = createSite({});

    expect((await new Browser(app).get('/desk')).status).toBe(404);
  });

  it('opens with the token, which is in no cookie and no page', async () => {
    const { browser } = await deskWith();

    const page = await (await browser.get('/desk')).text();

    expect(page).toContain('Open requests');
    expect([...browser.cookies.values(), page].join(' ')).not.toContain(DESK_TOKEN);
  });

  it('keeps the session in a strict cookie of the desk alone', async () => {
    const site = createSite();

    const response = await new Browser(site.app).post('/desk/sign-in', { token: DESK_TOKEN, name: 'Ann' });

    expect(response.status).toBe(303);
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^postilion-desk=[\w-]{43}; .*Path=\/desk; HttpOnly; SameSite=Strict$/,
    );
  });

  it('opens to a bearer, for programs', async () => {
    const { app } = createSite();

    const good = await new Browser(app).get('/desk', { authorization: `Bearer ${DESK_TOKEN}` });
    const bad = await new Browser(app).get('/desk', { authorization: 'Bearer x' });

    expect([good.status, bad.status]).toEqual([200, 401]);
  });

  it('shuts after wrong tokens, even to the right one, and opens again later', async () => {
    const site = createSite();
    const browser = new Browser(site.app);
    const attempt = async (token: string) => (await browser.post('/desk/sign-in', { token, name: 'Eve' })).status;

    const wrong = [];
    for (let index = 0; index < 5; index++) wrong.push(await attempt(`guess ${index}`));
    const then = [await attempt('guess 6'), await attempt(DESK_TOKEN)];
    site.now += 20 * 60_000;

    expect(wrong).toEqual([403, 403, 403, 403, 403]);
    expect(then).toEqual([429, 429]);
    expect(await attempt(DESK_TOKEN)).toBe(303);
  });

  it('counts a bearer’s wrong tokens too', async () => {
    const site = createSite();
    const guess = (token: string) => new Browser(site.app).get('/desk', { authorization: `Bearer ${token}` });
    for (let index = 0; index < 5; index++) await guess(`guess ${index}`);

    expect((await guess(DESK_TOKEN)).status).toBe(401);
  });

  it('shuts behind whoever signs out, and after half a day', async () => {
    const site = createSite();
    const [leaving, staying] = [await agent(site), await agent(site)];
    const session = leaving.cookies.get('postilion-desk') ?? '';

    await leaving.post('/desk/sign-out', {});
    leaving.cookies.set('postilion-desk', session);
    const left = (await leaving.get('/desk')).status;
    site.now += 12 * 60 * 60_000;

    expect(left).toBe(401);
    expect((await staying.get('/desk')).status).toBe(401);
  });
});

/** The groups of the list, each with its rows. */
function groupsOf(page: string): Record<string, string[]> {
  const sections = [...page.matchAll(/<section><h2>([^<]*)<\/h2>(.*?)<\/section>/gs)];
  return Object.fromEntries(
    sections.map(([, title = '', body = '']) => [
      title,
      [...body.matchAll(/<tr>(.*?)<\/tr>/gs)]
        .slice(1)
        .map(([row]) => row.replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|')),
    ]),
  );
}

const ANN = { id: agentId('Ann'), name: 'Ann' };
const KIM = { id: agentId('Kim'), name: 'Kim' };

describe('the list of tickets', () => {
  it('shows who waits, in which language, since when and for what', async () => {
    const { site, browser } = await deskWith();
    const waitingSince = site.now - 3 * 24 * 60 * 60_000;
    const dueAt = site.now - 2 * 60 * 60_000;
    const lastLine = { from: 'asker', at: site.now, text: '还是不行 <b>' } as const;
    openTicket(site, 9, { waitingSince, dueAt, agent: KIM, state: 'claimed', askerName: 'Mei <Lin>', lastLine });
    openTicket(site, 7, { state: 'closed' });

    const groups = groupsOf(await (await browser.get('/desk')).text());

    expect(groups).toEqual({
      'With nobody yet (1)': ['|#12|Web visitor · Web · 简体中文|cannot send|new|nobody yet|–|–|'],
      'With colleagues (1)': ['|#9|Mei &lt;Lin&gt; · Web · 简体中文|还是不行 &lt;b&gt;|taken|Kim|3 d|2 h late|'],
    });
  });

  it('begins with the agent’s own, with what they did not send, and lets them hand all of it over', async () => {
    const { site, browser } = await deskWith();
    const own = openTicket(site, 9, { agent: ANN, state: 'claimed' });
    openTicket(site, 8, { agent: ANN, state: 'resolved' });
    site.house.unsent.set(own.id, 2);

    const page = await (await browser.get('/desk')).text();

    expect(Object.keys(groupsOf(page))).toEqual([
      'With me (1)',
      'With nobody yet (1)',
      'Solved, can be opened again (1)',
    ]);
    expect(groupsOf(page)['With me (1)']?.[0]).toContain('|taken|2 unsent|');
    expect(page).toContain('href="/desk/hand-over-all"');
  });

  it('offers no hand-over to who has nothing', async () => {
    const { browser } = await deskWith();

    expect(await (await browser.get('/desk')).text()).not.toContain('hand-over-all');
  });
});

describe('coming and going', () => {
  it('is a button of the list, which says what it means', async () => {
    const { site, browser } = await deskWith();

    const here = await (await browser.get('/desk')).text();
    const pressed = await browser.post('/desk/presence', { away: buttonValue(here, 'I am away') });
    site.house.away.add(ANN.id);
    const gone = await (await browser.get('/desk')).text();
    await browser.post('/desk/presence', { away: buttonValue(gone, 'I am back') });

    expect(pressed.status).toBe(202);
    expect(site.house.received).toMatchObject([
      { type: 'action', intent: { name: 'set-presence', away: true }, author: ANN, place: 'web:desk' },
      { type: 'action', intent: { name: 'set-presence', away: false }, author: ANN, place: 'web:desk' },
    ]);
    expect(gone).toContain('You are away');
    expect(here).not.toContain('You are away');
  });

  it('takes nothing else', async () => {
    const { site, browser } = await deskWith();

    expect((await browser.post('/desk/presence', { away: 'maybe' })).status).toBe(400);
    expect(site.house.received).toEqual([]);
  });
});

describe('a ticket’s place', () => {
  it('is named by its number', async () => {
    const site = createSite();
    const ticket = openTicket(site, 12);

    const result = await openingPost(site, ticket);

    expect(result).toEqual({ ok: true, receipt: { place: 'web:desk/12', messageId: 'open:12' } });
  });

  it.each([
    ['elsewhere', { in: 'slack:T1/C1', ticket: 'event:12/ticket' }],
    ['without a ticket', { in: 'web:desk' }],
    ['of an unknown ticket', { in: 'web:desk', ticket: 'x' }],
  ] as const)('%s is refused', async (_, where) => {
    const site = createSite();
    openTicket(site, 12);

    const row = site.house.post('web:desk', { kind: 'open-place', key: 'op:1', title: '', reply: reply([]), ...where });

    expect(await site.deliver(row)).toMatchObject({ ok: false, kind: 'refused' });
  });
});

describe('the page of a ticket', () => {
  it('shows what the desk was told, what the person wrote since, and what agents sent', async () => {
    const { site, ticket, browser, url } = await deskWith();
    const by = { id: 'web:agent-x', name: 'Bob' } as const;
    site.house.post('web:desk/12', post('web:desk/12', 'op:1', [{ kind: 'text', text: '**Web visitor:** 还在吗' }]));
    site.house.tickets.get(ticket.id)?.events.push({
      id: 'e:2',
      ticket: ticket.id,
      at: 1_760_000_000_099,
      kind: 'agent-message',
      by,
      text: 'One <moment>',
    });

    const page = await (await browser.get(url)).text();
    const words = page.replaceAll(/<[^>]+>/g, ' ');

    expect(words).toMatch(/535, but my password is right[^]*还在吗[^]*Bob to the person[^]*One &lt;moment&gt;/);
    expect(page).not.toContain('>Claim</button>');
  });

  it('sends plain text as a draft: the core decides what becomes of it', async () => {
    const { site, browser, url } = await deskWith();

    const response = await browser.post(`${url}/messages`, { text: 'Try port 993' });

    expect(response.status).toBe(202);
    expect(site.house.received).toMatchObject([
      {
        type: 'message',
        text: 'Try port 993',
        place: 'web:desk/12',
        private: false,
        addressed: 'thread',
        author: { name: 'Ann' },
      },
    ]);
    expect(site.house.received[0]?.conversation).toBe(`web:desk/12/${site.house.received[0]?.author.id.slice(4)}`);
  });

  it('sends to the person only on purpose', async () => {
    const { site, ticket, browser, url } = await deskWith();

    await browser.post(`${url}/messages`, { text: 'Try port 993', mode: 'send' });

    expect(site.house.received).toMatchObject([
      { type: 'action', place: 'web:desk/12', intent: { name: 'send-text', ticket: ticket.id, text: 'Try port 993' } },
    ]);
  });

  it('asks no more about a draft that is settled', async () => {
    const { site, ticket, browser, url } = await deskWith();
    const ask = (draft: string, label: string) =>
      ({ label, intent: { name: 'send-draft', ticket: ticket.id, draft } }) as const;
    const blocks: Block[] = [
      { kind: 'actions', actions: [ask('d:1', 'Send the first'), ask('d:2', 'Send the second')] },
    ];
    site.house.post('web:desk/12', post('web:desk/12', 'op:1', blocks));
    const by = { id: 'web:agent-x', name: 'Bob' } as const;
    const note = { id: 'e:9', ticket: ticket.id, at: site.now, kind: 'note', by, text: 'x', draft: 'd:1' } as const;
    site.house.tickets.get(ticket.id)?.events.push(note);

    const page = await (await browser.get(url)).text();

    expect(page).toContain('>Send the second</button>');
    expect(page).not.toContain('>Send the first</button>');
  });

  it('lets the buttons under a draft work', async () => {
    const { site, ticket, browser, url } = await deskWith();
    const intent = { name: 'send-draft', ticket: ticket.id, draft: 'd:1' } as const;
    const blocks: Block[] = [{ kind: 'actions', actions: [{ label: 'Send this', intent }] }];
    site.house.post('web:desk/12', post('web:desk/12', 'op:1', blocks));

    const page = await (await browser.get(url)).text();
    const response = await browser.post(`${url}/actions`, { on: 'op:1', action: buttonValue(page, 'Send this') });

    expect(response.status).toBe(202);
    expect(site.house.received).toMatchObject([{ type: 'action', intent, on: 'op:1', place: 'web:desk/12' }]);
  });

  it.each([
    ['claim', 'claim-ticket'],
    ['close', 'close-ticket'],
  ])('has a button to %s it', async (act, name) => {
    const { site, ticket, browser, url } = await deskWith();

    await browser.post(`${url}/acts`, { act });

    expect(site.house.received).toMatchObject([
      { type: 'action', place: 'web:desk/12', intent: { name, ticket: ticket.id } },
    ]);
  });

  it('offers to let a blocked person in again, and to block one who is not', async () => {
    const { site, browser, url } = await deskWith();

    const before = await (await browser.get(url)).text();
    site.house.blocked.add(ASKER);
    const after = await (await browser.get(url)).text();

    expect([before, after].map((page) => /value="(block|unblock)"/.exec(page)?.[1])).toEqual(['block', 'unblock']);
  });

  it('gives each moment so that the reader’s own zone can be shown', async () => {
    const { browser, url } = await deskWith();

    const page = await (await browser.get(url)).text();

    expect(page).toMatch(/<time datetime="2025-10-09T08:53:20\.000Z" data-moment="">2025-10-09 08:53 UTC<\/time>/);
  });

  it('repeats no button of its head below a message, and keeps the others', async () => {
    const { site, ticket, browser, url } = await deskWith();
    const id = ticket.id;
    const actions = [
      { label: 'Hand over…', intent: { name: 'ticket-form', ticket: id, form: 'hand-over' } as const },
      { label: 'Try again', intent: { name: 'retry-delivery', ticket: id, operation: 'op:9' } as const },
    ];
    site.house.post('web:desk/12', post('web:desk/12', 'op:1', [{ kind: 'actions', actions }]));

    const page = await (await browser.get(url)).text();

    expect(page).toContain('>Try again</button>');
    expect(page).not.toContain('>Hand over…</button>');
  });

  it.each(['messages', 'actions', 'acts'])('refuses nonsense for %s', async (what) => {
    const { site, browser, url } = await deskWith();

    const response = await browser.post(`${url}/${what}`, { act: 'erase', mode: 'shout', action: '', on: '' });

    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(site.house.received).toEqual([]);
  });

  it('is read-only when the ticket lives on another platform', async () => {
    const { site, browser } = await deskWith();
    const ticket = openTicket(site, 30, { desk: 'slack:T1/C9/1.2' });
    const url = `/desk/tickets/${encodeURIComponent(ticket.id)}`;

    const page = await browser.get(url);
    const response = await browser.post(`${url}/messages`, { text: 'x', mode: 'send' });

    expect(await page.text()).toContain('handled in another channel');
    expect(response.status).toBe(404);
    expect(site.house.received).toEqual([]);
  });
});
