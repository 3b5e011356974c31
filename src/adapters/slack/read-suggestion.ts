import { eventId } from './ids.ts';
import type { ReadContext, Reading } from './read-context.ts';
import { baseOf, teamOf } from './scene.ts';
import { blockSuggestion } from './schema.ts';

/** Letters typed into the list of providers: wants options at once, and is not stored. */
export function readSuggestion(body: unknown, context: ReadContext, now: number): Reading {
  const parsed = blockSuggestion.safeParse(body);
  if (!parsed.success) return { kind: 'unreadable', type: 'block_suggestion' };
  const { data } = parsed;
  const team = teamOf(data, context);
  const scene = { team, user: data.user.id, name: data.user.name ?? data.user.username, at: now };
  const id = eventId(team, 'typing', data.user.id, data.view?.id ?? '', data.value);
  return {
    kind: 'event',
    event: { ...baseOf(scene, context), type: 'command', id, command: 'settings', text: data.value, typing: true },
  };
}
