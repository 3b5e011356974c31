import { afterEach, describe, expect, it } from 'vitest';
import { post, row, startHarness, type Harness } from './harness.ts';

let harness: Harness;
afterEach(() => harness.stop());

describe.each(['socket', 'http'] as const)('Slack over %s', (mode) => {
  it('brings a mention in once, although Slack sends it twice, and answers in its thread', async () => {
    harness = await startHarness({ mode });
    const { slack, adapter, received } = harness;

    const { ts, seen } = slack.say('U0ANNA', 'C0GENERAL', '<@U0BOT> what is the imap server of qq.com & 163.com?');
    await seen;

    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      type: 'message',
      id: `slack:T0POST/C0GENERAL/${ts}`,
      conversation: `slack:T0POST/C0GENERAL/${ts}/U0ANNA`,
      place: `slack:T0POST/C0GENERAL/${ts}`,
      private: false,
      author: { id: 'slack:T0POST/U0ANNA', name: 'anna', bot: false },
      addressed: 'mention',
      text: 'what is the imap server of qq.com & 163.com?',
      locale: 'en-US',
      messageId: ts,
    });

    const result = await adapter.deliver(post(received[0]?.place ?? '', 'imap.qq.com'));

    const answer = slack.messages('C0GENERAL').at(-1);
    expect(answer).toMatchObject({ user: slack.botUser, threadTs: ts, text: 'imap.qq.com' });
    expect(result).toEqual({
      ok: true,
      receipt: { place: `slack:T0POST/C0GENERAL/${ts}`, messageId: answer?.ts },
    });
  });

  it('takes a DM as one private conversation', async () => {
    harness = await startHarness({ mode });
    const { slack, received } = harness;
    const direct = slack.direct('U0ANNA');

    await slack.say('U0ANNA', direct, 'write to ann@example.org').seen;

    expect(received).toMatchObject([
      {
        type: 'message',
        addressed: 'direct',
        private: true,
        conversation: `slack:T0POST/${direct}`,
        place: `slack:T0POST/${direct}`,
        text: 'write to ann@example.org',
      },
    ]);
  });

  it('reads a slash command with its answer handle, and stays quiet in the acknowledgement', async () => {
    harness = await startHarness({ mode });
    const { slack, received } = harness;

    const result = await slack.command('U0ANNA', 'C0GENERAL', 'Settings: qq.com');

    expect(result.acknowledged).toBe(true);
    expect(result.body || {}).toEqual({});
    expect(received).toMatchObject([
      { type: 'command', command: 'settings', text: 'qq.com', private: false, place: 'slack:T0POST/C0GENERAL' },
    ]);
    expect(received[0]?.handle?.value).toMatch(/^http.*response\//);
  });

  it('puts a command in our own DM into the conversation of that DM', async () => {
    harness = await startHarness({ mode });
    const { slack, received } = harness;
    const direct = slack.direct('U0ANNA');

    await slack.command('U0ANNA', direct, 'human');

    expect(received).toMatchObject([{ conversation: `slack:T0POST/${direct}`, private: true, command: 'human' }]);
  });

  it("keeps a command in somebody else's DM apart for each asker", async () => {
    harness = await startHarness({ mode });
    const { slack, received } = harness;
    slack.addChannel('D0OTHERS', ['U0ANNA', 'U0BEN']);

    await slack.command('U0BEN', 'D0OTHERS', 'help');

    expect(received).toMatchObject([{ conversation: 'slack:T0POST/D0OTHERS/U0BEN', private: false }]);
  });

  it('brings back the whole intent of a pressed button, the thread and the message it stood on', async () => {
    harness = await startHarness({ mode });
    const { slack, adapter, received } = harness;
    const { ts, seen } = slack.say('U0ANNA', 'C0GENERAL', '<@U0BOT> help');
    await seen;
    const intent = { name: 'discover', domain: 'example.org' } as const;
    const operation = post(`slack:T0POST/C0GENERAL/${ts}`, {
      language: 'en',
      quiet: false,
      blocks: [{ kind: 'actions', actions: [{ label: 'Look it up', intent }] }],
    });
    await adapter.deliver(operation);
    const shown = slack.messages('C0GENERAL').at(-1);

    await slack.press('U0BEN', shown?.ts ?? '', 'Look it up');

    expect(received.at(-1)).toMatchObject({
      type: 'action',
      intent,
      on: operation.operation.key,
      author: { id: 'slack:T0POST/U0BEN' },
      place: `slack:T0POST/C0GENERAL/${ts}`,
      conversation: `slack:T0POST/C0GENERAL/${ts}/U0BEN`,
    });
  });

  it('asks about another person’s message for whoever uses the shortcut', async () => {
    harness = await startHarness({ mode });
    const { slack, received } = harness;
    const { ts } = slack.say('U0ANNA', 'C0GENERAL', 'outlook says 0x800CCC0E');

    await slack.messageShortcut('U0BEN', 'C0GENERAL', ts);

    expect(received).toMatchObject([
      { type: 'command', command: 'ask', text: 'outlook says 0x800CCC0E', author: { id: 'slack:T0POST/U0BEN' } },
    ]);
  });

  it('opens a form from the shortcuts menu, and reads what is sent in', async () => {
    harness = await startHarness({ mode });
    const { slack, received } = harness;
    slack.addUser('U0ANNA', { locale: 'zh-TW' });

    await slack.globalShortcut('U0ANNA');
    const [view] = slack.views();
    await slack.submit('U0ANNA', view?.id ?? '', { text: 'imap.qq.com 143' });

    expect(view?.view['title']).toEqual({ type: 'plain_text', text: '信箱協助' });
    expect(received).toMatchObject([
      {
        type: 'submission',
        form: 'diagnose',
        fields: { text: 'imap.qq.com 143' },
        private: true,
        place: `slack:T0POST/${slack.direct('U0ANNA')}`,
      },
    ]);
  });

  it('opens the form that a command asked for, and answers it where the command was given', async () => {
    harness = await startHarness({ mode });
    const { slack, received } = harness;
    harness.answer((event) =>
      event.type === 'command' ? { kind: 'open-form', form: 'diagnose', language: 'en' } : { kind: 'ack' },
    );

    await slack.command('U0ANNA', 'C0GENERAL', 'diagnose');
    await slack.submit('U0ANNA', slack.views()[0]?.id ?? '', { text: 'imap.qq.com 143' });

    expect(received.map((event) => event.place)).toEqual(['slack:T0POST/C0GENERAL', 'slack:T0POST/C0GENERAL']);
    expect(received[1]?.conversation).toBe(received[0]?.conversation);
  });

  it('shows field errors in the form', async () => {
    harness = await startHarness({ mode });
    const { slack } = harness;
    harness.answer(() => ({ kind: 'field-errors', errors: { text: 'Nothing to check yet' } }));
    await slack.globalShortcut('U0ANNA');

    const { body } = await slack.submit('U0ANNA', slack.views()[0]?.id ?? '', { text: ' ' });

    expect(body).toEqual({ response_action: 'errors', errors: { text: 'Nothing to check yet' } });
  });

  it('tells each opening of its page and of its DM, so that both are drawn anew', async () => {
    harness = await startHarness({ mode });
    const { slack, received } = harness;
    const direct = slack.direct('U0ANNA');

    await slack.openHome('U0ANNA', direct, 'home');
    await slack.openHome('U0ANNA', direct, 'messages');
    await slack.openHome('U0ANNA', direct, 'messages');

    const conversation = `slack:T0POST/${direct}`;
    expect(received).toMatchObject([
      { type: 'opened', surface: 'home', conversation, private: true },
      { type: 'opened', surface: 'assistant', conversation },
      { type: 'opened', surface: 'assistant', conversation },
    ]);
  });

  it('takes a button on its page for a press in our DM with that person', async () => {
    harness = await startHarness({ mode });
    const { slack, adapter, received } = harness;
    const actions = [{ label: 'Help', intent: { name: 'help' as const } }];
    const home = { language: 'en', quiet: false, blocks: [{ kind: 'actions' as const, actions }] };
    const to = { direct: 'slack:T0POST/U0ANNA' as const };
    await adapter.deliver(row({ kind: 'publish', surface: 'home', key: 'home-1', to, reply: home }));

    await slack.pressHome('U0ANNA', 'Help');

    const place = `slack:T0POST/${slack.direct('U0ANNA')}`;
    expect(received).toMatchObject([{ type: 'action', intent: { name: 'help' }, place, conversation: place }]);
  });

  it('hears that it was invited, from whoever invited it; others who join are not its business', async () => {
    harness = await startHarness({ mode });
    const { slack, received } = harness;

    await slack.invite('U0BEN', 'C0OUTSIDE');

    expect(received).toMatchObject([
      { type: 'joined', place: 'slack:T0POST/C0OUTSIDE', private: false, author: { id: 'slack:T0POST/U0BEN' } },
    ]);
  });

  it('fills the list of providers of a form while letters are typed', async () => {
    harness = await startHarness({ mode });
    const { slack, received } = harness;
    harness.answer((event) =>
      event.type === 'command' && event.typing
        ? { kind: 'options', options: [{ label: `found by ${event.text}`, value: 'gmail' }] }
        : { kind: 'ack' },
    );
    await slack.globalShortcut('U0ANNA');

    const { body } = await slack.typeInto('U0ANNA', slack.views()[0]?.id ?? '', 'provider', 'gma');

    expect(body).toEqual({ options: [{ text: { type: 'plain_text', text: 'found by gma' }, value: 'gmail' }] });
    expect(received).toMatchObject([{ type: 'command', command: 'settings', typing: true }]);
  });

  it('speaks in a group DM as in a channel: only when it is named', async () => {
    harness = await startHarness({ mode });
    const { slack, received } = harness;
    Object.assign(slack.addChannel('G0GROUP', ['U0BOT', 'U0ANNA', 'U0BEN']), { kind: 'mpim' });

    await slack.say('U0ANNA', 'G0GROUP', 'lunch?').seen;
    const { ts, seen } = slack.say('U0BEN', 'G0GROUP', '<@U0BOT> imap for qq');
    await seen;

    expect(received).toMatchObject([
      { addressed: 'mention', private: false, conversation: `slack:T0POST/G0GROUP/${ts}/U0BEN` },
    ]);
  });

  it('reads edits and deletions, each once', async () => {
    harness = await startHarness({ mode });
    const { slack, received } = harness;
    const direct = slack.direct('U0ANNA');
    const { ts, seen } = slack.say('U0ANNA', direct, 'imap for qq');
    await seen;

    await slack.edit(direct, ts, 'smtp for qq');
    await slack.erase(direct, ts);

    expect(received).toMatchObject([
      { type: 'message' },
      { type: 'edited', messageId: ts, text: 'smtp for qq' },
      { type: 'deleted', messageId: ts },
    ]);
  });

  it('marks bots, itself included, and leaves talk between others alone', async () => {
    harness = await startHarness({ mode });
    const { slack, adapter, received } = harness;

    await slack.say('U0ANNA', 'C0GENERAL', 'lunch?').seen;
    await adapter.deliver(post(`slack:T0POST/${slack.direct('U0ANNA')}`, 'hello'));
    await slack.until(() => received.at(-1));

    expect(received).toMatchObject([{ type: 'message', author: { bot: true } }]);
  });
});
