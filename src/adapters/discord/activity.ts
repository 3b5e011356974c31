import { ChannelType, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { PlaceId } from '../../core/index.ts';
import { isThreadType } from './channels.ts';
import { placeId, timeOf } from './ids.ts';
import { id, record, records, type Json } from './json.ts';
import { createMemory } from './memory.ts';
import { channelPermissions, holderOf, missingOf, type Holder } from './permissions.ts';

const MOST_CHANNELS = 10_000;
/** Of the channels in which somebody wrote lately, the most recent ones. */
const MOST_PLACES = 300;
/** Older questions are stale wherever they stand, ms. */
const RECENT = 24 * 3_600_000;

const NEEDED = [Permission.ViewChannel, Permission.ReadMessageHistory];
const WRITTEN_IN: ReadonlySet<unknown> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

/** Where somebody wrote lately in the servers we are in: told whenever a session begins, when what came before is missed. */
export interface Activity {
  look(type: string, data: unknown): void;
  /** Newest first. */
  places(now: number): PlaceId[];
}

function ownHolder(guild: Json, self: string): Holder {
  const own = records(guild['members']).find((member) => record(member['user'])['id'] === self);
  return holderOf(self, own ?? {});
}

/** A thread has the rights of the channel that it hangs in. */
function readableIn(guild: Json, self: string): Json[] {
  const holder = ownHolder(guild, self);
  const channels = records(guild['channels']);
  const open = new Set(
    channels
      .filter((channel) => missingOf(channelPermissions(guild, channel, holder), NEEDED).length === 0)
      .map((channel) => channel['id']),
  );
  const threads = records(guild['threads']).filter(({ type, parent_id }) => isThreadType(type) && open.has(parent_id));
  return [...channels.filter((channel) => WRITTEN_IN.has(channel['type']) && open.has(channel['id'])), ...threads];
}

export function createActivity(self: () => string): Activity {
  const lastSaid = createMemory<number>(MOST_CHANNELS);
  return {
    look(type, data) {
      if (type !== 'GUILD_CREATE') return;
      for (const channel of readableIn(record(data), self())) {
        const [own, last] = [id(channel['id']), id(channel['last_message_id'])];
        if (own !== undefined && last !== undefined) lastSaid.set(own, timeOf(last));
      }
    },
    places(now) {
      const recent = lastSaid.entries().filter(([, at]) => at > now - RECENT);
      return recent
        .sort(([, one], [, other]) => other - one)
        .slice(0, MOST_PLACES)
        .map(([channel]) => placeId(channel));
    },
  };
}
