import type { ConversationId, EventId, PersonId, PlaceId } from '../../core/index.ts';

/** Where a Slack message can be posted: a channel or DM, or a thread in it. */
export interface SlackPlace {
  team: string;
  channel: string;
  thread?: string;
}

export function placeId(place: SlackPlace): PlaceId {
  const thread = place.thread === undefined ? '' : `/${place.thread}`;
  return `slack:${place.team}/${place.channel}${thread}`;
}

/** Undefined for a place of another platform. */
export function parsePlace(id: string): SlackPlace | undefined {
  const match = /^slack:([^/]*)\/([^/]+)(?:\/([^/]+))?$/.exec(id);
  if (match?.[2] === undefined) return undefined;
  const place = { team: match[1] ?? '', channel: match[2] };
  return match[3] === undefined ? place : { ...place, thread: match[3] };
}

export function personId(team: string, user: string): PersonId {
  return `slack:${team}/${user}`;
}

/** The user id of a person; undefined for a person of another platform. */
export function userOf(person: string): string | undefined {
  return /^slack:[^/]*\/([^/]+)$/.exec(person)?.[1];
}

/** In our own DM the place is the conversation; elsewhere everybody has their own. */
export function conversationId(place: SlackPlace, user: string, ownDirect: boolean): ConversationId {
  if (ownDirect) return placeId({ team: place.team, channel: place.channel });
  return `${placeId(place)}/${user}`;
}

export function eventId(...parts: string[]): EventId {
  return `slack:${parts.join('/')}`;
}

/** The event id of a message: its channel and `ts`. Interactions have ids of other shapes. */
export function isMessageEvent(id: string): boolean {
  return /^slack:[^/]*\/[A-Z][A-Z0-9]+\/[\d.]+$/.test(id);
}

/** What Slack calls a message; receipts of other things have names of other shapes. */
export function isMessageTs(id: string): boolean {
  return /^\d+\.\d+$/.test(id);
}

/** DM channels have ids of their own kind. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** `1712345678.000200` → milliseconds since the epoch. */
export function tsToMs(ts: string): number {
  const seconds = Number(ts);
  return Number.isFinite(seconds) ? Math.round(seconds * 1000) : 0;
}
