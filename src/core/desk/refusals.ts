import { text } from '../intents/answer.ts';
import { fill } from '../locales/index.ts';
import type { Block, Ticket, Turn } from '../model.ts';
import { literal } from './desk-blocks.ts';
import type { NotDone } from './machine.ts';
import type { Work } from './work.ts';

/** Who may not is told so, and it is written down. */
export function refuseAct({ turn, all }: Work, ticket: Ticket, deed: string): Turn {
  turn.ticketEvent(ticket.id, 'act-refused', { facts: { deed } });
  turn.say([text(all.agents.refusedAct)]);
  return turn.build({ kind: 'done' });
}

/** Why nothing was changed; where another was first, who. */
export function notDone({ all }: Work, ticket: Ticket, why: NotDone): Block {
  return text(fill(all.agents.notDone[why], { agent: literal(ticket.agent?.name ?? '') }));
}
