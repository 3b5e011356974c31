import { eventId } from './ids.ts';
import { filesOf } from './read-files.ts';
import { messageText } from './read-message.ts';
import type { ReadContext, Reading } from './read-context.ts';
import { baseOf, teamOf, timeOf } from './scene.ts';
import { globalShortcut, messageShortcut } from './schema.ts';

const SEND_TO_ASKER = 'send-to-asker';

/** "Get mail help with this": the words of the message, asked by whoever pressed. "Send to asker": an agent sends them. */
export function readMessageShortcut(body: unknown, context: ReadContext, now: number): Reading {
  const parsed = messageShortcut.safeParse(body);
  if (!parsed.success) return { kind: 'unreadable', type: 'message_action' };
  const { data } = parsed;
  const team = teamOf(data, context);
  const ownDirect = data.channel.id === context.direct;
  const thread = data.message.thread_ts ?? (ownDirect ? undefined : (data.message.ts ?? data.message_ts)) ?? undefined;
  const at = timeOf(data.action_ts, now);
  const scene = {
    team,
    user: data.user.id,
    name: data.user.name,
    channel: data.channel.id,
    thread,
    at,
    handle: data.response_url,
  };
  const id = eventId(team, 'shortcut', data.user.id, data.action_ts ?? data.trigger_id ?? '');
  const base = { ...baseOf(scene, context), id };
  const text = messageText(data.message, context.self.user);
  if (data.callback_id !== SEND_TO_ASKER)
    return { kind: 'event', event: { ...base, type: 'command', command: 'ask', text } };
  const messageId = data.message.ts ?? data.message_ts;
  const said = { text, files: filesOf(data.message), ...(messageId !== undefined && { messageId }) };
  return {
    kind: 'event',
    event: { ...base, type: 'message', addressed: 'command', meant: 'send-to-asker', ...said },
  };
}

/** "Check my mail settings" from the shortcuts menu: there is nothing to answer before the form is filled in. */
export function readGlobalShortcut(body: unknown): Reading {
  const parsed = globalShortcut.safeParse(body);
  if (!parsed.success) return { kind: 'unreadable', type: 'shortcut' };
  return { kind: 'form', form: 'diagnose', user: parsed.data.user.id };
}
