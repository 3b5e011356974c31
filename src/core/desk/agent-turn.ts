import { text } from '../intents/answer.ts';
import { fill } from '../locales/index.ts';
import type { AgentIntent, PersonId, Situation, Turn } from '../model.ts';
import { handOverAll } from './hand.ts';
import { ticketList } from './lists.ts';
import { serviceOf } from './queues.ts';
import type { Work } from './work.ts';

/** What an agent does that belongs to no single ticket: lists, hand-overs of all, coming and going. */
export function agentTurn(work: Work, intent: AgentIntent & { note?: string }): Turn {
  const { turn, all, event, situation } = work;
  if (!isAgent(event.author.id, event.place, situation)) {
    turn.say([text(all.agents.refusedAct)]);
    return turn.build({ kind: 'done' });
  }
  switch (intent.name) {
    case 'list-tickets':
      turn.presence(false);
      turn.say(ticketList(work, intent.which));
      break;
    case 'hand-over-all':
      turn.say([text(fill(all.agents.handedAll, { count: handOverAll(work, intent.to, intent.note ?? '') }))]);
      break;
    case 'set-presence':
      turn.presence(intent.away);
      turn.say([text(intent.away ? all.agents.away : all.agents.back)]);
      break;
    case 'agent-form':
      // Answered by the acknowledgement where the platform has forms.
      turn.say([text(all.agents.help)]);
  }
  return turn.build({ kind: 'done' });
}

/** By membership where the platform tells of it; else whoever is in a desk's own place, or was seen working there. */
function isAgent(person: PersonId, place: string, { membership, settings, agents = [] }: Situation): boolean {
  if (membership) return membership.member;
  const here = serviceOf(settings).queues.some(({ desk }) => place === desk || place.startsWith(`${desk}/`));
  return here || agents.some(({ id }) => id === person);
}
