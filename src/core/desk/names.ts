import { fill, type Texts, texts } from '../locales/index.ts';
import type { Person, Settings } from '../model.ts';
import { profileOf, serviceOf } from './queues.ts';

/** The name that an asker is shown for an agent. */
export function shownName(agent: Person, settings: Settings, language: string): string {
  const { shownName: how, teamName } = serviceOf(settings);
  const team = teamName ?? texts(language).desk.team;
  if (how === 'team') return team;
  const profile = profileOf(settings, agent.id)?.shownAs;
  return how === 'alias' ? (profile ?? team) : (profile ?? agent.name);
}

/** How long something took, in the largest unit that fits. */
export function duration(milliseconds: number, { agents }: Texts): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  if (minutes < 120) return fill(agents.minutes, { count: minutes });
  if (minutes < 48 * 60) return fill(agents.hours, { count: Math.round(minutes / 60) });
  return fill(agents.days, { count: Math.round(minutes / (24 * 60)) });
}

/** The platform behind an id, as people call it. */
export function platformOf(scoped: string, { agents }: Texts): string {
  const name = scoped.slice(0, scoped.indexOf(':'));
  return (agents.platforms as Record<string, string>)[name] ?? name;
}
