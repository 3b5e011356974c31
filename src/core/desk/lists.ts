import { actions, text } from '../intents/answer.ts';
import { fill, texts } from '../locales/index.ts';
import type { Block, TicketLine } from '../model.ts';
import { timeToken } from '../time-token.ts';
import { literal } from './desk-blocks.ts';
import { duration, platformOf } from './names.ts';
import type { Work } from './work.ts';

/** As many as one message of every platform holds. */
const SHOWN = 15;

/** An agent's tickets of all platforms, or those that nobody has, longest wait first. */
export function ticketList(work: Work, which: 'mine' | 'queue'): Block[] {
  const { situation, event, all } = work;
  const lines = (situation.tickets ?? []).filter(({ ticket }) =>
    which === 'mine' ? ticket.agent?.id === event.author.id : ticket.agent === undefined && ticket.deskOperation,
  );
  const { agents } = all;
  const title = which === 'mine' ? agents.listTitle : agents.listQueue;
  if (lines.length === 0) return [text(`${title}\n${agents.listNone}`)];
  const shown = lines.toSorted(longestWait).slice(0, SHOWN);
  const rest = lines.length > SHOWN ? [text(`… +${lines.length - SHOWN}`)] : [];
  const hand = { label: agents.handAll, intent: { name: 'agent-form' as const, form: 'hand-over-all' as const } };
  return [
    text([title, ...shown.map((line) => lineOf(work, line))].join('\n')),
    ...rest,
    ...actions(which === 'mine' ? hand : undefined),
  ];
}

/** Who waits comes before who does not, and who has waited longest before all. */
function longestWait({ ticket: one }: TicketLine, { ticket: other }: TicketLine): number {
  return (one.waitingSince ?? Infinity) - (other.waitingSince ?? Infinity) || one.openedAt - other.openedAt;
}

function lineOf({ all, now }: Work, { ticket, unsent }: TicketLine): string {
  const { agents } = all;
  const { waitingSince, dueAt, lastLine, subject = '' } = ticket;
  return fill(agents.listLine, {
    number: ticket.number,
    name: literal(ticket.askerName),
    platform: platformOf(ticket.conversation, all),
    language: texts(ticket.language).common.name,
    state: agents.states[ticket.state],
    waiting:
      waitingSince === undefined ? '' : fill(agents.listWaiting, { duration: duration(now - waitingSince, all) }),
    due: dueAt === undefined ? '' : fill(agents.listDue, { time: timeToken(dueAt) }),
    unsent: unsent === 0 ? '' : fill(agents.listUnsent, { count: unsent }),
    last: fill(agents.listLast, { text: literal((lastLine?.text ?? subject).slice(0, 120)) }),
  });
}
