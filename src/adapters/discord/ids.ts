import type { PersonId, PlaceId } from '../../core/index.ts';

/** 2015-01-01, from which snowflakes count milliseconds. https://docs.discord.com/developers/reference#snowflakes */
const EPOCH = 1_420_070_400_000n;
const TIME_SHIFT = 22n;

/** Channels, threads and DMs alike: Discord gives them ids of one kind. */
export function placeId(channel: string): PlaceId {
  return `discord:${channel}`;
}

export function personId(user: string): PersonId {
  return `discord:${user}`;
}

/** The channel of a place, or the user of a person; undefined for another platform's. */
export function snowflakeOf(id: PlaceId): string | undefined {
  return /^discord:(\d{1,20})$/.exec(id)?.[1];
}

/** When something was made, ms. */
export function timeOf(snowflake: string): number {
  return /^\d{1,20}$/.test(snowflake) ? Number((BigInt(snowflake) >> TIME_SHIFT) + EPOCH) : 0;
}

/** The smallest id that something made at `time` (ms) can have. */
export function snowflakeAt(time: number): string {
  const since = BigInt(Math.floor(time)) - EPOCH;
  return String((since > 0n ? since : 0n) << TIME_SHIFT);
}
