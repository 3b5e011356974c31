import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Operation, OutboxRow, Reply } from '../../../src/core/index.ts';
import { post, reply, row, startHarness, type Harness } from './harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness({ mode: 'http', adapter: { deskChannel: 'C0DESK' } });
});
afterEach(() => harness.stop());

const GENERAL = 'slack:T0POST/C0GENERAL';

function ours(channel: string): { text: string; ts: string; threadTs?: string }[] {
  return harness.slack.messages(channel).filter((message) => message.user === harness.slack.botUser);
}

function direct(user: string): OutboxRow {
  return row({ kind: 'post', key: 'direct', to: { direct: `slack:T0POST/${user}` }, reply: words('hello') });
}

function words(text: string): Reply {
  return reply([{ kind: 'text', text }]);
}

describe('exactly once', () => {
  it.each(['error-500-after', 'drop-response'] as const)(
    'finds what arrived although Slack said otherwise (%s)',
    async (kind) => {
      const operation = post(GENERAL, 'only once');
      harness.slack.fault({ method: 'chat.postMessage', kind });

      const first = await harness.adapter.deliver(operation);
      const second = await harness.adapter.deliver({ ...operation, attempts: 1 });

      expect(first).toMatchObject({ ok: false, kind: 'retry' });
      expect(second).toMatchObject({ ok: true, receipt: { place: GENERAL, messageId: ours('C0GENERAL')[0]?.ts } });
      expect(ours('C0GENERAL')).toHaveLength(1);
    },
  );

  it('looks in the thread before it sends again after a crash', async () => {
    const { ts } = harness.slack.say('U0ANNA', 'C0GENERAL', 'question');
    const operation = post(`${GENERAL}/${ts}`, 'answer');
    await harness.adapter.deliver(operation);

    const again = await harness.adapter.deliver({ ...operation, state: 'sending' });

    expect(again).toMatchObject({ ok: true });
    expect(ours('C0GENERAL')).toHaveLength(1);
  });

  it('sends after a crash what had not arrived', async () => {
    const result = await harness.adapter.deliver(post(GENERAL, 'late', { state: 'sending' }));

    expect(result).toMatchObject({ ok: true });
    expect(ours('C0GENERAL')).toHaveLength(1);
  });

  it('waits rather than guess while the history cannot be read', async () => {
    harness.slack.fault({ method: 'conversations.history', kind: 'error-500' });

    const result = await harness.adapter.deliver(post(GENERAL, 'late', { state: 'sending' }));

    expect(result).toMatchObject({ ok: false, kind: 'retry' });
    expect(ours('C0GENERAL')).toEqual([]);
  });
});

describe('refusals', () => {
  it('waits as long as Slack asks, and spends no call on a closed route', async () => {
    harness.slack.fault({ method: 'chat.postMessage', kind: 'rate-limit', retryAfter: 7 });

    const first = await harness.adapter.deliver(post(GENERAL, 'a'));
    const second = await harness.adapter.deliver(post(GENERAL, 'b'));
    const elsewhere = await harness.adapter.deliver(direct('U0ANNA'));

    expect(first).toMatchObject({ ok: false, kind: 'retry', afterMs: 7000 });
    expect(second).toMatchObject({ ok: false, kind: 'retry' });
    expect(elsewhere).toMatchObject({ ok: true });
    expect(harness.slack.calls('chat.postMessage')).toHaveLength(2);
  });

  it.each([
    ['place-gone', () => post('slack:T0POST/C0NOWHERE', 'x')],
    ['not-a-member', () => post('slack:T0POST/C0OUTSIDE', 'x')],
    ['place-gone', () => post(`${GENERAL}/1.000001`, 'x')],
    ['direct-closed', () => direct('U0BOT')],
    ['place-gone', () => direct('U0NOBODY')],
    ['place-gone', () => post('discord:C1', 'x')],
  ])('says %s', async (code, operation) => {
    const result = await harness.adapter.deliver(operation());

    expect(result).toMatchObject({ ok: false, kind: 'refused', code });
  });

  it('tells apart an archived channel, a missing scope and a person who has left', async () => {
    harness.slack.channel('C0GENERAL').archived = true;
    harness.slack.addUser('U0GONE', { disabled: true });

    const archived = await harness.adapter.deliver(post(GENERAL, 'x'));
    const left = await harness.adapter.deliver(direct('U0GONE'));
    harness.slack.revokeScope('chat:write');
    const scope = await harness.adapter.deliver(direct('U0ANNA'));

    expect([archived, left, scope]).toMatchObject([
      { code: 'place-archived' },
      { code: 'direct-closed' },
      { code: 'missing-permission' },
    ]);
    expect(harness.log).toContainEqual({
      level: 'error',
      event: 'slack-scope-missing',
      facts: { needed: 'chat:write' },
    });
  });

  it('keeps everything for later when the token is revoked, and tells the operator', async () => {
    harness.slack.fault({ method: 'chat.postMessage', kind: 'error', code: 'token_revoked' });

    const result = await harness.adapter.deliver(post(GENERAL, 'x'));

    expect(result).toEqual({ ok: false, kind: 'retry', reason: 'token_revoked', afterMs: 300_000 });
    expect(harness.log).toContainEqual({
      level: 'error',
      event: 'slack-token-refused',
      facts: { code: 'token_revoked' },
    });
  });

  it.each(['invalid_blocks', 'msg_blocks_too_long'])(
    'sends plainer what is refused for its form (%s)',
    async (code) => {
      const settings = reply([{ kind: 'settings', columns: ['', 'Server'], rows: [['IMAP', 'imap.qq.com']] }]);
      harness.slack.fault({ method: 'chat.postMessage', kind: 'error', code, times: 2 });

      const result = await harness.adapter.deliver(post(GENERAL, settings));

      expect(result).toMatchObject({ ok: true });
      expect(harness.slack.messages('C0GENERAL')).toMatchObject([{ text: 'IMAP: Server imap.qq.com', blocks: [] }]);
    },
  );
});

describe('etiquette', () => {
  it('previews no link and pings nobody', async () => {
    await harness.adapter.deliver(post(GENERAL, 'hey <!channel> <@U0BEN> @here <https://evil.example|bank>'));

    const [message] = harness.slack.messages('C0GENERAL');
    expect(harness.slack.calls('chat.postMessage')[0]?.args).toMatchObject({
      unfurl_links: 'false',
      unfurl_media: 'false',
      link_names: 'false',
    });
    expect(message?.text).toBe('hey &lt;!channel&gt; &lt;@U0BEN&gt; @here &lt;https://evil.example|bank&gt;');
    expect(JSON.stringify(message?.blocks)).not.toMatch(/"type":"(broadcast|user|link|mrkdwn)"/);
  });
});

describe('quiet replies', () => {
  const quiet = (facts: Partial<OutboxRow> = {}, place = GENERAL): OutboxRow => {
    const { operation, ...rest } = post(place, reply([{ kind: 'text', text: 'psst' }], { quiet: true }), facts);
    return { ...rest, operation: { ...operation, audience: 'slack:T0POST/U0ANNA' } as Operation };
  };

  async function handle(channel: string): Promise<string> {
    await harness.slack.command('U0ANNA', channel, 'help');
    return harness.received.at(-1)?.handle?.value ?? '';
  }

  it('go through the answer handle, even where the app is no member', async () => {
    const result = await harness.adapter.deliver(
      quiet({ handle: await handle('C0OUTSIDE') }, 'slack:T0POST/C0OUTSIDE'),
    );

    expect(result).toMatchObject({ ok: true, receipt: { messageId: expect.stringMatching(/^quiet\/U0ANNA\//) } });
    expect(harness.slack.ephemeral('U0ANNA')).toMatchObject([{ channel: 'C0OUTSIDE', text: 'psst' }]);
  });

  it('are ephemeral without a handle, in the thread where they belong', async () => {
    const { ts } = harness.slack.say('U0ANNA', 'C0GENERAL', 'question');

    await harness.adapter.deliver(quiet({}, `${GENERAL}/${ts}`));

    expect(harness.slack.ephemeral('U0ANNA')).toMatchObject([{ channel: 'C0GENERAL', threadTs: ts }]);
    expect(ours('C0GENERAL')).toEqual([]);
  });

  it('fall back to an ephemeral message when the handle is used up', async () => {
    const used = await handle('C0GENERAL');
    for (let count = 0; count < 5; count += 1) await harness.adapter.deliver(quiet({ handle: used }));

    const result = await harness.adapter.deliver(quiet({ handle: used }));

    expect(result).toMatchObject({ ok: true });
    expect(harness.slack.ephemeral('U0ANNA')).toHaveLength(6);
    expect(harness.slack.calls('chat.postEphemeral')).toHaveLength(1);
  });

  it('go to the DM when the channel does not let us in', async () => {
    const result = await harness.adapter.deliver(quiet({}, 'slack:T0POST/C0OUTSIDE'));

    expect(result).toMatchObject({ ok: true, receipt: { place: `slack:T0POST/${harness.slack.direct('U0ANNA')}` } });
    expect(ours(harness.slack.direct('U0ANNA'))).toMatchObject([{ text: 'psst' }]);
  });

  it('answer what was said in a channel aloud, in its thread, and an agent at the desk alone', async () => {
    const asked = harness.slack.say('U0ANNA', 'C0GENERAL', 'question').ts;
    const drafted = harness.slack.say('U0AGENT', 'C0DESK', 'draft').ts;
    const answering = (channel: string, ts: string, user: string): OutboxRow => {
      const { operation, ...rest } = quiet({}, `slack:T0POST/${channel}/${ts}`);
      const answers = `slack:T0POST/${channel}/${ts}`;
      return { ...rest, operation: { ...operation, answers, audience: `slack:T0POST/${user}` } as Operation };
    };

    await harness.adapter.deliver(answering('C0GENERAL', asked, 'U0ANNA'));
    await harness.adapter.deliver(answering('C0DESK', drafted, 'U0AGENT'));

    expect(ours('C0GENERAL')).toMatchObject([{ text: 'psst', threadTs: asked }]);
    expect(ours('C0DESK')).toEqual([]);
    expect(harness.slack.ephemeral('U0AGENT')).toMatchObject([{ text: 'psst', threadTs: drafted }]);
  });

  it('say a progress edit again, and never replace what everyone sees', async () => {
    const first = await harness.adapter.deliver(quiet());
    const target = first.ok ? first.receipt : undefined;
    const edit = row({ kind: 'edit', key: 'edit', of: 'key', reply: words('done') }, target && { target });

    const result = await harness.adapter.deliver(edit);

    expect(result).toMatchObject({ ok: true });
    expect(harness.slack.ephemeral('U0ANNA').map((each) => each.text)).toEqual(['psst', 'done']);
  });

  it('bring files to the DM', async () => {
    const file = { kind: 'file', name: 'mail.xml', mime: 'text/xml', content: '<config/>' } as const;
    const { operation, ...rest } = post(GENERAL, reply([file], { quiet: true }));

    await harness.adapter.deliver({
      ...rest,
      operation: { ...operation, audience: 'slack:T0POST/U0ANNA' } as Operation,
    });

    const messages = harness.slack.messages(harness.slack.direct('U0ANNA'));
    expect(messages.flatMap((message) => message.files)).toMatchObject([{ name: 'mail.xml', content: '<config/>' }]);
  });
});

describe('changes', () => {
  it('edits in place and deletes', async () => {
    const posted = await harness.adapter.deliver(post(GENERAL, 'Checking…'));
    const target = posted.ok ? posted.receipt : undefined;

    const edited = await harness.adapter.deliver(
      row({ kind: 'edit', key: 'e', of: 'k', reply: words('All good') }, target && { target }),
    );
    expect(edited).toMatchObject({ ok: true });
    expect(ours('C0GENERAL')).toMatchObject([{ text: 'All good' }]);

    const remove = row({ kind: 'delete', key: 'd', of: 'k' }, target && { target });
    expect(await harness.adapter.deliver(remove)).toMatchObject({ ok: true });
    expect(await harness.adapter.deliver(remove)).toMatchObject({ ok: true });
    expect(ours('C0GENERAL')).toEqual([]);
  });

  it('says that a message is gone when it cannot be edited any more', async () => {
    const target = { place: GENERAL, messageId: '1.000001' } as const;

    const result = await harness.adapter.deliver(
      row({ kind: 'edit', key: 'e', of: 'k', reply: words('x') }, { target }),
    );

    expect(result).toMatchObject({ ok: false, kind: 'refused', code: 'expired' });
  });

  it('waits for the message that it should edit', async () => {
    const result = await harness.adapter.deliver(row({ kind: 'edit', key: 'e', of: 'k', reply: words('x') }));

    expect(result).toMatchObject({ ok: false, kind: 'retry' });
  });
});

describe('the desk', () => {
  it('knows its place, opens one thread for a ticket, and posts into it', async () => {
    expect(harness.adapter.desk).toBe('slack:T0POST/C0DESK');
    const open = row({
      kind: 'open-place',
      key: 'o',
      in: 'slack:T0POST/C0DESK',
      title: '#12 **Anna**',
      reply: words('hello'),
    });

    const opened = await harness.adapter.deliver(open);
    const again = await harness.adapter.deliver({ ...open, state: 'sending' });
    const target = opened.ok ? opened.receipt : undefined;
    await harness.adapter.deliver(
      row({ kind: 'post', key: 'p', to: { opened: 'o' }, reply: words('more') }, target && { target }),
    );

    const [first, second] = ours('C0DESK');
    expect(again).toEqual(opened);
    expect(target).toEqual({ place: `slack:T0POST/C0DESK/${first?.ts}`, messageId: first?.ts });
    expect(first?.text).toBe('#12   Anna\nhello');
    expect(second).toMatchObject({ text: 'more', threadTs: first?.ts });
    expect(ours('C0DESK')).toHaveLength(2);
  });
});

describe('files', () => {
  const file = { kind: 'file', name: 'mail.mobileconfig', mime: 'application/xml', content: '<plist/>' } as const;

  it('follow their message in the same thread', async () => {
    const { ts } = harness.slack.say('U0ANNA', 'C0GENERAL', 'question');

    const result = await harness.adapter.deliver(
      post(`${GENERAL}/${ts}`, reply([{ kind: 'text', text: 'Here' }, file])),
    );

    expect(result).toMatchObject({ ok: true });
    const [message, shared] = harness.slack.messages('C0GENERAL').slice(1);
    expect(message?.text).toBe('Here\n📎 mail.mobileconfig');
    expect(shared).toMatchObject({ threadTs: ts, files: [{ name: file.name, content: file.content }] });
  });

  it('are not shared twice when the confirmation was lost', async () => {
    const operation = post(GENERAL, reply([{ kind: 'text', text: 'Here' }, file]));
    harness.slack.fault({ method: 'files.completeUploadExternal', kind: 'drop-response' });

    const first = await harness.adapter.deliver(operation);
    const second = await harness.adapter.deliver({ ...operation, attempts: 1 });

    expect(first).toMatchObject({ ok: false, kind: 'retry' });
    expect(second).toMatchObject({ ok: true });
    expect(ours('C0GENERAL')).toHaveLength(2);
  });
});
