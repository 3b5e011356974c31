import { describe, expect, it } from 'vitest';
import type { KeptIntents } from '../../../src/adapters/discord/kept-intents.ts';
import type { Block, Intent } from '../../../src/core/index.ts';
import {
  ANNA,
  answerRow,
  at,
  DESK,
  GENERAL,
  post,
  receiptOf,
  reply,
  row,
  says,
  startAdapter,
  startRig,
} from './rig.ts';

describe('a mention in a channel', () => {
  it('is received without the name of the bot, and answered in reply to it', async () => {
    const { discord, adapter, event } = await startRig();

    const asked = discord.say(ANNA, GENERAL, `<@${discord.botUser}> imap server of qq mail?`);
    const message = await event('message');
    await adapter.deliver(row(post(at(GENERAL), says('imap.qq.com'), { answers: message.id })));

    expect(message).toMatchObject({
      id: `discord:${asked.id}`,
      text: 'imap server of qq mail?',
      addressed: 'mention',
      place: `discord:${GENERAL}`,
      conversation: `discord:${GENERAL}/${ANNA}`,
      private: false,
      author: { id: `discord:${ANNA}`, name: 'anna', bot: false },
    });
    const answer = discord.messages(GENERAL).at(-1);
    expect(answer && discord.textOf(answer)).toBe('imap.qq.com');
    expect(answer?.referenced).toBe(asked.id);
    expect(discord.world.pings).toEqual([]);
  });

  it('is not taken from what is said without addressing the bot', async () => {
    const { discord, event, inbox } = await startRig();

    discord.say(ANNA, GENERAL, 'is anybody here?');
    discord.say(ANNA, GENERAL, `<@${discord.botUser}> hello`);
    await event('message');

    expect(inbox.events).toHaveLength(1);
  });
});

describe('a DM', () => {
  it('is one conversation with its place', async () => {
    const { discord, adapter, event } = await startRig();
    const place = `discord:${discord.direct(ANNA)}`;

    discord.say(ANNA, discord.direct(ANNA), '535, but the password is right');
    const message = await event('message');
    const receipt = await receiptOf(
      adapter.deliver(row(post({ direct: `discord:${ANNA}` }, says('Use an app password.')))),
    );

    expect(message).toMatchObject({ addressed: 'direct', private: true, place, conversation: place });
    expect(receipt.place).toBe(place);
    expect(discord.dms(ANNA).map((one) => discord.textOf(one))).toEqual([
      '535, but the password is right',
      'Use an app password.',
    ]);
  });
});

describe('/mail ask', () => {
  it('is deferred quietly in a public channel and answered in its place', async () => {
    const { discord, adapter, event } = await startRig();

    const asked = discord.command(ANNA, GENERAL, 'ask', { question: 'is 465 or 587 better' });
    const command = await event('command');
    const receipt = await receiptOf(adapter.deliver(answerRow(command, says('465.', { quiet: true }))));

    expect(command).toMatchObject({ command: 'ask', text: 'is 465 or 587 better', locale: 'en-US' });
    expect(asked.response?.type).toBe(5);
    expect(discord.ephemerals(ANNA).map((one) => discord.textOf(one))).toEqual(['465.']);
    expect(discord.messages(GENERAL)).toEqual([]);
    expect(receipt.messageId).toMatch(/^quiet\/3001\/\d+$/);
  });

  it('shows a quiet answer to everyone when asked to', async () => {
    const { discord, adapter, event } = await startRig();
    discord.command(ANNA, GENERAL, 'ask', { question: 'is 465 or 587 better' });
    const sources = { kind: 'sources', title: 'Source:', items: [{ label: 'RFC 8314' }] } as const;
    const answer = reply(
      [
        { kind: 'text', text: '465.' },
        { ...sources, items: [...sources.items] },
      ],
      { quiet: true },
    );
    await adapter.deliver(answerRow(await event('command'), answer));

    const [quiet] = discord.ephemerals(ANNA);
    const pressed = discord.press(ANNA, quiet?.id ?? '', 'Show to everyone');
    await discord.until(() => pressed.response);

    const [shown] = discord.messages(GENERAL);
    expect(shown && discord.textOf(shown)).toBe('465.\n-# Source: RFC 8314');
    expect(shown && discord.labelsOf(shown)).toEqual([]);
  });

  it('does not offer to show everyone what is said about a ticket', async () => {
    const { discord, adapter, event } = await startRig();
    discord.command(ANNA, GENERAL, 'human');

    await adapter.deliver(answerRow(await event('command'), says('A person will answer you.', { quiet: true })));

    expect(discord.ephemerals(ANNA).flatMap((one) => discord.labelsOf(one))).toEqual([]);
  });
});

describe('a button', () => {
  it('carries its whole intent, and is answered by a further message', async () => {
    const { discord, adapter, event } = await startRig();
    const intent = { name: 'provider-settings', slots: { provider: 'qq', protocols: ['imap'] } } as const;
    const actions = {
      kind: 'actions',
      actions: [{ label: 'IMAP', intent: { ...intent, slots: { provider: 'qq' } } }],
    } as const;
    const { messageId } = await receiptOf(
      adapter.deliver(row(post(at(GENERAL), reply([{ ...actions, actions: [...actions.actions] }])))),
    );

    const pressed = discord.press(ANNA, messageId, 'IMAP');
    const action = await event('action');
    await adapter.deliver(answerRow(action, says('imap.qq.com', { quiet: true })));

    expect(action.intent).toEqual({ name: 'provider-settings', slots: { provider: 'qq' } });
    expect(pressed.response?.type).toBe(6);
    expect(discord.ephemerals(ANNA).map((one) => discord.textOf(one))).toEqual(['imap.qq.com']);
  });
});

describe('a menu', () => {
  it('stands for more buttons than fit into a row', async () => {
    const { discord, adapter, event } = await startRig();
    const clients = ['outlook', 'thunderbird', 'foxmail', 'apple-mail', 'k-9', 'gmail-app'];
    const actions = clients.map(
      (client) => ({ label: client, intent: { name: 'client-setup', slots: { client } } }) as const,
    );
    const { messageId } = await receiptOf(
      adapter.deliver(row(post(at(GENERAL), reply([{ kind: 'actions', actions }])))),
    );

    discord.press(ANNA, messageId, 'k-9');

    expect((await event('action')).intent).toEqual({ name: 'client-setup', slots: { client: 'k-9' } });
  });
});

describe('a reply to the bot', () => {
  it('addresses it, also with the ping switched off', async () => {
    const { discord, adapter, event } = await startRig();
    const { messageId } = await receiptOf(adapter.deliver(row(post(at(GENERAL), says('Which provider?')))));

    discord.say(ANNA, GENERAL, 'qq', { referenced: messageId, type: 19 });

    // Without the Message Content intent Discord leaves the words out.
    expect(await event('message')).toMatchObject({ addressed: 'mention', text: '' });
  });
});

describe('a message in a thread', () => {
  it('is passed on as seen there, with its words where the intent allows', async () => {
    const { discord, event } = await startRig({ messageContent: true });
    const thread = discord.addThread('2100', GENERAL);

    discord.say(ANNA, thread.id, 'and pop3?');

    expect(await event('message')).toMatchObject({ addressed: 'thread', text: 'and pop3?', place: 'discord:2100' });
  });
});

describe('"Get mail help" on a message', () => {
  it('asks in the name of whoever pressed it, and is answered quietly', async () => {
    const { discord, adapter, inbox, event } = await startRig();
    inbox.immediate = () => ({ kind: 'ack' });
    const said = discord.say('3002', GENERAL, '我的邮箱服务器地址错了怎么办');

    discord.askAbout(ANNA, said.id);
    const message = await event('message');
    await adapter.deliver(answerRow(message, says('…')));

    expect(message).toMatchObject({
      text: '我的邮箱服务器地址错了怎么办',
      addressed: 'command',
      author: { id: `discord:${ANNA}` },
      conversation: `discord:${GENERAL}/${ANNA}`,
    });
    expect(discord.ephemerals(ANNA)).toHaveLength(1);
    expect(discord.messages(GENERAL).filter(({ author }) => author.bot)).toEqual([]);
  });
});

describe('"Send to asker" on a message', () => {
  it('carries its text to the desk without the Message Content intent', async () => {
    const { discord, event } = await startRig();
    const thread = discord.addThread('2100', DESK);
    const said = discord.say('3002', thread.id, 'Please use port 465.');

    discord.askAbout('3002', said.id, 'Send to asker');

    expect(await event('message')).toMatchObject({
      text: 'Please use port 465.',
      addressed: 'command',
      place: 'discord:2100',
    });
  });
});

describe('type-ahead', () => {
  it('shows at most 25 choices, each short enough', async () => {
    const { discord, inbox, event } = await startRig();
    const options = Array.from({ length: 40 }, (_, index) => ({
      label: `Provider ${index} ${'x'.repeat(120)}`,
      value: `p${index}`,
    }));
    inbox.immediate = () => ({ kind: 'options', options });

    const typed = discord.type(ANNA, GENERAL, 'settings', 'provider', 'gm');
    const { data } = (await discord.until(() => typed.response)) ?? {};

    expect(await event('command')).toMatchObject({ command: 'settings', text: 'gm', typing: true });
    expect(data?.['choices']).toHaveLength(25);
  });
});

describe('a form', () => {
  it('opens at once, and what was written comes back as a submission', async () => {
    const { discord, inbox, event } = await startRig();
    inbox.immediate = ({ type }) =>
      type === 'command'
        ? { kind: 'open-form', form: 'diagnose', language: 'zh-Hant' }
        : { kind: 'defer', quiet: true };

    const opened = discord.command('3003', GENERAL, 'diagnose');
    await discord.until(() => opened.response);
    const sent = discord.submit('3003', opened, { text: 'imap.qq.com:995' });
    const submission = await event('submission');
    await discord.until(() => sent.response);

    expect(opened.response).toMatchObject({ type: 9, data: { title: '信箱協助' } });
    expect(submission).toMatchObject({ form: 'diagnose', fields: { text: 'imap.qq.com:995' } });
    expect(sent.response?.type).toBe(5);
  });

  it('that was filled in wrongly is explained to its author alone', async () => {
    const { discord, inbox } = await startRig();
    inbox.immediate = ({ type }) =>
      type === 'command'
        ? { kind: 'open-form', form: 'ask', language: 'en' }
        : { kind: 'field-errors', errors: { text: 'Please paste the text.' } };

    const opened = discord.command(ANNA, GENERAL, 'help');
    await discord.until(() => opened.response);
    discord.submit(ANNA, opened, { text: '' });
    const shown = await discord.until(() => discord.ephemerals(ANNA)[0]);

    expect(discord.textOf(shown)).toContain('Please paste the text.');
  });
});

describe('what a person changes', () => {
  it('is passed on: edits with the time of the edit, deletions with the author', async () => {
    const { discord, event } = await startRig();
    const said = discord.say(ANNA, discord.direct(ANNA), 'imap of q');
    await event('message');

    discord.edit(said.id, 'imap of qq');
    const edited = await event('edited');
    discord.remove(said.id);
    const deleted = await event('deleted');

    expect(edited).toMatchObject({ messageId: said.id, text: 'imap of qq' });
    expect(edited.id).toMatch(new RegExp(`^discord:${said.id}/edit/\\d+$`));
    expect(deleted).toMatchObject({ messageId: said.id, author: { id: `discord:${ANNA}` }, place: edited.place });
  });
});

describe('a button that says more than fits into its id', () => {
  const text = 'x'.repeat(200);
  const intent = { name: 'send-text', ticket: 't1', text } as const;
  const actions: Block = { kind: 'actions', actions: [{ label: 'Send', intent }] };

  it('is kept before it is shown, and works in another process', async () => {
    const kept = new Map<string, Intent>();
    const intents: KeptIntents = {
      keep: (fresh) => {
        for (const { key, intent: one } of fresh) kept.set(key, one);
        return Promise.resolve();
      },
      load: (key) => Promise.resolve(kept.get(key)),
    };
    const { discord, adapter, inbox, session, logged, event } = await startRig({ intents });
    const { messageId } = await receiptOf(adapter.deliver(row(post(at(GENERAL), reply([actions])))));
    await adapter.stop();

    await startAdapter(discord, inbox, session, logged, { intents });
    await discord.connected();
    const pressed = discord.press(ANNA, messageId, 'Send');
    await discord.until(() => pressed.response);

    expect((await event('action')).intent).toEqual(intent);
    expect(pressed.response?.type).toBe(6);
  });

  it('says so to whoever pressed it when it was forgotten', async () => {
    const intents: KeptIntents = { keep: () => Promise.resolve(), load: () => Promise.resolve(undefined) };
    const { discord, adapter, inbox } = await startRig({ intents });
    const { messageId } = await receiptOf(adapter.deliver(row(post(at(GENERAL), reply([actions])))));

    discord.press(ANNA, messageId, 'Send');
    const shown = await discord.until(() => discord.ephemerals(ANNA)[0]);

    expect(discord.textOf(shown)).toContain('does not work any more');
    expect(inbox.events).toEqual([]);
  });
});
