import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ChatAdapter, Incoming } from '../../../src/core/index.ts';
import { startDiscordDouble } from '../../support/discord-double/index.ts';
import { ANNA, at, GENERAL, post, row, says, startAdapter, startRig, type Inbox } from './rig.ts';

const HOUR = 3_600_000;
const BAO = '3002';

async function found(adapter: ChatAdapter, channel: string, since = Date.now() - HOUR): Promise<Incoming[]> {
  const result = await adapter.backfill?.(`discord:${channel}`, since);
  if (!result?.ok) throw new Error(`nothing looked into: ${result?.reason}`);
  return result.events;
}

describe('looking back in Discord', () => {
  it('finds what was said in a DM, under the ids that it came with, oldest first', async () => {
    const { discord, adapter, event } = await startRig();
    const direct = discord.direct(ANNA);
    discord.say(ANNA, direct, 'heard');
    const heard = await event('message');
    discord.say(ANNA, direct, 'missed', { lost: true });
    await adapter.deliver(row(post(at(direct), says('our own words'))));

    const events = await found(adapter, direct);

    expect(events).toMatchObject([
      { id: heard.id, text: 'heard', private: true, conversation: heard.conversation },
      { text: 'missed', addressed: 'direct', late: { replied: false }, author: { name: 'anna' } },
    ]);
  });

  it('takes of a channel only what names us, and tells whether somebody else has replied', async () => {
    const { discord, adapter } = await startRig();
    discord.say(ANNA, GENERAL, 'lunch?', { lost: true });
    const asked = discord.say(ANNA, GENERAL, `<@${discord.botUser}> gmail imap?`, { lost: true });
    discord.say(BAO, GENERAL, 'imap.gmail.com', { referenced: asked.id, type: 19, lost: true });
    discord.say(BAO, GENERAL, `<@${discord.botUser}> and pop3?`, { lost: true });

    const events = await found(adapter, GENERAL);

    expect(events).toMatchObject([
      { text: 'gmail imap?', addressed: 'mention', private: false, late: { replied: true } },
      { text: 'and pop3?', late: { replied: false } },
    ]);
  });

  it('reads a thread with its words where the intent allows, and says so where it does not', async () => {
    const { discord, adapter, logged } = await startRig();
    const able = await startRig({ messageContent: true });
    const [thread, other] = [discord, able.discord].map((double) => double.addThread('2100', GENERAL));
    discord.say(ANNA, thread?.id ?? '', 'and pop3?', { lost: true });
    able.discord.say(ANNA, other?.id ?? '', 'and pop3?', { lost: true });

    const without = await found(adapter, '2100');
    const again = await found(adapter, '2100');
    const withWords = await found(able.adapter, '2100');

    expect([...without, ...again]).toEqual([]);
    expect(logged.filter(({ event }) => event === 'discord-backfill-without-words')).toHaveLength(1);
    expect(withWords).toMatchObject([{ text: 'and pop3?', addressed: 'thread', place: 'discord:2100' }]);
  });

  it('tells of an edit, too', async () => {
    const { discord, adapter } = await startRig();
    const said = discord.say(ANNA, discord.direct(ANNA), 'imap of q', { lost: true });
    discord.edit(said.id, 'imap of qq');

    const events = await found(adapter, discord.direct(ANNA));

    expect(events).toMatchObject([
      { type: 'message', text: 'imap of qq' },
      { type: 'edited', messageId: said.id, text: 'imap of qq' },
    ]);
  });

  it('tells of a change of what was said before', async () => {
    const { discord, adapter } = await startRig();
    const direct = discord.direct(ANNA);
    const said = discord.say(ANNA, direct, 'imap of q', { lost: true });
    const since = Date.now();
    await sleep(5);
    discord.edit(said.id, 'imap of qq');

    const events = await found(adapter, direct, since);

    expect(events).toMatchObject([{ type: 'edited', messageId: said.id, text: 'imap of qq' }]);
  });

  it('says when the last message was written, by Discord, whoever wrote it', async () => {
    const { discord, adapter } = await startRig();
    const direct = discord.direct(ANNA);
    const before = Date.now();
    const { id } = discord.say(ANNA, direct, 'imap of q', { lost: true });

    const result = await adapter.backfill?.(`discord:${direct}`, before - HOUR);
    const nothing = await adapter.backfill?.(`discord:${discord.direct(BAO)}`, before - HOUR);

    expect(result).toMatchObject({ until: Number((BigInt(id) >> 22n) + 1_420_070_400_000n) });
    expect(nothing).toEqual({ ok: true, events: [] });
  });

  it('turns pages, and leaves out what is older', async () => {
    const { discord, adapter } = await startRig();
    const direct = discord.direct(ANNA);
    for (let index = 0; index < 230; index += 1) discord.say(ANNA, direct, `message ${index}`, { lost: true });

    const events = await found(adapter, direct);
    const later = await found(adapter, direct, Date.now() + HOUR);

    expect(events.map((event) => event.type === 'message' && event.text)).toEqual(
      Array.from({ length: 230 }, (_, index) => `message ${index}`),
    );
    expect(later).toEqual([]);
  });

  it('waits as long as Discord says, and gives up where it may not read', async () => {
    const { discord, adapter } = await startRig();
    discord.fault({ on: /^GET \/channels\/2001\/messages/, kind: 'rate-limit', retryAfter: 7 });

    const limited = await adapter.backfill?.(`discord:${GENERAL}`, 0);
    const hidden = await adapter.backfill?.('discord:2004', 0);
    const foreign = await adapter.backfill?.('slack:T/C', 0);

    expect(limited).toMatchObject({ ok: false, kind: 'retry', afterMs: expect.closeTo(7_000, -3) });
    expect(hidden).toMatchObject({ ok: false, kind: 'refused' });
    expect(foreign).toMatchObject({ ok: false, kind: 'refused' });
  });
});

describe('the places to look into', () => {
  it('are those where somebody wrote before the session began, and that we may read', async () => {
    const discord = await startDiscordDouble();
    onTestFinished(() => discord.stop());
    const inbox: Inbox = { events: [], immediate: () => ({ kind: 'ack' }), store: () => {} };
    discord.say(ANNA, GENERAL, 'hello all');
    discord.addThread('2100', GENERAL);
    discord.say(BAO, '2100', 'hello thread');
    discord.say(ANNA, '2004', 'hidden');

    const adapter = await startAdapter(discord, inbox, { value: undefined }, []);
    await discord.connected();
    discord.say(ANNA, discord.direct(ANNA), 'after all that was told at the beginning');
    await discord.until(() => inbox.events.length === 1);

    const places = await adapter.places?.();
    expect(places?.sort()).toEqual([`discord:${GENERAL}`, 'discord:2100']);
  });
});
