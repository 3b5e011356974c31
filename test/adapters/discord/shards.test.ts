import { describe, expect, it, onTestFinished } from 'vitest';
import {
  startDiscordDouble,
  type DiscordDouble,
  type DiscordDoubleOptions,
} from '../../support/discord-double/index.ts';
import { ANNA, startAdapter, type Inbox, type Kept, type Logged } from './rig.ts';

/** The servers of shards 1 and 2: the shard is what stands above the 22 low bits. */
const GUILDS = ['4194304', '8388608'];

interface Fleet {
  discord: DiscordDouble;
  inbox: Inbox;
  channels: string[];
}

async function fleet(options: DiscordDoubleOptions): Promise<Fleet> {
  const discord = await startDiscordDouble({ identifyMs: 0, ...options });
  onTestFinished(() => discord.stop());
  const channels = GUILDS.map((guild, index) => {
    discord.addGuild(guild);
    return discord.addChannel(`210${index}`, { guild_id: guild }).id;
  });
  return { discord, channels, inbox: { events: [], immediate: () => ({ kind: 'ack' }), store: () => {} } };
}

function texts(inbox: Inbox): string[] {
  return inbox.events.map((event) => (event.type === 'message' ? event.text : event.type));
}

describe('shards', () => {
  it('are as many as Discord advises, one after the other, and each server comes in once', async () => {
    const { discord, inbox, channels } = await fleet({ shards: 3, maxConcurrency: 3 });
    const adapter = await startAdapter(discord, inbox, { value: undefined }, []);
    await discord.until(() => adapter.health().connected, 20_000);

    for (const channel of channels) discord.say(ANNA, channel, `<@${discord.botUser}> in ${channel}`);
    discord.say(ANNA, discord.direct(ANNA), 'direct');
    await discord.until(() => inbox.events.length >= 3);

    expect(texts(inbox).sort()).toEqual(['direct', 'in 2100', 'in 2101']);
    expect(discord.gateway.counts.identifies).toBe(3);
  });

  it('are served by several processes, each resuming its own after a kill', async () => {
    const { discord, inbox, channels } = await fleet({ shards: 3, maxConcurrency: 3 });
    const rest = { first: 2, last: 2, count: 3 };
    const disk: Kept = { value: undefined };
    const start = (shards: typeof rest, disk: Kept) => startAdapter(discord, inbox, disk, [], { shards });
    const first = await start({ first: 0, last: 1, count: 3 }, { value: undefined });
    const second = await start(rest, disk);
    await discord.until(() => first.health().connected && second.health().connected, 20_000);

    await second.stop();
    for (const channel of channels) discord.say(ANNA, channel, `<@${discord.botUser}> in ${channel}`);
    const again = await start(rest, disk);
    await discord.until(() => again.health().connected && inbox.events.length === 2, 12_000);

    expect(texts(inbox).sort()).toEqual(['in 2100', 'in 2101']);
    expect(discord.gateway.counts).toEqual({ identifies: 3, resumes: 1 });
  });

  it('that are too few are counted anew', async () => {
    const { discord, inbox } = await fleet({ shards: 1, leastShards: 2, maxConcurrency: 2 });
    const adapter = await startAdapter(discord, inbox, { value: undefined }, []);
    await discord.until(() => discord.gateway.closeCodes.includes(4_011), 12_000);

    discord.adviseShards(2);
    await discord.until(() => adapter.health().connected, 20_000);

    expect(adapter.health().connected).toBe(true);
  });

  it('that the operator counted too low are explained', async () => {
    const { discord, inbox } = await fleet({ shards: 2, leastShards: 2 });
    const logged: Logged[] = [];

    await startAdapter(discord, inbox, { value: undefined }, logged, { shards: { first: 0, last: 0, count: 1 } });
    const { facts } = await discord.until(() => logged.find(({ event }) => event === 'discord-refused'), 12_000);

    expect(facts['advice']).toContain('DISCORD_SHARDS');
  });
});
