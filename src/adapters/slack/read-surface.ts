import type { EventBase } from '../../core/index.ts';
import { conversationId, eventId, personId, placeId, tsToMs } from './ids.ts';
import { ignored, type ReadContext, type Reading } from './read-context.ts';
import { homeOpened, memberJoined, type SlackEnvelope } from './schema.ts';

interface Seen {
  user: string;
  channel: string;
  direct: boolean;
  /** Seconds, as Slack writes them. */
  ts: string | undefined;
}

function baseOf({ user, channel, direct, ts }: Seen, body: SlackEnvelope, context: ReadContext): Omit<EventBase, 'id'> {
  const team = context.self.team ?? '';
  const place = { team, channel };
  return {
    conversation: conversationId(place, user, direct),
    place: placeId(place),
    private: direct,
    author: { id: personId(team, user), name: context.name ?? user, bot: false },
    at: ts === undefined ? (body.event_time ?? 0) * 1000 : tsToMs(ts),
    ...(context.locale !== undefined && { locale: context.locale }),
  };
}

/** Our page or our DM is looked at: each time is drawn anew. */
export function readHomeOpened(body: SlackEnvelope, context: ReadContext): Reading {
  const parsed = homeOpened.safeParse(body.event);
  if (!parsed.success) return { kind: 'unreadable', type: 'app_home_opened' };
  const { user, channel, tab, event_ts: ts } = parsed.data;
  const surface = tab === 'messages' ? 'assistant' : 'home';
  if (channel === undefined) return ignored('app_home_opened', 'nothing-to-do');
  const base = baseOf({ user, channel, direct: true, ts }, body, context);
  const id = eventId(context.self.team ?? '', channel, surface, ts ?? body.event_id ?? '');
  return { kind: 'event', event: { ...base, type: 'opened', id, surface } };
}

/** We were invited to a channel. Whoever invited us speaks for its language. */
export function readJoined(body: SlackEnvelope, context: ReadContext): Reading {
  const parsed = memberJoined.safeParse(body.event);
  if (!parsed.success) return { kind: 'unreadable', type: 'member_joined_channel' };
  const { user, channel, inviter, event_ts: ts } = parsed.data;
  if (user !== context.self.user) return ignored('member_joined_channel', 'not-addressed');
  const base = baseOf({ user: inviter ?? user, channel, direct: false, ts }, body, context);
  const id = eventId(context.self.team ?? '', channel, 'joined', ts ?? body.event_id ?? '');
  return { kind: 'event', event: { ...base, type: 'joined', id } };
}
