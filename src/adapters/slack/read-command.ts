import { parseDeskCommand } from '../../core/index.ts';
import { parseCommand } from './commands.ts';
import { plainText } from './escape.ts';
import { eventId } from './ids.ts';
import type { ReadContext, Reading } from './read-context.ts';
import { baseOf } from './scene.ts';
import { slashCommand } from './schema.ts';

const DESK_COMMAND = '/desk';

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
  const base = { ...baseOf(scene, context), id: eventId(team, 'command', data.trigger_id) };
  const words = plainText(data.text ?? '', context.self.user);
  if (data.command === DESK_COMMAND)
    return { kind: 'event', event: { ...base, type: 'desk-command', ...parseDeskCommand(words) } };
  return { kind: 'event', event: { ...base, type: 'command', ...parseCommand(words) } };
}
