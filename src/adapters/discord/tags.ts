import { LANGUAGES, texts, type TicketState, type TicketTags } from '../../core/index.ts';
import { normalised } from './words.ts';

/** A post bears so many. https://docs.discord.com/developers/resources/channel#channel-object */
const MOST = 5;

export interface ForumTag {
  id: string;
  name: string;
}

/** What a server may have called the tag of a state, in any language. */
function namesOf(state: TicketState): string[] {
  return LANGUAGES.flatMap((language) => [state, ...texts(language).discordDesk.tags[state]]).map(normalised);
}

function tagFor(tags: readonly ForumTag[], names: readonly string[]): ForumTag | undefined {
  return tags.find(({ name }) => names.includes(normalised(name)));
}

/** The forum's tags that say how a ticket stands: state, language, queue. A claimed one keeps the tag of being open. */
export function stateTags(tags: readonly ForumTag[], state: TicketState, shown?: TicketTags): string[] {
  const wanted = [
    tagFor(tags, namesOf(state)) ?? tagFor(tags, namesOf(FALLBACK[state])),
    shown && tagFor(tags, [normalised(shown.language)]),
    shown && tagFor(tags, [normalised(shown.queue)]),
  ];
  return [...new Set(wanted.flatMap((tag) => (tag ? [tag.id] : [])))].slice(0, MOST);
}

/** A forum with fewer tags shows the nearest one. */
const FALLBACK: Record<TicketState, TicketState> = {
  open: 'open',
  claimed: 'open',
  'waiting-for-agent': 'open',
  'waiting-for-asker': 'claimed',
  snoozed: 'claimed',
  resolved: 'closed',
  closed: 'resolved',
};

/** A sign on the opening message where there are no tags. */
export const STATE_SIGNS: Record<TicketState, string> = {
  open: '🆕',
  claimed: '🙋',
  'waiting-for-asker': '💬',
  'waiting-for-agent': '⏰',
  snoozed: '💤',
  resolved: '✅',
  closed: '🔒',
};
