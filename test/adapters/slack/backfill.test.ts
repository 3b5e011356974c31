import { afterEach, describe, expect, it } from 'vitest';
import { post, startHarness, type Harness } from './harness.ts';

let harness: Harness;
afterEach(() => harness.stop());

const HOUR = 3_600_000;

describe('looking back in Slack', () => {
  it('finds what was said to us, under the ids that it would have come with, oldest first', async () => {
    harness = await startHarness();
    const { slack, adapter, received } = harness;
    const direct = slack.direct('U0ANNA');
    await slack.say('U0ANNA', direct, 'heard').seen;
    slack.say('U0ANNA', direct, 'first', { lost: true });
    slack.say('U0ANNA', direct, 'second', { lost: true });
    await adapter.deliver(post(`slack:T0POST/${direct}`, 'our own words'));

    const found = await adapter.backfill?.(`slack:T0POST/${direct}`, Date.now() - HOUR);

    expect(found).toMatchObject({
      ok: true,
      events: [
        { id: received[0]?.id, text: 'heard', private: true },
        { text: 'first', addressed: 'direct', late: { replied: false }, locale: 'en-US', author: { name: 'anna' } },
        { text: 'second' },
      ],
    });
  });

  it('takes of a channel only what names us, and tells whether somebody else has answered', async () => {
    harness = await startHarness();
    const { slack, adapter } = harness;
    const place = 'slack:T0POST/C0GENERAL';
    slack.say('U0ANNA', 'C0GENERAL', 'lunch?', { lost: true });
    const { ts } = slack.say('U0ANNA', 'C0GENERAL', '<@U0BOT> gmail imap?', { lost: true });
    slack.say('U0BEN', 'C0GENERAL', 'imap.gmail.com', { thread: ts, lost: true });
    slack.say('U0BEN', 'C0GENERAL', '<@U0BOT> and pop3?', { lost: true });

    const found = await adapter.backfill?.(place, Date.now() - HOUR);

    expect(found).toMatchObject({
      events: [
        { text: 'gmail imap?', place: `${place}/${ts}`, late: { replied: true } },
        { text: 'and pop3?', late: { replied: false } },
      ],
    });
  });

  it('tells of a change that was made since, under the id that it would have come with', async () => {
    harness = await startHarness();
    const { slack, adapter, received } = harness;
    const direct = slack.direct('U0ANNA');
    const place = `slack:T0POST/${direct}` as const;
    const { ts, seen } = slack.say('U0ANNA', direct, 'imap of q');
    await seen;
    await slack.edit(direct, ts, 'imap of qq');

    const found = await adapter.backfill?.(place, Date.now() - HOUR);
    const later = await adapter.backfill?.(place, Date.now() + HOUR);

    expect(found).toMatchObject({
      events: [
        { type: 'message', text: 'imap of qq' },
        { type: 'edited', id: received[1]?.id, messageId: ts, text: 'imap of qq' },
      ],
    });
    expect(later).toMatchObject({ events: [] });
  });

  it('tells of a change of what was said before', async () => {
    harness = await startHarness();
    const { slack, adapter } = harness;
    const direct = slack.direct('U0ANNA');
    const { ts } = slack.say('U0ANNA', direct, 'imap of q', { ago: HOUR, lost: true });
    const last = slack.say('U0ANNA', direct, 'hello?', { lost: true });
    await slack.edit(direct, ts, 'imap of qq');

    const found = await adapter.backfill?.(`slack:T0POST/${direct}`, Number(last.ts) * 1000 - 1000);

    expect(found).toMatchObject({
      events: [
        { type: 'edited', messageId: ts, text: 'imap of qq' },
        { type: 'message', text: 'hello?' },
      ],
    });
  });

  it('reads a thread, and nothing from before', async () => {
    harness = await startHarness();
    const { slack, adapter } = harness;
    const { ts } = slack.say('U0ANNA', 'C0GENERAL', '<@U0BOT> gmail imap?', { lost: true });
    slack.say('U0ANNA', 'C0GENERAL', 'still not', { thread: ts, lost: true });

    const found = await adapter.backfill?.(`slack:T0POST/C0GENERAL/${ts}`, Date.now() - HOUR);
    const later = await adapter.backfill?.(`slack:T0POST/C0GENERAL/${ts}`, Date.now() + HOUR);

    expect(found).toMatchObject({ events: [{ text: 'gmail imap?' }, { text: 'still not', addressed: 'thread' }] });
    expect(later).toMatchObject({ ok: true, events: [] });
  });

  it('says how long to wait, and what is closed', async () => {
    harness = await startHarness();
    const { slack, adapter } = harness;
    slack.fault({ method: 'conversations.history', kind: 'rate-limit', retryAfter: 9 });

    expect(await adapter.backfill?.('slack:T0POST/C0GENERAL', 0)).toMatchObject({ kind: 'retry', afterMs: 9_000 });
    expect(await adapter.backfill?.('slack:T0POST/C0GENERAL/1.1', 0)).toMatchObject({ kind: 'refused' });
    expect(await adapter.backfill?.('discord:1', 0)).toMatchObject({ kind: 'refused' });
  });

  it('knows the channels it is in', async () => {
    harness = await startHarness();

    expect(await harness.adapter.places?.()).toEqual(['slack:T0POST/C0GENERAL', 'slack:T0POST/C0DESK']);
  });
});
