import type { Incoming } from '../../core/index.ts';
import { parsePlace, userOf } from './ids.ts';
import type { People } from './people.ts';
import type { SlackIdentity } from './read-context.ts';
import { read } from './read.ts';

export interface HintSources {
  people: People;
  identity: () => SlackIdentity;
}

/** Reads again with what is known of the author: reading itself looks nothing up. */
export async function withHints(sources: HintSources, body: unknown, event: Incoming, now: number): Promise<Incoming> {
  const { people, identity } = sources;
  const user = userOf(event.author.id);
  if (user === undefined || event.author.bot) return event;
  if (event.type === 'message' && event.private) people.learnDirect(parsePlace(event.place)?.channel ?? '');
  const outsideChannels = parsePlace(event.place)?.channel === user;
  const wantsDirect = event.type === 'command' || event.type === 'submission' || outsideChannels;
  const reading = read(body, { self: identity(), ...(await people.hints(user, wantsDirect)) }, now);
  return reading.kind === 'event' ? reading.event : event;
}
