import { describe, expect, it, vi } from 'vitest';
import type { Operation } from '../../../src/core/index.ts';
import { ANNA, answerRow, at, DESK, FORUM, GENERAL, post, receiptOf, reply, row, says, startRig } from './rig.ts';

const POST = /^POST \/channels\/2001\/messages$/;

describe('a message that may have arrived', () => {
  it('is found by its mark instead of being posted twice', async () => {
    const { discord, adapter } = await startRig();
    const operation = post(at(GENERAL), says('once'));
    discord.fault({ on: POST, kind: 'drop-after' });

    const first = await adapter.deliver(row(operation));
    for (const message of discord.messages(GENERAL)) delete message.nonce;
    const second = await adapter.deliver(row(operation, { state: 'sending', attempts: 1 }));

    expect(first).toMatchObject({ ok: false, kind: 'retry' });
    expect(second).toMatchObject({ ok: true });
    expect(discord.messages(GENERAL)).toHaveLength(1);
  });

  it.each([
    ['our clock is an hour ahead', 3_600_000, 0],
    ['much was said since', 0, 230],
  ])('is found although %s', async (_, ahead, since) => {
    const { discord, adapter } = await startRig();
    const sent = row(post(at(GENERAL), says('once')), { queuedAt: Date.now() + ahead });
    await adapter.deliver(sent);
    for (const message of discord.messages(GENERAL)) delete message.nonce;
    for (let count = 0; count < since; count++) discord.say(ANNA, GENERAL, 'something else');

    await adapter.deliver({ ...sent, state: 'sending', attempts: 1 });

    expect(discord.messages(GENERAL)).toHaveLength(1 + since);
  });

  it('is recognised by its nonce where we may not read', async () => {
    const { discord, adapter } = await startRig();
    const operation = post(at(GENERAL), says('once'));
    discord.fault({ on: POST, kind: 'error-after' });
    discord.fault({ on: /^GET \/channels\/2001\/messages/, kind: 'refuse', status: 403, code: 50_001 });

    await adapter.deliver(row(operation));
    await adapter.deliver(row(operation, { state: 'sending', attempts: 1 }));

    expect(discord.messages(GENERAL)).toHaveLength(1);
  });

  it('is posted when it is not there, also beside one that says the same', async () => {
    const { discord, adapter } = await startRig();
    await adapter.deliver(row(post(at(GENERAL), says('same'), { key: 'other' })));

    await adapter.deliver(row(post(at(GENERAL), says('same')), { state: 'sending', attempts: 1 }));

    expect(discord.messages(GENERAL)).toHaveLength(2);
  });
});

describe('a refusal', () => {
  it.each([
    ['a channel that is gone', '2999', 'place-gone'],
    ['a channel without access', '2004', 'missing-permission'],
  ])('names %s', async (_, channel, code) => {
    const { adapter } = await startRig();

    const result = await adapter.deliver(row(post(at(channel), says('hello'))));

    expect(result).toMatchObject({ ok: false, kind: 'refused', code });
  });

  it('names closed DMs', async () => {
    const { discord, adapter } = await startRig();
    discord.addUser('3009', { closed: true });

    const result = await adapter.deliver(row(post({ direct: 'discord:3009' }, says('hello'))));

    expect(result).toMatchObject({ ok: false, kind: 'refused', code: 'direct-closed' });
  });

  it('names a locked thread and a file that is too large', async () => {
    const { discord, adapter } = await startRig();
    discord.addThread('2100', GENERAL, { archived: true, locked: true });
    const content = 'x'.repeat(10 * 1024 * 1024 + 1);
    const large = reply([{ kind: 'file', name: 'log.txt', mime: 'text/plain', content }]);

    const archived = await adapter.deliver(row(post(at('2100'), says('hello'))));
    const tooLarge = await adapter.deliver(row(post(at(GENERAL), large)));

    expect(archived).toMatchObject({ code: 'place-archived' });
    expect(tooLarge).toMatchObject({ code: 'too-large' });
  });

  it('of the form alone is answered with an embed that keeps the buttons and the file', async () => {
    const { discord, adapter } = await startRig();
    discord.fault({ on: POST, kind: 'refuse', status: 400, code: 50_035 });
    const human = { label: 'Talk to a person', intent: { name: 'talk-to-human', slots: {} } } as const;
    const said = reply([
      { kind: 'verdict', level: 'broken', title: 'Not encrypted', text: '**imap.qq.com** 993' },
      { kind: 'actions', actions: [human] },
      { kind: 'file', name: 'qq.mobileconfig', mime: 'text/xml', content: '<plist/>' },
    ]);

    const result = await adapter.deliver(row(post(at(GENERAL), said)));

    expect(result).toMatchObject({ ok: true });
    const [message] = discord.messages(GENERAL);
    expect(message).toMatchObject({
      flags: 0,
      embeds: [{ description: '### ❌ Not encrypted\n**imap.qq.com** 993', color: 0xc6_28_28 }],
      attachments: [{ filename: 'qq.mobileconfig' }],
    });
    expect(message && discord.labelsOf(message)).toEqual(['Talk to a person']);
  });

  it('of the embed too is answered with plain text', async () => {
    const { discord, adapter } = await startRig();
    discord.fault({ on: POST, kind: 'refuse', status: 400, code: 50_035, times: 2 });

    const result = await adapter.deliver(row(post(at(GENERAL), says('**imap.qq.com** 993'))));

    expect(result).toMatchObject({ ok: true });
    expect(discord.messages(GENERAL)[0]?.content).toBe(String.raw`**imap.qq.com** 993`);
  });

  it('of the plain text too is final', async () => {
    const { discord, adapter } = await startRig();
    discord.fault({ on: POST, kind: 'refuse', status: 400, code: 50_035, times: 3 });

    const result = await adapter.deliver(row(post(at(GENERAL), says('hello'))));

    expect(result).toMatchObject({ kind: 'refused', code: 'rejected' });
  });

  it.each([
    ['', 0],
    [', also when our clock was an hour ahead', 3_600_000],
  ])('of an embed is not repeated after a crash%s', async (_, ahead) => {
    const { discord, adapter } = await startRig();
    discord.fault({ on: POST, kind: 'refuse', status: 400, code: 50_035 });
    const operation = post(at(GENERAL), says('once'));
    const times = { queuedAt: Date.now() + ahead, causedAt: Date.now() };
    await adapter.deliver(row(operation, times));
    for (const message of discord.messages(GENERAL)) delete message.nonce;

    await adapter.deliver(row(operation, { ...times, state: 'sending', attempts: 1 }));

    expect(discord.messages(GENERAL)).toHaveLength(1);
  });
});

describe('a rate limit', () => {
  it.each([false, true])('is waited for as long as Discord says (global: %s)', async (global) => {
    const { discord, adapter } = await startRig();
    discord.fault({ on: POST, kind: 'rate-limit', retryAfter: 7, global });

    const result = await adapter.deliver(row(post(at(GENERAL), says('hello'))));

    // The client adds a little to be sure: half a second at most.
    expect(result).toMatchObject({ ok: false, kind: 'retry', afterMs: expect.closeTo(7_000, -3) });
  });
});

describe('a rate limit that was noted by a clock that was ahead', () => {
  it('does not last longer when the clock is put right', async () => {
    const { discord, adapter } = await startRig();
    const ahead = Date.now() + 3_600_000;
    discord.fault({ on: POST, kind: 'rate-limit', retryAfter: 1, global: true });
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => ahead);
    await adapter.deliver(row(post(at(GENERAL), says('hello'))));
    clock.mockRestore();

    const result = await adapter.deliver(row(post(at(GENERAL), says('hello'))));

    expect(result).toMatchObject({ ok: true });
  });
});

describe('a wrong token', () => {
  it('is told to the operator, and the message kept for later', async () => {
    const { discord, adapter, logged } = await startRig();
    discord.fault({ on: POST, kind: 'refuse', status: 401, code: 0 });

    const refused = await adapter.deliver(row(post(at(GENERAL), says('hello'))));
    const again = await adapter.deliver(row(post(at(GENERAL), says('hello'))));

    expect(refused).toMatchObject({ kind: 'retry', afterMs: 300_000 });
    expect(again).toMatchObject({ ok: true });
    expect(logged.some(({ level, event }) => level === 'error' && event === 'discord-token-refused')).toBe(true);
  });
});

describe('an edit', () => {
  it('changes the message in its place', async () => {
    const { discord, adapter } = await startRig();
    const target = await receiptOf(adapter.deliver(row(post(at(GENERAL), says('Checking…')))));
    const edit: Operation = { key: 'edit-1', kind: 'edit', of: 'answer-1', reply: says('Safe.') };

    await adapter.deliver(row(edit, { target }));

    expect(discord.messages(GENERAL).map((one) => discord.textOf(one))).toEqual(['Safe.']);
  });

  it('of a quiet answer goes through its interaction, and by DM when that has expired', async () => {
    const { discord, adapter, event } = await startRig();
    discord.command(ANNA, GENERAL, 'check', { server: 'imap.qq.com' });
    const target = await receiptOf(
      adapter.deliver(answerRow(await event('command'), says('Checking…', { quiet: true }))),
    );
    const edit = (key: string, text: string): Operation => ({
      key,
      kind: 'edit',
      of: 'answer-1',
      reply: says(text, { quiet: true }),
    });

    await adapter.deliver(row(edit('edit-1', 'Half done'), { target }));
    discord.expireInteractions();
    const late = await receiptOf(adapter.deliver(row(edit('edit-2', 'Safe.'), { target })));

    expect(discord.ephemerals(ANNA).map((one) => discord.textOf(one))).toEqual(['Half done']);
    expect(discord.dms(ANNA).map((one) => discord.textOf(one))).toEqual(['Safe.']);
    expect(late.place).toBe(`discord:${discord.direct(ANNA)}`);
    expect(discord.messages(GENERAL)).toEqual([]);
  });

  it('of a message that was deleted is refused', async () => {
    const { discord, adapter } = await startRig();
    const target = await receiptOf(adapter.deliver(row(post(at(GENERAL), says('one')))));
    discord.world.messages.delete(target.messageId);

    const result = await adapter.deliver(
      row({ key: 'e', kind: 'edit', of: 'answer-1', reply: says('two') }, { target }),
    );

    expect(result).toMatchObject({ kind: 'refused', code: 'place-gone' });
  });
});

describe('an edit whose form is refused', () => {
  const PATCH = /^PATCH \/channels/;
  const edit: Operation = { key: 'edit-1', kind: 'edit', of: 'answer-1', reply: says('Safe.') };

  it('says the same in words', async () => {
    const { discord, adapter } = await startRig();
    const target = await receiptOf(adapter.deliver(row(post(at(GENERAL), says('Checking…')))));
    discord.fault({ on: PATCH, kind: 'refuse', status: 400, code: 50_035 });

    const result = await adapter.deliver(row(edit, { target }));

    expect(result).toMatchObject({ ok: true });
    expect(discord.messages(GENERAL).map((one) => discord.textOf(one))).toEqual(['Safe.']);
  });

  it('draws a message anew that was plain or an embed', async () => {
    const { discord, adapter } = await startRig();
    discord.fault({ on: POST, kind: 'refuse', status: 400, code: 50_035 });
    const target = await receiptOf(adapter.deliver(row(post(at(GENERAL), says('Checking…')))));

    const result = await adapter.deliver(row(edit, { target }));

    expect(result).toMatchObject({ ok: true });
    const [message] = discord.messages(GENERAL);
    expect(message).toMatchObject({ content: '', embeds: [] });
    expect(message && discord.textOf(message)).toBe('Safe.');
  });
});

describe('a deletion', () => {
  it('is done, and done again is done still', async () => {
    const { discord, adapter } = await startRig();
    const target = await receiptOf(adapter.deliver(row(post(at(GENERAL), says('secret')))));
    const operation: Operation = { key: 'delete-1', kind: 'delete', of: 'answer-1' };

    const first = await adapter.deliver(row(operation, { target }));
    const second = await adapter.deliver(row(operation, { target, state: 'sending' }));

    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(discord.messages(GENERAL)).toEqual([]);
  });
});

describe('an answer to an interaction', () => {
  it('fills the first response once; what follows comes as further messages', async () => {
    const { discord, adapter, event } = await startRig();
    discord.command(ANNA, GENERAL, 'human');
    const asked = await event('command');
    const second = post({ place: asked.place }, says('second', { quiet: true }), {
      key: 'answer-2',
      answers: asked.id,
      audience: asked.author.id,
    });

    await adapter.deliver(answerRow(asked, says('first', { quiet: true })));
    await adapter.deliver(row(second, { ...(asked.handle && { handle: asked.handle.value }) }));

    expect(discord.ephemerals(ANNA).map((one) => discord.textOf(one))).toEqual(['first', 'second']);
  });

  it('is not given twice after a crash', async () => {
    const { discord, adapter, event } = await startRig();
    discord.command(ANNA, GENERAL, 'help');
    const asked = await event('command');
    discord.fault({ on: /^PATCH \/webhooks/, kind: 'drop-after' });

    await adapter.deliver(answerRow(asked, says('once', { quiet: true })));
    await adapter.deliver(answerRow(asked, says('once', { quiet: true }), { state: 'sending', attempts: 1 }));

    expect(discord.ephemerals(ANNA).map((one) => discord.textOf(one))).toEqual(['once']);
  });

  it('that comes too late goes by DM when it is quiet, and into the channel when it is not', async () => {
    const { discord, adapter, event } = await startRig();
    discord.command(ANNA, GENERAL, 'help');
    const asked = await event('command');
    discord.expireInteractions();

    await adapter.deliver(answerRow(asked, says('for anna', { quiet: true })));
    const open = {
      ...answerRow(asked, says('for all')),
      operation: post({ place: asked.place }, says('for all'), { key: 'b', answers: asked.id }),
    };
    await adapter.deliver(open);

    expect(discord.dms(ANNA).map((one) => discord.textOf(one))).toEqual(['for anna']);
    expect(discord.messages(GENERAL).map((one) => discord.textOf(one))).toEqual(['for all']);
  });

  it('that is quiet never goes into the open when nobody is named', async () => {
    const { discord, adapter, event } = await startRig();
    discord.command(ANNA, GENERAL, 'help');
    const asked = await event('command');
    discord.expireInteractions();

    const result = await adapter.deliver({
      ...answerRow(asked, says('')),
      operation: post({ place: asked.place }, says('private', { quiet: true }), { answers: asked.id }),
    });

    expect(result).toMatchObject({ kind: 'refused', code: 'expired' });
    expect(discord.messages(GENERAL)).toEqual([]);
  });
});

describe('a quiet answer to what was said in the open', () => {
  it('is given there, in reply: Discord shows nothing to one person only without an interaction', async () => {
    const { discord, adapter, event } = await startRig();
    const said = discord.say(ANNA, GENERAL, `<@${discord.botUser}> help`);
    const asked = await event('message');

    await adapter.deliver(answerRow(asked, says('here', { quiet: true })));

    expect(discord.messages(GENERAL).at(-1)).toMatchObject({ referenced: said.id });
    expect(discord.dms(ANNA)).toEqual([]);
  });
});

describe('a ticket', () => {
  const open = (channel: string): Operation => ({
    key: 'ticket-1',
    kind: 'open-place',
    in: `discord:${channel}`,
    title: '#12 anna: 535',
    reply: says('transcript'),
  });

  it('becomes a message with a thread in a text channel', async () => {
    const { discord, adapter } = await startRig();

    const receipt = await receiptOf(adapter.deliver(row(open(DESK))));
    await adapter.deliver(row(post({ opened: 'ticket-1' }, says('more')), { target: receipt }));

    const [thread] = discord.threads(DESK);
    expect(thread).toMatchObject({ name: '#12 anna: 535' });
    expect(receipt.place).toBe(`discord:${thread?.id}`);
    expect(discord.messages(thread?.id ?? '').map((one) => discord.textOf(one))).toEqual(['more']);
  });

  it.each([DESK, FORUM])('can be changed where it begins, in %s', async (channel) => {
    const { discord, adapter } = await startRig();
    const target = await receiptOf(adapter.deliver(row(open(channel))));
    const edit: Operation = { key: 'edit-1', kind: 'edit', of: 'ticket-1', reply: says('claimed') };

    const result = await adapter.deliver(row(edit, { target }));

    expect(result).toMatchObject({ ok: true });
    const message = discord.world.messages.get(target.messageId);
    expect(message && discord.textOf(message)).toBe('claimed');
  });

  it('becomes a post with a tag in a forum', async () => {
    const { discord, adapter } = await startRig();

    const receipt = await receiptOf(adapter.deliver(row(open(FORUM))));

    const [thread] = discord.threads(FORUM);
    expect(thread).toMatchObject({ name: '#12 anna: 535', applied_tags: ['5001'] });
    expect(receipt).toEqual({ place: `discord:${thread?.id}`, messageId: thread?.id });
  });

  it.each([DESK, FORUM])('is opened once in %s, also when the answer got lost', async (channel) => {
    const { discord, adapter } = await startRig();
    discord.fault({ on: /^POST .*\/threads$/, kind: 'drop-after' });

    await adapter.deliver(row(open(channel)));
    await receiptOf(adapter.deliver(row(open(channel), { state: 'sending', attempts: 1 })));

    expect(discord.threads(channel)).toHaveLength(1);
  });

  it('becomes a private thread where threads on messages are refused', async () => {
    const { discord, adapter } = await startRig();
    discord.fault({ on: /^POST \/channels\/2002\/messages\/\d+\/threads$/, kind: 'refuse', status: 403, code: 50_013 });

    const receipt = await receiptOf(adapter.deliver(row(open(DESK))));

    const [thread] = discord.threads(DESK);
    expect(thread?.type).toBe(12);
    expect(receipt.place).toBe(`discord:${thread?.id}`);
    expect(discord.messages(thread?.id ?? '').map((one) => discord.textOf(one))).toEqual(['transcript']);
  });
});

describe('a file', () => {
  it('is attached under a name that Discord takes', async () => {
    const { discord, adapter } = await startRig();
    const file = { kind: 'file', name: 'my log (1).txt', mime: 'text/plain', content: 'line 1' } as const;

    await receiptOf(adapter.deliver(row(post(at(GENERAL), reply([{ kind: 'text', text: 'Here.' }, file])))));

    expect(discord.messages(GENERAL)[0]?.attachments).toMatchObject([
      { filename: 'my_log__1_.txt', content: 'line 1' },
    ]);
  });
});
