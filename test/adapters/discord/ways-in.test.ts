import { describe, expect, it } from 'vitest';
import { ANNA, answerRow, at, GENERAL, post, receiptOf, reply, row, says, startRig } from './rig.ts';

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
    await adapter.deliver(answerRow(await event('command'), says('465.', { quiet: true })));

    const [quiet] = discord.ephemerals(ANNA);
    const pressed = discord.press(ANNA, quiet?.id ?? '', 'Show to everyone');
    await discord.until(() => pressed.response);

    const [shown] = discord.messages(GENERAL);
    expect(shown && discord.textOf(shown)).toBe('465.');
    expect(shown && discord.labelsOf(shown)).toEqual([]);
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
