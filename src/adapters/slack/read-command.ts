import { parseCommand } from './commands.ts';
import { plainText } from './escape.ts';
import { eventId } from './ids.ts';
import type { ReadContext, Reading } from './read-context.ts';
import { baseOf } from './scene.ts';
import { slashCommand } from './schema.ts';

/** `now` (ms) dates a command, which bears no time of its own. */
export function readCommand(body: unknown, context: ReadContext, now: number): Reading {
  const parsed = slashCommand.safeParse(body);
  if (!parsed.success) return { kind: 'unreadable', type: 'command' };
  const { data } = parsed;
  const team = context.self.team ?? data.team_id ?? '';
  const scene = {
    team,
    user: data.user_id,
    name: data.user_name,
    channel: data.channel_id,
    at: now,
    handle: data.response_url,
  };
  const { command, text } = parseCommand(plainText(data.text ?? '', context.self.user));
  return {
    kind: 'event',
    event: { ...baseOf(scene, context), type: 'command', id: eventId(team, 'command', data.trigger_id), command, text },
  };
}
