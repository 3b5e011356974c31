import { afterEach, describe, expect, it, vi } from 'vitest';
import { ours, post, startHarness, type Harness } from './harness.ts';

let harness: Harness | undefined;
afterEach(async () => {
  await harness?.stop();
  harness = undefined;
});

const GENERAL = 'slack:T0POST/C0GENERAL';
const MINUTE = 60_000;

describe('a token that Slack refuses', () => {
  it.each(['token_revoked', 'account_inactive', 'invalid_auth'])(
    'stops all calls, loses nothing, and is told once (%s)',
    async (code) => {
      harness = await startHarness({ mode: 'http' });
      const { slack, adapter, log } = harness;
      const before = slack.calls().length;
      slack.fault({ method: 'chat.postMessage', kind: 'error', code, times: 99 });

      const results = [
        await adapter.deliver(post(GENERAL, 'one')),
        await adapter.deliver(post(GENERAL, 'two')),
        await adapter.deliver(post(`slack:T0POST/${slack.direct('U0ANNA')}`, 'three')),
      ];

      for (const result of results) expect(result).toMatchObject({ ok: false, kind: 'retry', reason: code });
      expect(slack.calls()).toHaveLength(before + 1);
      expect(log.filter((line) => line.event === 'slack-token-refused')).toHaveLength(1);
      expect(adapter.health().detail).toContain(code);
    },
  );
});

describe('events that Slack drops (app_rate_limited)', () => {
  it('are told to the operator, and looked for when it is over', async () => {
    harness = await startHarness({ mode: 'http', adapter: { droppedFor: 50 } });
    const { slack, adapter, log } = harness;

    const { acknowledged } = await slack.dropEvents();
    const before = adapter.health().gaps;

    expect(acknowledged).toBe(true);
    expect(log).toContainEqual({ level: 'error', event: 'slack-events-dropped', facts: {} });
    expect(before).toBe(0);
    await vi.waitFor(() => expect(adapter.health().gaps).toBe(1));
  });
});

describe('a message that Slack held up', () => {
  it.each([
    ['a DM', (h: Harness) => h.slack.direct('U0ANNA'), 'imap of qq', { late: { replied: false } }],
    ['a channel', () => 'C0GENERAL', '<@U0BOT> imap of qq', { late: { replied: false } }],
  ])('is answered as one that was missed, in %s', async (_, channel, text, late) => {
    harness = await startHarness({ mode: 'http' });
    const { slack, received } = harness;

    await slack.say('U0ANNA', channel(harness), text, { ago: 20 * MINUTE }).seen;

    expect(received).toMatchObject([late]);
  });

  it('is known to be answered where a person has replied meanwhile', async () => {
    harness = await startHarness({ mode: 'http' });
    const { slack, received } = harness;
    const { ts } = slack.say('U0ANNA', 'C0GENERAL', '<@U0BOT> imap of qq', { ago: 20 * MINUTE, lost: true });
    slack.say('U0BEN', 'C0GENERAL', 'imap.qq.com', { thread: ts, lost: true });

    await slack.tellAgain('C0GENERAL', ts);

    expect(received).toMatchObject([{ late: { replied: true } }]);
  });

  it('is an ordinary one when only Slack’s own repetitions took their time', async () => {
    harness = await startHarness({ mode: 'http' });
    const { slack, received } = harness;

    await slack.say('U0ANNA', slack.direct('U0ANNA'), 'imap of qq', { ago: 6 * MINUTE }).seen;

    expect(received).toHaveLength(1);
    expect(received[0]).not.toHaveProperty('late');
  });
});

describe('a socket that is open and silent', () => {
  it('is found dead by its pings and built anew; what went into it comes again', async () => {
    const now = (harness = await startHarness({ ackMs: 1_500, adapter: { pingTimeout: 500 } }));
    const { slack, adapter, received } = now;
    const up = (): true | undefined => (/2 of 2/.test(adapter.health().detail) ? true : undefined);
    await slack.until(up);
    const opened = slack.calls('apps.connections.open').length;

    slack.disconnect('freeze');
    slack.disconnect('freeze');
    await slack.say('U0ANNA', slack.direct('U0ANNA'), 'into the void').seen;
    await slack.until(() => (slack.calls('apps.connections.open').length >= opened + 2 ? up() : undefined));

    expect(received).toMatchObject([{ text: 'into the void' }]);
  });
});

describe('in a thread', () => {
  it('leaves to others what is said to others', async () => {
    harness = await startHarness({ mode: 'http' });
    const { slack, received } = harness;
    const { ts, seen } = slack.say('U0ANNA', 'C0GENERAL', '<@U0BOT> imap of qq');
    await seen;

    await slack.say('U0ANNA', 'C0GENERAL', '<@U0BEN> it works now', { thread: ts }).seen;
    await slack.say('U0ANNA', 'C0GENERAL', 'and <@U0BEN> asks for the port', { thread: ts }).seen;

    expect(received.slice(1)).toMatchObject([{ addressed: 'thread', toOthers: true }, { addressed: 'thread' }]);
    expect(received[2]).not.toHaveProperty('toOthers');
    expect(ours(harness, 'C0GENERAL')).toEqual([]);
  });
});
