import { ChannelType, Routes } from 'discord-api-types/v10';
import type { DiscordApi } from './api.ts';
import { Refusal } from './faults.ts';
import { id, number, record, records, text, type Json } from './json.ts';
import { createMemory } from './memory.ts';

const MOST = 5_000;

const THREADS: ReadonlySet<unknown> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

export function isThreadType(type: unknown): boolean {
  return THREADS.has(type);
}

export interface ChannelFacts {
  type: number;
  isThread: boolean;
  guild: string | undefined;
  /** Of a thread: the channel it hangs in. */
  parent: string | undefined;
  tags: { id: string; name: string }[];
  /** A forum may demand that each post bears one. */
  needsTag: boolean;
}

/** Look-ups of channels, each asked once. */
export interface Channels {
  /** The DM with a user. Opening it tells them nothing. */
  direct(user: string): Promise<string>;
  facts(channel: string): Promise<ChannelFacts>;
}

/** Channel flag REQUIRE_TAG. https://docs.discord.com/developers/resources/channel#channel-object-channel-flags */
const REQUIRE_TAG = 1 << 4;

function factsOf(channel: Json): ChannelFacts {
  return {
    type: number(channel['type']) ?? 0,
    isThread: isThreadType(channel['type']),
    guild: text(channel['guild_id']),
    parent: id(channel['parent_id']),
    tags: records(channel['available_tags']).flatMap((tag) => {
      const snowflake = id(tag['id']);
      return snowflake === undefined ? [] : [{ id: snowflake, name: text(tag['name']) ?? '' }];
    }),
    needsTag: ((number(channel['flags']) ?? 0) & REQUIRE_TAG) !== 0,
  };
}

export function createChannels(api: DiscordApi): Channels {
  const directs = createMemory<string>(MOST);
  return {
    async direct(user) {
      const known = directs.get(user);
      if (known !== undefined) return known;
      const channel = id(record(await api.call('POST', Routes.userChannels(), { body: { recipient_id: user } }))['id']);
      if (channel === undefined) throw new Refusal('direct-closed', 'no DM channel');
      directs.set(user, channel);
      return channel;
    },
    facts: async (channel) => factsOf(record(await api.call('GET', Routes.channel(channel)))),
  };
}
