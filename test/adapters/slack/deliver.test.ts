import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutboxRow } from '../../../src/core/index.ts';
import { ours, post, reply, row, startHarness, words, type Harness } from './harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness({ mode: 'http', adapter: { deskChannel: 'C0DESK' } });
});
afterEach(() => harness.stop());

const GENERAL = 'slack:T0POST/C0GENERAL';

function direct(user: string): OutboxRow {
  return row({ kind: 'post', key: 'direct', to: { direct: `slack:T0POST/${user}` }, reply: words('hello') });
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
      expect(second).toMatchObject({
        ok: true,
        receipt: { place: GENERAL, messageId: ours(harness, 'C0GENERAL')[0]?.ts },
      });
      expect(ours(harness, 'C0GENERAL')).toHaveLength(1);
    },
  );

  it('looks in the thread before it sends again after a crash', async () => {
    const { ts } = harness.slack.say('U0ANNA', 'C0GENERAL', 'question');
    const operation = post(`${GENERAL}/${ts}`, 'answer');
    await harness.adapter.deliver(operation);

    const again = await harness.adapter.deliver({ ...operation, state: 'sending' });

    expect(again).toMatchObject({ ok: true });
    expect(ours(harness, 'C0GENERAL')).toHaveLength(1);
  });

  it('finds what it sent while its own clock was an hour ahead', async () => {
    const operation = post(GENERAL, 'answer', { queuedAt: Date.now() + 3_600_000 });
    await harness.adapter.deliver(operation);

    await harness.adapter.deliver({ ...operation, state: 'sending' });

    expect(ours(harness, 'C0GENERAL')).toHaveLength(1);
  });

  it('sends after a crash what had not arrived', async () => {
    const result = await harness.adapter.deliver(post(GENERAL, 'late', { state: 'sending' }));

    expect(result).toMatchObject({ ok: true });
    expect(ours(harness, 'C0GENERAL')).toHaveLength(1);
  });

  it('waits rather than guess while the history cannot be read', async () => {
    harness.slack.fault({ method: 'conversations.history', kind: 'error-500' });

    const result = await harness.adapter.deliver(post(GENERAL, 'late', { state: 'sending' }));

    expect(result).toMatchObject({ ok: false, kind: 'retry' });
    expect(ours(harness, 'C0GENERAL')).toEqual([]);
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

describe('a reply that Slack takes in no form but short texts', () => {
  const lines = Array.from({ length: 200 }, (_, index) => `line ${index} ${'x'.repeat(40)}`);
  const long = (): OutboxRow => post(GENERAL, reply([{ kind: 'text', text: lines.join('\n') }]));
  const heard = (): string[] => ours(harness, 'C0GENERAL').flatMap((message) => message.text.split('\n'));
  const refuse = (method: string): void => {
    for (const code of ['invalid_blocks', 'msg_blocks_too_long', 'msg_too_long'])
      harness.slack.fault({ method, kind: 'error', code });
  };

  it('comes in several, and no line is lost', async () => {
    refuse('chat.postMessage');

    const result = await harness.adapter.deliver(long());

    expect(result).toMatchObject({ ok: true, receipt: { messageId: ours(harness, 'C0GENERAL')[0]?.ts } });
    expect(heard()).toEqual(lines);
  });

  it('is not called delivered before the last of them is there', async () => {
    refuse('chat.postMessage');
    const operation = long();
    harness.slack.fault({ method: 'chat.postMessage', kind: 'drop-response' });

    const first = await harness.adapter.deliver(operation);
    refuse('chat.postMessage');
    const second = await harness.adapter.deliver({ ...operation, attempts: 1 });

    expect([first, second]).toMatchObject([{ ok: false, kind: 'retry' }, { ok: true }]);
    expect(heard()).toEqual(expect.arrayContaining(lines));
  });

  it('is edited into the first of several', async () => {
    const posted = await harness.adapter.deliver(post(GENERAL, 'Checking…'));
    refuse('chat.update');
    const target = posted.ok ? { target: posted.receipt } : {};
    const result = reply([{ kind: 'text', text: lines.join('\n') }]);

    await harness.adapter.deliver(row({ kind: 'edit', key: 'e', of: 'k', reply: result }, target));

    expect(heard()).toEqual(lines);
  });
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
