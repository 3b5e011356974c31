import { ignored, selfOf, type ReadContext, type Reading } from './read-context.ts';
import { readCommand } from './read-command.ts';
import { readSubmission } from './read-form.ts';
import { readMessage } from './read-message.ts';
import { readPress } from './read-press.ts';
import { readGlobalShortcut, readMessageShortcut } from './read-shortcut.ts';
import { readHomeOpened, readJoined } from './read-surface.ts';
import { readSuggestion } from './read-suggestion.ts';
import { envelope, messageEvent } from './schema.ts';

function readEnvelope(body: unknown, known: ReadContext): Reading {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return { kind: 'unreadable', type: 'event_callback' };
  const context = { ...known, self: selfOf(parsed.data, known.self) };
  const { type } = parsed.data.event;
  if (type === 'app_home_opened') return readHomeOpened(parsed.data, context);
  if (type === 'member_joined_channel') return readJoined(parsed.data, context);
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
    case 'block_suggestion':
      return readSuggestion(body, context, now);
    case 'message_action':
      return readMessageShortcut(body, context, now);
    case 'shortcut':
      return readGlobalShortcut(body);
    case 'app_rate_limited':
      return { kind: 'dropped' };
    case 'view_submission':
      return readSubmission(body, context, now);
    default:
      return ignored(type, 'nothing-to-do');
  }
}
