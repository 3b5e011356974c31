import { describe, expect, it } from 'vitest';
import type { Block, Incoming, Operation } from '../../../src/core/index.ts';
import { ANNA, answerRow, at, GENERAL, newAdapter, post, receiptOf, reply, row, says, startRig } from './rig.ts';

const BAO = '3002';
const CLOSED = '3009';
const SETTINGS: Block = {
  kind: 'settings',
  columns: ['Protocol', 'Server', 'Port', 'Encryption'],
  rows: [
    ['Incoming (IMAP)', 'imap.qq.com', '993', 'SSL/TLS'],
    ['Outgoing (SMTP)', 'smtp.qq.com', '465', 'SSL/TLS'],
  ],
};

describe('an answer that came too late for somebody who takes no DMs', () => {
  it('is announced in the channel, and shown to them alone', async () => {
    const { discord, adapter, event } = await startRig();
    discord.addUser(CLOSED, { closed: true });
    discord.command(CLOSED, GENERAL, 'help');
    const asked = await event('command');
    discord.expireInteractions();

    const receipt = await receiptOf(adapter.deliver(answerRow(asked, says('private', { quiet: true }))));
    const [pointer] = discord.messages(GENERAL);
    discord.press(CLOSED, pointer?.id ?? '', 'Show my answer');

    expect(pointer && discord.textOf(pointer)).toBe(`<@${CLOSED}>\nYour answer is ready.`);
    expect(discord.world.pings).toEqual([]);
    expect(receipt.messageId).toBe(`ready/${pointer?.id}`);
    expect((await event('action')).intent).toEqual({ name: 'show-more', of: 'answer-1', page: 0 });
  });

  it('is not shown to anybody else', async () => {
    const { discord, adapter, event, inbox } = await startRig();
    discord.addUser(CLOSED, { closed: true });
    discord.command(CLOSED, GENERAL, 'help');
    const asked = await event('command');
    discord.expireInteractions();
    await adapter.deliver(answerRow(asked, says('private', { quiet: true })));

    discord.press(BAO, discord.messages(GENERAL)[0]?.id ?? '', 'Show my answer');
    const [told] = await discord.until(() => discord.ephemerals(BAO).length > 0 && discord.ephemerals(BAO));

    expect(told && discord.textOf(told)).toContain('别人');
    expect(inbox.events.filter(({ type }) => type === 'action')).toEqual([]);
  });

  it('is announced once, however often it changes', async () => {
    const { discord, adapter, event } = await startRig();
    discord.addUser(CLOSED, { closed: true });
    discord.command(CLOSED, GENERAL, 'check', { server: 'imap.qq.com' });
    const target = await receiptOf(
      adapter.deliver(answerRow(await event('command'), says('Checking…', { quiet: true }))),
    );
    discord.expireInteractions();
    const edit = (key: string): Operation => ({
      key,
      kind: 'edit',
      of: 'answer-1',
      reply: says('Safe.', { quiet: true }),
    });

    const pointer = await receiptOf(adapter.deliver(row(edit('edit-1'), { target })));
    await receiptOf(adapter.deliver(row(edit('edit-2'), { target: pointer })));
    await receiptOf(adapter.deliver(row(edit('edit-1'), { target, state: 'sending', attempts: 1 })));

    expect(discord.messages(GENERAL).map((one) => discord.textOf(one))).toEqual([
      `<@${CLOSED}>\nYour answer is ready.`,
    ]);
  });

  it('is taken back with its announcement', async () => {
    const { discord, adapter, event } = await startRig();
    discord.addUser(CLOSED, { closed: true });
    discord.command(CLOSED, GENERAL, 'help');
    const asked = await event('command');
    discord.expireInteractions();
    const target = await receiptOf(adapter.deliver(answerRow(asked, says('private', { quiet: true }))));

    await receiptOf(adapter.deliver(row({ key: 'd', kind: 'delete', of: 'answer-1' }, { target })));

    expect(discord.messages(GENERAL)).toEqual([]);
  });
});

describe('copyable text', () => {
  it('says the values as ordinary words, servers once more alone', async () => {
    const { discord, adapter } = await startRig();
    await adapter.deliver(row(post(at(GENERAL), reply([SETTINGS]))));

    discord.press(ANNA, discord.messages(GENERAL)[0]?.id ?? '', 'Copyable text');
    await discord.until(() => discord.ephemerals(ANNA).length === 3);

    expect(discord.ephemerals(ANNA).map(({ content }) => content)).toEqual([
      'Incoming (IMAP)\nimap.qq.com\n993\n\nOutgoing (SMTP)\nsmtp.qq.com\n465',
      'imap.qq.com',
      'smtp.qq.com',
    ]);
  });

  it('works on an embed, too, and stays in a DM', async () => {
    const { discord, adapter } = await startRig();
    const direct = discord.direct(ANNA);
    discord.fault({ on: /^POST .*messages$/, kind: 'refuse', status: 400, code: 50_035 });
    const { messageId } = await receiptOf(adapter.deliver(row(post(at(direct), reply([SETTINGS])))));

    discord.press(ANNA, messageId, 'Copyable text');
    await discord.until(() => discord.dms(ANNA).length === 4);

    expect(discord.dms(ANNA).at(-1)?.content).toBe('smtp.qq.com');
    expect(discord.ephemerals(ANNA)).toEqual([]);
  });

  it('is offered only where there is something to copy', async () => {
    const { discord, adapter } = await startRig();

    await adapter.deliver(row(post(at(GENERAL), says('Hello.'))));

    expect(discord.messages(GENERAL).flatMap((one) => discord.labelsOf(one))).toEqual([]);
  });
});

describe('"show to everyone" on an embed', () => {
  it('shows it as it stands', async () => {
    const { discord, adapter, event } = await startRig();
    discord.command(ANNA, GENERAL, 'settings', { provider: 'qq' });
    discord.fault({ on: /^PATCH \/webhooks/, kind: 'refuse', status: 400, code: 50_035 });
    await adapter.deliver(answerRow(await event('command'), reply([SETTINGS], { quiet: true })));

    const pressed = discord.press(ANNA, discord.ephemerals(ANNA)[0]?.id ?? '', 'Show to everyone');
    await discord.until(() => pressed.response);

    const [shown] = discord.messages(GENERAL);
    expect(shown?.embeds).toMatchObject([{ description: expect.stringContaining('imap.qq.com') }]);
    expect(shown && discord.labelsOf(shown)).toEqual(['Copyable text']);
  });
});

describe('a server that the bot was not added to', () => {
  it('is served by a command of a person who brought it along, quietly, and later by DM', async () => {
    const { discord, adapter, event } = await startRig();
    discord.addGuild('9002', { member: false });
    discord.addChannel('2900', { guild_id: '9002', access: 'none' });
    discord.command(ANNA, '2900', 'settings', { provider: 'qq' });
    const asked = await event('command');

    const target = await receiptOf(adapter.deliver(answerRow(asked, says('imap.qq.com', { quiet: true }))));
    discord.expireInteractions();
    const edit: Operation = { key: 'e', kind: 'edit', of: 'answer-1', reply: says('smtp.qq.com', { quiet: true }) };
    await receiptOf(adapter.deliver(row(edit, { target })));

    expect(discord.ephemerals(ANNA).map((one) => discord.textOf(one))).toEqual(['imap.qq.com']);
    expect(discord.dms(ANNA).map((one) => discord.textOf(one))).toEqual(['smtp.qq.com']);
  });

  it('shows values to copy within the few messages that it allows', async () => {
    const { discord, adapter, event } = await startRig();
    discord.addGuild('9002', { member: false });
    discord.addChannel('2900', { guild_id: '9002', access: 'none' });
    discord.command(ANNA, '2900', 'settings', { provider: 'qq' });
    const rows = Array.from({ length: 8 }, (_, nth) => ['Incoming', `imap${nth}.qq.com`, '993', 'SSL/TLS']);
    const many = reply([{ ...SETTINGS, rows }], { quiet: true });
    await adapter.deliver(answerRow(await event('command'), many));

    discord.press(ANNA, discord.ephemerals(ANNA)[0]?.id ?? '', 'Copyable text');
    await discord.until(() => discord.ephemerals(ANNA).length === 6);

    expect(discord.ephemerals(ANNA)[1]?.content).toContain('imap7.qq.com');
  });
});

describe('an answer that overtakes the acknowledgement of another process', () => {
  it('is tried again in a moment, and found once the interaction was acknowledged', async () => {
    const { discord, inbox, event } = await startRig();
    const worker = newAdapter(discord);
    let store = (): void => {};
    const stored = new Promise<void>((resolve) => (store = resolve));
    const heard = new Promise<Incoming>((resolve) => {
      inbox.store = (incoming) => {
        resolve(incoming);
        return stored;
      };
    });
    const opened = discord.command(ANNA, GENERAL, 'help');
    const asked = await heard;

    const early = await worker.deliver(answerRow(asked, says('early', { quiet: true })));
    store();
    await event('command');
    await discord.until(() => opened.response);
    const later = await worker.deliver(answerRow(asked, says('early', { quiet: true }), { attempts: 1 }));

    expect(early).toMatchObject({ ok: false, kind: 'retry' });
    expect(later).toMatchObject({ ok: true });
    expect(discord.ephemerals(ANNA).map((one) => discord.textOf(one))).toEqual(['early']);
  });
});
