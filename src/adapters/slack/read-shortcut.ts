import { plainText } from './escape.ts';
import { eventId } from './ids.ts';
import type { ReadContext, Reading } from './read-context.ts';
import { baseOf, teamOf, timeOf } from './scene.ts';
import { globalShortcut, messageShortcut } from './schema.ts';

/** "Get mail help with this": the words of the message, asked by whoever pressed. */
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
  const text = plainText(data.message.text ?? '', context.self.user);
  return { kind: 'event', event: { ...baseOf(scene, context), type: 'command', id, command: 'ask', text } };
}

/** "Check my mail settings" from the shortcuts menu: there is nothing to answer before the form is filled in. */
export function readGlobalShortcut(body: unknown): Reading {
  const parsed = globalShortcut.safeParse(body);
  if (!parsed.success) return { kind: 'unreadable', type: 'shortcut' };
  return { kind: 'form', form: 'diagnose', user: parsed.data.user.id };
}
