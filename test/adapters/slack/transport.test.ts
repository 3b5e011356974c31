import { afterEach, describe, expect, it } from 'vitest';
import { createSlackAdapter } from '../../../src/adapters/slack/index.ts';
import { signatureHeaders } from '../../support/slack-double/index.ts';
import { memoryState, recordingLog, startHarness, type Harness, type LogLine } from './harness.ts';

let harness: Harness | undefined;
afterEach(async () => {
  await harness?.stop();
  harness = undefined;
});

const isUp = ({ adapter }: Harness) => (/2 of 2/.test(adapter.health().detail) ? true : undefined);

describe.each(['socket', 'http'] as const)('what could not be stored (%s)', (mode) => {
  it('is not acknowledged, comes again and is then kept once', async () => {
    harness = await startHarness({ mode, ackMs: 150 });
    const { slack, received } = harness;
    let failures = 2;
    harness.answer(() => {
      if (failures-- > 0) throw new Error('disk full');
      return { kind: 'ack' };
    });

    const results = await slack.say('U0ANNA', slack.direct('U0ANNA'), 'do not lose me').seen;

    expect(results).toMatchObject([{ acknowledged: true }]);
    expect(received).toMatchObject([{ text: 'do not lose me' }]);
    expect(harness.log.filter((line) => line.event === 'slack-not-acknowledged')).toHaveLength(2);
  });

  it('leaves a command unacknowledged, so that the person is told at once', async () => {
    harness = await startHarness({ mode, ackMs: 150 });
    const { slack, received } = harness;
    harness.answer(() => Promise.reject(new Error('disk full')));

    const result = await slack.command('U0ANNA', 'C0GENERAL', 'help');

    expect(result.acknowledged).toBe(false);
    expect(received).toEqual([]);
  });

  it('reads a duplicate under the id of the original', async () => {
    const now = (harness = await startHarness({ mode }));
    const { slack, received } = now;
    if (mode === 'socket') await slack.until(() => isUp(now));
    const ids: string[] = [];
    now.answer((event) => {
      ids.push(event.id);
      return { kind: 'ack' };
    });
    slack.fault({ method: 'event', kind: 'duplicate' });

    await slack.say('U0ANNA', slack.direct('U0ANNA'), 'twice').seen;
    await slack.until(() => ids[1]);

    expect(new Set(ids).size).toBe(1);
    expect(received).toHaveLength(1);
  });

  it('lets a stop wait for the event in hand', async () => {
    harness = await startHarness({ mode });
    const { slack, adapter, received } = harness;
    let store = (): void => undefined;
    const stored = new Promise<void>((resolve) => {
      store = resolve;
    });
    const arrived = new Promise<void>((resolve) => {
      harness?.answer(async () => {
        resolve();
        await stored;
        return { kind: 'ack' };
      });
    });
    const { seen } = slack.say('U0ANNA', slack.direct('U0ANNA'), 'last words');
    await arrived;

    const stopped = adapter.stop();
    store();
    await stopped;

    expect(await seen).toMatchObject([{ acknowledged: true }]);
    expect(received).toHaveLength(1);
  });
});

describe('Socket Mode', () => {
  it('keeps two connections, and goes on over one while Slack refreshes the other', async () => {
    const now = (harness = await startHarness({ ackMs: 300 }));
    const { slack, received } = now;
    await slack.until(() => isUp(now));

    slack.disconnect('refresh');
    await slack.say('U0ANNA', slack.direct('U0ANNA'), 'during the refresh').seen;
    await slack.until(() => (slack.calls('apps.connections.open').length === 3 ? isUp(now) : undefined));

    expect(received).toMatchObject([{ text: 'during the refresh' }]);
    expect(slack.connections()).toBe(2);
  });

  it('comes back by itself when both connections are cut, and then gets what it missed', async () => {
    const now = (harness = await startHarness({ ackMs: 300 }));
    const { slack, received } = now;
    await slack.until(() => isUp(now));

    slack.disconnect('cut');
    slack.disconnect('cut');
    await slack.say('U0ANNA', slack.direct('U0ANNA'), 'while you were away').seen;

    expect(received).toMatchObject([{ text: 'while you were away' }]);
  });

  it('takes events out of order', async () => {
    const now = (harness = await startHarness());
    const { slack, received } = now;
    const direct = slack.direct('U0ANNA');
    await slack.until(() => isUp(now));
    slack.fault({ method: 'event', kind: 'hold' });

    await Promise.all([slack.say('U0ANNA', direct, 'first').seen, slack.say('U0ANNA', direct, 'second').seen]);

    expect(received.map((event) => (event.type === 'message' ? event.text : ''))).toEqual(['second', 'first']);
  });

  it('connects again once Slack has stopped answering with faults', async () => {
    const now = (harness = await startHarness());
    const { slack, log } = now;
    await slack.until(() => isUp(now));
    slack.fault({ method: 'apps.connections.open', kind: 'error-500', times: 3 });

    slack.disconnect('cut');
    slack.disconnect('cut');
    await slack.until(() => log.filter((line) => line.event === 'slack-unreachable')[2]);
    await slack.until(() => isUp(now));

    const health = { connected: true, detail: 'Socket Mode, 2 of 2 connections' };
    expect(now.adapter.health()).toMatchObject(health);
  });

  it('tells the operator about a wrong app token, and goes on trying', async () => {
    harness = await startHarness({ adapter: { appToken: 'xapp-other' } });
    const { slack, log } = harness;

    await slack.until(() => log.find((line) => line.event === 'slack-token-refused'));
    await slack.until(() => slack.calls('apps.connections.open')[1]);

    expect(harness.adapter.health().connected).toBe(false);
  });

  it('starts without Slack, says so, and stops at once', async () => {
    const log: LogLine[] = [];
    const adapter = createSlackAdapter({
      log: recordingLog(log),
      state: memoryState(),
      botToken: 'xoxb-nowhere',
      appToken: 'xapp-nowhere',
      apiUrl: 'http://127.0.0.1:9/api/',
      reconnect: { first: 1, longest: 2 },
    });

    await adapter.start(() => Promise.resolve({ kind: 'ack' }));
    await expect.poll(() => log.some((line) => line.event === 'slack-unreachable')).toBe(true);
    await adapter.stop();

    expect(adapter.health().connected).toBe(false);
    expect(JSON.stringify(log)).not.toMatch(/xoxb-|xapp-/);
  });
});

describe('HTTP', () => {
  async function request(body: string, headers: Record<string, string>): Promise<number> {
    const port = harness?.log.find((line) => line.event === 'slack-listening')?.facts['port'];
    const url = `http://127.0.0.1:${port}/slack/events`;
    const all = { 'content-type': 'application/json', ...headers };
    return (await fetch(url, { method: 'POST', body, headers: all })).status;
  }

  it.each([
    ['a wrong signature', 'another-secret', 0],
    ['an old request', 'double-signing-secret', -600],
  ])('refuses %s', async (_, secret, age) => {
    harness = await startHarness({ mode: 'http' });
    const body = JSON.stringify({ type: 'event_callback', event: { type: 'message' } });

    const status = await request(body, signatureHeaders(secret, body, Math.floor(Date.now() / 1000) + age));

    expect(status).toBe(401);
    expect(harness.received).toEqual([]);
  });

  it('answers the address check of Slack', async () => {
    harness = await startHarness({ mode: 'http' });
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });

    const status = await request(
      body,
      signatureHeaders(harness.slack.signingSecret, body, Math.floor(Date.now() / 1000)),
    );

    expect(status).toBe(200);
  });

  it('acknowledges what it does not know, so that Slack does not send it again', async () => {
    harness = await startHarness({ mode: 'http' });
    const body = JSON.stringify({ type: 'event_callback', event: { type: 'message', channel: 7 } });

    const status = await request(
      body,
      signatureHeaders(harness.slack.signingSecret, body, Math.floor(Date.now() / 1000)),
    );

    expect(status).toBe(200);
    expect(harness.log).toContainEqual({ level: 'warn', event: 'slack-unreadable', facts: { type: 'message' } });
  });
});
