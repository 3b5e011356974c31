import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWebAdapter, type WebAdapter } from '../../src/adapters/web/index.ts';
import type { Block, Incoming, Operation, PlaceId, Ticket } from '../../src/core/index.ts';
import { createHouse, partsOf, post, reply, type House } from '../adapters/web/house.ts';
import { SAMPLES } from '../adapters/web/samples.ts';
import { launchBrowser, missingBrowser } from './chromium.ts';

const DESK_TOKEN = 'a-token-of-the-desk-for-tests';
const { text, settings, steps, verdict, sources, actions } = SAMPLES.en;

describe.skipIf(missingBrowser() !== undefined)('the page in a browser', () => {
  let browser: Browser;
  let house: House;
  let adapter: WebAdapter;
  let url: string;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    house = createHouse();
    const parts = partsOf(house);
    adapter = createWebAdapter({ ...parts, host: '127.0.0.1', port: 0, deskToken: DESK_TOKEN, defaultLanguage: 'en' });
    await adapter.start(house.receive);
    url = adapter.url() ?? '';
    house.answer = answer;
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await adapter.stop();
    if (faults.length > 0) throw new Error(`the browser complained: ${faults.splice(0).join('; ')}`);
  });

  async function say(place: PlaceId, operation: Operation): Promise<void> {
    const row = house.post(place, operation);
    const target = 'of' in operation ? { target: { place, messageId: operation.of } } : {};
    await adapter.deliver({ ...row, ...target });
  }

  /** A small assistant: settings for a message, the intent's name for a button. */
  async function answer(incoming: Incoming): Promise<void> {
    const blocks: Block[] =
      incoming.type === 'action'
        ? [{ kind: 'text', text: `You pressed ${incoming.intent.name}.` }]
        : [text, settings, steps, verdict, sources, actions];
    await say(incoming.place, post(incoming.place, `answer to ${incoming.id}`, blocks));
  }

  async function open(options: BrowserContextOptions = {}, path = '/'): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.text().includes('Content Security Policy') && faults.push(message.text()));
    await page.goto(url + path);
    return page;
  }

  async function ask(page: Page, words: string): Promise<void> {
    const before = await page.locator('.assistant').count();
    await page.locator('#text').fill(words);
    await page.keyboard.press('Enter');
    await page.locator('.assistant').nth(before).waitFor();
  }

  it('answers a typed question, and shows both again after a reload', async () => {
    const page = await open();

    await ask(page, 'What is the IMAP server of QQ Mail?');
    const live = await page.locator('#log').innerText();
    await page.reload();

    expect(live).toContain('imap.qq.com');
    expect(await page.locator('#log').innerText()).toBe(live);
    expect(await page.locator('.entry').count()).toBe(2);
  });

  it('does what a pressed button says', async () => {
    const page = await open();
    await ask(page, 'QQ Mail');

    await page.getByRole('button', { name: 'Talk to a human' }).click();

    await page.getByText('You pressed talk-to-human.').waitFor();
  });

  it('can be used with the keyboard alone', async () => {
    const page = await open();
    const focused = () => page.evaluate('document.activeElement.textContent.trim()');

    await page.keyboard.press('Tab');
    const first = await focused();
    await page.keyboard.press('Enter');
    await page.keyboard.type('first line');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('second line');
    await page.keyboard.press('Enter');
    await page.locator('.assistant').waitFor();
    for (let presses = 0; presses < 20 && (await focused()) !== 'Talk to a human'; presses++)
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('You pressed talk-to-human.').waitFor();

    expect(first).toBe('Skip to the message box');
    expect(house.received[0]).toMatchObject({ text: 'first line\nsecond line' });
  });

  it('keeps the words of a person who writes while an answer comes', async () => {
    const page = await open();
    await ask(page, 'QQ Mail');
    const place = house.received[0]?.place ?? 'web:nobody';

    await page.locator('#text').fill('a half-written');
    await say(place, post(place, 'op:late', [{ kind: 'text', text: 'late' }]));
    await page.getByText('late').waitFor();

    expect(await page.locator('#text').inputValue()).toBe('a half-written');
  });

  it('shows under a message that it was passed on, and moments in the reader’s own zone and language', async () => {
    const page = await open({ locale: 'zh-TW', timezoneId: 'Asia/Taipei' });
    await ask(page, 'QQ Mail');
    const { place = 'web:nobody', id: messageId = '' } = house.received[0] ?? {};

    const expected = 'by [2026-11-26 23:30 UTC](time:1795735800000)';
    await say(place, { ...post(place, 'op:time', [{ kind: 'text', text: expected }], 'zh-Hant') });
    await say(place, { kind: 'react', key: 'op:sign', at: { place, messageId }, sign: 'passed-on' });
    await page.locator('.asker .sign').waitFor();

    expect(await page.locator('#working').isVisible()).toBe(false);
    expect(await page.locator('.asker').innerText()).toContain('✅ 已轉達');
    expect(await page.getByText('by ').innerText()).toBe('by 2026/11/27 07:30');
  });

  it('replaces "Checking…" in place', async () => {
    const page = await open();
    await ask(page, 'QQ Mail');
    const place = house.received[0]?.place ?? 'web:nobody';

    await say(place, post(place, 'op:check', [{ kind: 'text', text: 'Checking…' }]));
    await page.getByText('Checking…').waitFor();
    await say(place, { kind: 'edit', key: 'op:edit', of: 'op:check', reply: reply([verdict]) });
    await page.getByText('imap.qq.com is safe').nth(1).waitFor();

    expect(await page.getByText('Checking…').count()).toBe(0);
    expect(await page.locator('.assistant').count()).toBe(2);
  });

  it('gives words back that could not be kept, and says so', async () => {
    const page = await open();
    house.broken = true;

    await page.locator('#text').fill('my question');
    await page.keyboard.press('Enter');
    await page.getByText('I could not keep your message').waitFor();

    expect(await page.locator('#text').inputValue()).toBe('my question');
    expect(await page.locator('.entry').count()).toBe(0);
  });

  it('shows markup of a person as text', async () => {
    const page = await open();

    await ask(page, '<img src=x onerror="document.title=1"><b>bold</b>');

    expect(await page.locator('.asker .words').innerText()).toBe('<img src=x onerror="document.title=1"><b>bold</b>');
    expect(await page.title()).toBe('Mail help · Postilion');
  });

  it.each([
    ['en-GB', 'Send'],
    ['zh-CN', '发送'],
    ['zh-TW', '傳送'],
  ])('fits a phone of 375 pixels: %s', async (locale, send) => {
    const page = await open({ locale, viewport: { width: 375, height: 700 }, isMobile: true, hasTouch: true });

    await ask(page, 'QQ');
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    const button = await page.getByRole('button', { name: send, exact: true }).boundingBox();

    expect(wide).toBe(375);
    expect((button?.x ?? 0) + (button?.width ?? 999)).toBeLessThanOrEqual(375);
    expect(button?.height).toBeGreaterThanOrEqual(44);
  });

  it('switches to another script', async () => {
    const page = await open();

    await page.getByRole('button', { name: '繁體中文' }).click();
    await page.getByPlaceholder('提問，或貼上錯誤訊息').waitFor();

    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
  });

  it('works without script', async () => {
    const page = await open({ javaScriptEnabled: false });

    await page.locator('#text').fill('QQ Mail');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('button', { name: 'Talk to a human' }).click();

    expect(await page.locator('.assistant').last().innerText()).toContain('You pressed talk-to-human.');
  });

  it('lets an agent answer a person, on purpose only', async () => {
    const visitor = await open();
    await ask(visitor, 'QQ Mail');
    const place = house.received[0]?.place ?? 'web:nobody';
    const ticket = ticketOf(place);
    house.tickets.set(ticket.id, { ticket, events: [] });
    house.answer = (incoming) => relay(incoming, place);
    const agent = await open({}, '/desk');

    await agent.getByLabel('Your name').fill('Ann');
    await agent.getByLabel('Desk token').fill(DESK_TOKEN);
    await agent.getByRole('button', { name: 'Sign in' }).click();
    await agent.getByRole('link', { name: '#12' }).click();
    await agent.locator('#text').fill('only a draft');
    await agent.keyboard.press('Enter');
    await agent.getByText('Not sent yet.').waitFor();
    await agent.locator('#text').fill('Use port 993.');
    await agent.getByRole('button', { name: 'Send to the person' }).click();
    await visitor.getByText('Ann: Use port 993.').waitFor();

    expect(await visitor.locator('#log').innerText()).not.toContain('only a draft');
  });

  async function relay(incoming: Incoming, asker: PlaceId): Promise<void> {
    const sends = incoming.type === 'action' && incoming.intent.name === 'send-text';
    const words =
      sends && 'text' in incoming.intent ? `${incoming.author.name}: ${incoming.intent.text}` : 'Not sent yet.';
    const to = sends ? asker : incoming.place;
    await say(to, post(to, `relay of ${incoming.id}`, [{ kind: 'text', text: words }]));
  }
});

function ticketOf(place: PlaceId): Ticket {
  return {
    id: 'ticket:12',
    number: 12,
    version: 1,
    queue: 'default',
    state: 'open',
    asker: place,
    askerName: 'Web visitor',
    conversation: place,
    place,
    private: true,
    language: 'en',
    desk: 'web:desk/12',
    assistantResumed: false,
    openedAt: 0,
  };
}
