import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Form, OutboxRow, Ticket } from '../../../src/core/index.ts';
import { ticket } from '../../contract/store-builders.ts';
import { ours, post, reply, row, startHarness, words, type Harness } from './harness.ts';

const DESK = 'slack:T0POST/C0DESK';
let harness: Harness;
beforeEach(async () => {
  harness = await startHarness({ mode: 'http', adapter: { deskChannel: 'C0DESK' } });
});
afterEach(() => harness.stop());

/** A ticket's thread in the desk. */
async function thread(): Promise<string> {
  const operation = row({ kind: 'open-place', key: 'o', in: DESK, title: '#1 Anna', reply: words('hello') });
  const result = await harness.adapter.deliver(operation);
  return result.ok ? result.receipt.messageId : '';
}

describe('what agents do', () => {
  it.each([
    ['', { command: 'help', text: '' }],
    ['claim #12', { command: 'claim', number: 12 }],
    ['send #12 Try <mailto:a@b.org|a@b.org> on 993', { command: 'send', number: 12, text: 'Try a@b.org on 993' }],
    ['mine', { command: 'mine' }],
  ])('/desk %s', async (text, expected) => {
    const { slack, received } = harness;

    await slack.command('U0AGENT', 'C0DESK', text, '/desk');

    expect(received).toMatchObject([{ type: 'desk-command', ...expected, author: { id: 'slack:T0POST/U0AGENT' } }]);
  });

  it('sends a message of the thread by its shortcut, under the thread’s place and the message’s id', async () => {
    const { slack, received } = harness;
    const root = await thread();
    const { ts } = slack.say('U0AGENT', 'C0DESK', 'Use port 993', { thread: root });

    await slack.messageShortcut('U0AGENT', 'C0DESK', ts, 'send-to-asker');

    expect(received.at(-1)).toMatchObject({
      type: 'message',
      addressed: 'command',
      meant: 'send-to-asker',
      messageId: ts,
      text: 'Use port 993',
      place: `${DESK}/${root}`,
    });
  });

  const form: Form = {
    name: 'send',
    about: 'slack:T0POST/D0ANNA/17.1#0',
    language: 'zh-Hant',
    title: '回覆 Anna，這個標題長到 Slack 放不下，所以一定要截短',
    submit: '傳送',
    intro: '**Anna:** 還是不行 <!here>\nAnna 會讀到您的原話',
    fields: [
      { kind: 'text', name: 'text', label: '內容', required: true, lines: 'many', value: '請改用 993' },
      {
        kind: 'choice',
        name: 'span',
        label: '何時',
        required: false,
        options: [
          { label: '一小時', value: 'hour' },
          { label: '明天早上', value: 'morning' },
        ],
        value: 'morning',
      },
      { kind: 'choice', name: 'nobody', label: 'nobody', required: false, options: [] },
    ],
  };

  it('fills in a form of the core, which comes back with what it is about and from where', async () => {
    const { slack, received } = harness;
    harness.answer((event) => (event.type === 'action' ? { kind: 'show-form', form } : { kind: 'ack' }));
    const root = await thread();
    const intent = { name: 'ticket-form', ticket: 't', form: 'send' } as const;
    const buttons = reply([{ kind: 'actions', actions: [{ label: 'Write', intent }] }]);
    await harness.adapter.deliver(post(`${DESK}/${root}`, buttons));

    await slack.press('U0AGENT', ours(harness, 'C0DESK').at(-1)?.ts ?? '', 'Write');
    const [view] = slack.views();
    await slack.submit('U0AGENT', view?.id ?? '', { text: '請改用 995', span: 'hour' });

    expect(received.at(-1)).toMatchObject({
      type: 'submission',
      form: 'send',
      about: form.about,
      fields: { text: '請改用 995', span: 'hour' },
      place: `${DESK}/${root}`,
    });
    expect(view?.view['blocks']).toMatchObject([
      { type: 'rich_text' },
      { element: { initial_value: '請改用 993', multiline: true } },
      { element: { initial_option: { value: 'morning' } } },
    ]);
  });

  it('are told when a form does not open, and lose nothing that they typed', async () => {
    const { slack, log } = harness;
    harness.answer(() => ({ kind: 'show-form', form }));
    slack.fault({ method: 'views.open', kind: 'error', code: 'expired_trigger_id' });

    const { acknowledged } = await slack.command('U0AGENT', 'C0DESK', 'send #1', '/desk');

    expect(acknowledged).toBe(true);
    expect(log).toContainEqual({
      level: 'warn',
      event: 'slack-form-not-opened',
      facts: { reason: 'expired_trigger_id' },
    });
    expect(slack.ephemeral('U0AGENT')).toMatchObject([{ text: expect.stringContaining('表單沒有開啟') }]);
  });
});

async function mayAct(person: string): Promise<boolean | undefined> {
  return harness.adapter.isAgent?.(DESK, person as `slack:${string}`);
}

describe('who is an agent', () => {
  it('is whoever is in the channel of the desk, as far as Slack’s pages go', async () => {
    harness.slack.addChannel('C0DESK', ['U0BOT', ...Array.from({ length: 1_500 }, (_, i) => `U${i}`), 'U0AGENT']);

    const answers = await Promise.all(['slack:T0POST/U0AGENT', 'slack:T0POST/U0ANNA', 'discord:7'].map(mayAct));

    expect(answers).toEqual([true, false, false]);
  });

  it('is whoever is in the user group that the operator named', async () => {
    await harness.stop();
    harness = await startHarness({ mode: 'http', adapter: { deskChannel: 'C0DESK', deskGroup: 'S0HELP' } });
    harness.slack.addGroup('S0HELP', ['U0BEN']);

    const answers = await Promise.all(['slack:T0POST/U0AGENT', 'slack:T0POST/U0BEN'].map(mayAct));

    expect(answers).toEqual([false, true]);
  });

  it('is not guessed while Slack does not say', async () => {
    harness.slack.fault({ method: 'conversations.members', kind: 'error-500' });

    await expect(harness.adapter.isAgent?.(DESK, 'slack:T0POST/U0AGENT')).rejects.toThrow(/500/);
  });
});

describe('files of a ticket', () => {
  const file = (facts: Partial<OutboxRow> = {}, key = 'f1'): OutboxRow => ({
    ...row({
      kind: 'file',
      key,
      to: { place: DESK },
      attachment: 'a1',
      name: 'error 画面.txt',
      mime: 'text/plain',
      size: 5,
      reply: words('From **Anna** <!here>'),
    }),
    content: Buffer.from('hello'),
    ...facts,
  });
  const shownFiles = (): (string | undefined)[] =>
    ours(harness, 'C0DESK').flatMap((message) => message.files.map(({ content }) => content));

  it('stand under the words that say whose they are, as one message', async () => {
    const result = await harness.adapter.deliver(file());

    const [message] = ours(harness, 'C0DESK');
    expect(message).toMatchObject({ text: 'From Anna &lt;!here&gt;', files: [{ name: 'error 画面.txt' }] });
    expect(result).toEqual({ ok: true, receipt: { place: DESK, messageId: message?.ts } });
    expect(shownFiles()).toEqual(['hello']);
  });

  it.each(['drop-response', 'error-500-after'] as const)(
    'are shown once although Slack’s answer was lost (%s)',
    async (kind) => {
      harness.slack.fault({ method: 'files.completeUploadExternal', kind });

      const first = await harness.adapter.deliver(file());
      const second = await harness.adapter.deliver(file({ attempts: 1, state: 'sending' }));

      expect([first, second]).toMatchObject([{ ok: false, kind: 'retry' }, { ok: true }]);
      expect(shownFiles()).toEqual(['hello']);
      expect(harness.slack.calls('files.getUploadURLExternal')).toHaveLength(1);
    },
  );

  it('are shown after all when the crash came before they were', async () => {
    harness.slack.fault({ method: 'files.completeUploadExternal', kind: 'error-500' });

    await harness.adapter.deliver(file());
    await harness.adapter.deliver(file({ attempts: 1, state: 'sending' }));

    expect(shownFiles()).toEqual(['hello']);
  });

  it('are refused when they are no longer kept', async () => {
    const { content: _, ...without } = file();

    expect(await harness.adapter.deliver(without)).toMatchObject({ ok: false, kind: 'refused', code: 'expired' });
  });

  it('go when the message that brought them is taken back, also where only the file is known', async () => {
    const sent = await harness.adapter.deliver(file());
    const target = sent.ok ? sent.receipt : undefined;

    await harness.adapter.deliver(row({ kind: 'delete', key: 'd', of: 'f1' }, target && { target }));
    const named = { place: DESK, messageId: 'file/F0GONE' } as const;
    const gone = await harness.adapter.deliver(row({ kind: 'delete', key: 'd2', of: 'f2' }, { target: named }));

    expect(shownFiles()).toEqual([]);
    expect(gone).toMatchObject({ ok: true });
  });

  it('are fetched with the bot’s token, no further than the limit', async () => {
    const { slack, received, adapter } = harness;
    const direct = slack.direct('U0ANNA');
    await slack.say('U0ANNA', direct, 'look', { files: [{ name: 'a.png', content: 'picture', mime: 'image/png' }] })
      .seen;
    const event = received.at(-1);
    const [sent] = event?.type === 'message' ? event.files : [];
    const fetched = (limit: number) => sent && adapter.fetchFile?.(sent, limit, AbortSignal.timeout(5_000));

    expect(await fetched(7)).toMatchObject({ ok: true, mime: 'image/png', bytes: Buffer.from('picture') });
    expect(await fetched(6)).toEqual({ ok: false, refusal: 'too-large' });
    slack.revokeScope('files:read');
    await expect(fetched(7)).rejects.toThrow(/200/);
  });

  it('that live elsewhere than at Slack never see the token', async () => {
    const signal = AbortSignal.timeout(1_000);
    const stranger = { name: 'a', mime: '', size: 1, url: 'http://127.0.0.1:9/steal' };

    expect(await harness.adapter.fetchFile?.(stranger, 10, signal)).toEqual({ ok: false, refusal: 'gone' });
  });

  it('of another workspace are found by their id', async () => {
    const { slack, adapter } = harness;
    await harness.adapter.deliver(file());
    const id = ours(harness, 'C0DESK')[0]?.files[0]?.id;
    const known = { name: 'a', mime: 'text/plain', size: 5, url: `slack-file:${id}` };
    const unknown = { ...known, url: 'slack-file:F0NONE' };
    const signal = AbortSignal.timeout(5_000);

    expect(await adapter.fetchFile?.(known, 10, signal)).toMatchObject({ ok: true });
    expect(await adapter.fetchFile?.(unknown, 10, signal)).toEqual({ ok: false, refusal: 'gone' });
    expect(slack.calls('files.info').length).toBeGreaterThanOrEqual(2);
  });
});

describe('signs', () => {
  it('says ✅ on a message that was passed on, and ⚠️ in its stead when it was not', async () => {
    const { slack, adapter } = harness;
    const direct = slack.direct('U0ANNA');
    const { ts } = slack.say('U0ANNA', direct, 'still broken');
    const at = { place: `slack:T0POST/${direct}`, messageId: ts } as const;
    const sign = (key: string, which: 'passed-on' | 'not-passed-on') =>
      adapter.deliver(row({ kind: 'react', key, at, sign: which }));
    const seen = (): string[] => [...(slack.messages(direct)[0]?.reactions ?? [])];

    const first = await sign('1', 'passed-on');
    await sign('1', 'passed-on');
    const then = seen();
    await sign('2', 'not-passed-on');

    expect(first).toEqual({ ok: true, receipt: at });
    expect([then, seen()]).toEqual([['white_check_mark'], ['warning']]);
  });

  it('refuses where there is no message to react to, so that words say the same', async () => {
    const at = { place: DESK, messageId: 'quiet/U0ANNA/1' } as const;
    const gone = { place: DESK, messageId: '1.000001' } as const;

    const results = [at, gone].map((message) =>
      harness.adapter.deliver(row({ kind: 'react', key: 'r', at: message, sign: 'passed-on' })),
    );

    expect(await Promise.all(results)).toMatchObject([{ kind: 'refused' }, { kind: 'refused', code: 'expired' }]);
  });

  it('shows how a ticket stands on its opening message, one sign at a time, also after a restart', async () => {
    const root = await thread();
    const target = { place: `${DESK}/${root}`, messageId: root } as const;
    const tags = { queue: 'Help', language: 'English', claimed: false };
    const state = (to: Ticket['state']): Promise<unknown> =>
      harness.adapter.deliver(row({ kind: 'set-state', key: to, of: 'o', state: to, tags }, { target }));

    await state('open');
    await state('claimed');
    const during = [...(ours(harness, 'C0DESK')[0]?.reactions ?? [])];
    ours(harness, 'C0DESK')[0]?.reactions.add('zzz');
    await state('closed');

    expect(during).toEqual(['eyes']);
    expect(ours(harness, 'C0DESK')[0]?.reactions.has('lock')).toBe(true);
  });
});

describe('the overview of open tickets', () => {
  let tickets: Ticket[] = [];
  beforeEach(async () => {
    await harness.stop();
    tickets = [];
    const openTickets = (): Promise<Ticket[]> => Promise.resolve(tickets);
    const adapter = { deskChannel: 'C0DESK', openTickets, overviewEvery: 5 };
    harness = await startHarness({ mode: 'http', adapter });
  });

  const touched = (): Promise<unknown> =>
    harness.adapter.deliver(
      row({ kind: 'post', key: `p${Math.random()}`, to: { place: DESK }, reply: words('x'), ticket: 't' }),
    );
  const pinned = (): string[] =>
    harness.slack.messages('C0DESK').flatMap((message) => (message.pinned ? [message.text] : []));

  it('is pinned once, and kept true by edits', async () => {
    const { slack } = harness;
    await harness.adapter.deliver(post(DESK, 'anything'));
    await slack.until(() => pinned().find((text) => text.includes('None.')));
    const waiting = {
      waitingSince: 1_764_057_600_000,
      subject: '535 <!here> **x**',
      desk: `${DESK}/17.000001`,
    } as const;
    tickets = [ticket(7, waiting), ticket(8, { agent: { id: 'slack:T0POST/U1', name: 'Kim' }, desk: `${DESK}/18.1` })];

    await touched();
    const text = await slack.until(() => pinned().find((each) => each.includes('#7')));
    tickets = [];
    await touched();
    await slack.until(() => pinned().find((each) => each.includes('None.')));

    expect(text).toContain('<https://post.slack.com/archives/C0DESK/p17000001|#7> Ann · 535 &lt;!here&gt;');
    expect(text).toContain('<!date^1764057600^{date_short_pretty} {time}|2025-11-25 08:00 UTC>');
    expect(text).toContain('Kim');
    expect(pinned()).toHaveLength(1);
    expect(slack.calls('pins.add')).toHaveLength(1);
  });

  it('is in every channel that a queue names, without one for all tickets', async () => {
    await harness.stop();
    const adapter = { desks: () => [DESK, 'discord:7'], openTickets: () => Promise.resolve(tickets), overviewEvery: 5 };
    harness = await startHarness({ mode: 'http', adapter });

    await touched();

    await harness.slack.until(() => pinned().find((text) => text.includes('None.')));
  });

  it('comes back when somebody deletes it, and is there where it may not be pinned', async () => {
    const { slack, log } = harness;
    await touched();
    await slack.until(() => pinned()[0]);
    const shown = slack.messages('C0DESK').find((message) => message.pinned);
    if (shown) shown.deleted = true;
    slack.fault({ method: 'pins.add', kind: 'error', code: 'missing_scope' });
    tickets = [ticket(9, { desk: `${DESK}/19.1` })];

    await touched();
    await slack.until(() => ours(harness, 'C0DESK').find((message) => message.text.includes('#9')));
    await slack.until(() => log.find((line) => line.event === 'slack-overview-not-pinned'));
  });
});

describe('a moment', () => {
  it('is shown to each reader in their own zone, and in UTC where that cannot be', async () => {
    await harness.adapter.deliver(post(DESK, 'Back [2025-11-25 08:00 UTC](time:1764057600000)'));

    const message = ours(harness, 'C0DESK').find((each) => each.text.startsWith('Back'));
    expect(message?.text).toBe('Back <!date^1764057600^{date_short_pretty} {time}|2025-11-25 08:00 UTC>');
    expect(JSON.stringify(message?.blocks)).toContain('"type":"date","timestamp":1764057600');
  });
});
