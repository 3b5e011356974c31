import { eventId, personId, placeId, tsToMs } from './ids.ts';
import { ignored, selfOf, type ReadContext, type Reading } from './read-context.ts';
import { readCommand } from './read-command.ts';
import { readSubmission } from './read-form.ts';
import { readMessage } from './read-message.ts';
import { readPress } from './read-press.ts';
import { readGlobalShortcut, readMessageShortcut } from './read-shortcut.ts';
import { envelope, homeOpened, messageEvent, type SlackEnvelope } from './schema.ts';

/** The first time somebody opens our DM is a greeting's worth; the id makes it once only. */
function readHomeOpened(body: SlackEnvelope, context: ReadContext): Reading {
  const parsed = homeOpened.safeParse(body.event);
  if (!parsed.success) return { kind: 'unreadable', type: 'app_home_opened' };
  const { user, channel, tab, event_ts: ts } = parsed.data;
  if (tab !== 'messages' || channel === undefined) return ignored('app_home_opened', 'nothing-to-do');
  const team = context.self.team ?? '';
  const place = placeId({ team, channel });
  return {
    kind: 'event',
    event: {
      type: 'joined',
      id: eventId(team, channel, 'joined'),
      conversation: place,
      place,
      private: true,
      author: { id: personId(team, user), name: context.name ?? user, bot: false },
      at: ts === undefined ? (body.event_time ?? 0) * 1000 : tsToMs(ts),
      ...(context.locale !== undefined && { locale: context.locale }),
    },
  };
}

function readEnvelope(body: unknown, known: ReadContext): Reading {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return { kind: 'unreadable', type: 'event_callback' };
  const context = { ...known, self: selfOf(parsed.data, known.self) };
  const { type } = parsed.data.event;
  if (type === 'app_home_opened') return readHomeOpened(parsed.data, context);
  if (type !== 'message' && type !== 'app_mention') return ignored(type, 'nothing-to-do');
  const message = messageEvent.safeParse(parsed.data.event);
  return message.success ? readMessage(message.data, context) : { kind: 'unreadable', type };
}

function typeOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return 'nothing';
  if ('type' in body && typeof body.type === 'string') return body.type;
  return 'command' in body ? 'command' : 'unknown';
}

/**
 * A payload of Slack as a neutral event. Pure and synchronous: it calls nothing and looks nothing up.
 * @param now milliseconds since the epoch, for payloads without a time
 */
export function read(body: unknown, context: ReadContext, now: number): Reading {
  const type = typeOf(body);
  switch (type) {
    case 'event_callback':
      return readEnvelope(body, context);
    case 'command':
      return readCommand(body, context, now);
    case 'block_actions':
      return readPress(body, context, now);
    case 'message_action':
      return readMessageShortcut(body, context, now);
    case 'shortcut':
      return readGlobalShortcut(body);
    case 'view_submission':
      return readSubmission(body, context, now);
    default:
      return ignored(type, 'nothing-to-do');
  }
}
