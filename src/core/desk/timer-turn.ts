import { actions, text } from '../intents/answer.ts';
import { fill, texts } from '../locales/index.ts';
import type { Event, Situation, Ticket, TimerDueEvent, Turn } from '../model.ts';
import { timeToken } from '../time-token.ts';
import { ignored } from '../turns/ignored.ts';
import { literal } from './desk-blocks.ts';
import { helpedQuestion } from './ending.ts';
import { act, keep } from './keep.ts';
import { isEnded, step } from './machine.ts';
import { duration } from './names.ts';
import { askerOf, deskOf } from './places.ts';
import { profileOf, queueOf } from './queues.ts';
import { isOpen } from './schedule.ts';
import type { Work } from './work.ts';

/** What happens to a ticket by itself. A timer that comes too late, or a second time, finds nothing to do. */
export function ticketTimerTurn(work: Work, event: Event & TimerDueEvent): Turn {
  const ticket = work.situation.deskTicket;
  if (!ticket || !due(work, ticket, event)) return ignored(event, 'nothing-to-do');
  return work.turn.build({ kind: 'done' });
}

function due(work: Work, ticket: Ticket, { kind }: TimerDueEvent): boolean {
  switch (kind) {
    case 'wake':
      return wake(work, ticket);
    case 'unclaimed':
      return escalate(work, ticket);
    case 'remind':
      return remind(work, ticket);
    case 'due':
      return overdue(work, ticket);
    case 'ask-helped':
      return askHelped(work, ticket);
    case 'close':
      return isEnded(ticket) && typeof act(work, ticket, { act: 'close' }, 'closed') !== 'string';
    default:
      return false;
  }
}

/** A line in the ticket's thread. */
function tell({ turn }: Work, ticket: Ticket, line: string, claim?: string): void {
  const to = deskOf(ticket);
  if (!to) return;
  const button =
    claim === undefined ? [] : actions({ label: claim, intent: { name: 'claim-ticket', ticket: ticket.id } });
  turn.post(to, [text(line), ...button], { ticket: ticket.id });
}

function wake(work: Work, ticket: Ticket): boolean {
  if (ticket.state !== 'snoozed' || (ticket.snoozedUntil ?? 0) > work.now) return false;
  if (typeof act(work, ticket, { act: 'wake' }, 'woken') === 'string') return false;
  tell(work, ticket, work.all.agents.woken);
  return true;
}

/** Nobody has taken it: the next ones on the ladder are told, and there is always somebody. */
function escalate(work: Work, ticket: Ticket): boolean {
  const { turn, all, situation, now } = work;
  const queue = queueOf(situation.settings, ticket);
  const taken = ticket.escalated ?? 0;
  const next = queue?.escalation[taken];
  if (!next || ticket.agent || isEnded(ticket)) return false;
  const facts = {
    number: ticket.number,
    name: literal(ticket.askerName),
    subject: literal(ticket.subject ?? ''),
    duration: duration(now - (ticket.waitingSince ?? ticket.openedAt), all),
  };
  tell(work, ticket, fill(all.agents.unclaimed, facts), all.desk.claim);
  const word = [
    text(fill(all.agents.unclaimedDirect, facts)),
    ...actions({ label: all.desk.claim, intent: { name: 'claim-ticket', ticket: ticket.id } }),
  ];
  if (next.place !== undefined) turn.post({ place: next.place }, word, { ticket: ticket.id });
  for (const person of next.people) turn.post({ direct: person }, word, { ticket: ticket.id });
  turn.ticketEvent(ticket.id, 'escalated', { facts: { step: taken + 1 } });
  keep(work, ticket, { ...ticket, escalated: taken + 1 });
  return true;
}

function remind(work: Work, ticket: Ticket): boolean {
  const { dueAt } = ticket;
  if (dueAt === undefined || isEnded(ticket) || ticket.waitingSince === undefined) return false;
  const facts = { name: literal(ticket.askerName), time: timeToken(dueAt) };
  tell(work, ticket, fill(work.all.agents.dueSoon, facts));
  work.turn.ticketEvent(ticket.id, 'reminded');
  return true;
}

/** A target was missed. Whoever is not there gives the ticket back, and the asker hears it once. */
function overdue(work: Work, ticket: Ticket): boolean {
  const { turn, all, now } = work;
  const { dueAt } = ticket;
  if (dueAt === undefined || dueAt > now || isEnded(ticket)) return false;
  const late = fill(all.agents.overdue, { name: literal(ticket.askerName), time: timeToken(dueAt) });
  turn.ticketEvent(ticket.id, 'reminded', { facts: { overdue: 1 } });
  const { agent } = ticket;
  const released = agent && !isThere(work.situation, agent.id, now) ? step(ticket, { act: 'release' }, now) : undefined;
  if (!agent || !released?.ok) {
    tell(work, ticket, late);
    return true;
  }
  const returned = fill(all.agents.returned, { agent: literal(agent.name) });
  tell(work, ticket, `${late}\n${returned}`, all.desk.claim);
  turn.ticketEvent(ticket.id, 'returned', { facts: { agent: agent.name } });
  if (!work.situation.ticketEvents.some(({ kind }) => kind === 'returned')) tellReturned(work, ticket);
  // The ladder begins anew, from now.
  const { escalated: _, ...fresh } = released.ticket;
  keep(work, ticket, { ...fresh, waitingSince: now });
  return true;
}

function tellReturned({ turn }: Work, ticket: Ticket): void {
  const line = fill(texts(ticket.language).service.returned, { number: ticket.number });
  turn.post(askerOf(ticket), [text(line)], { ticket: ticket.id, language: ticket.language });
}

function isThere({ settings, agents = [] }: Situation, person: Ticket['asker'], now: number): boolean {
  const away = agents.find(({ id }) => id === person)?.away ?? false;
  return !away && isOpen(profileOf(settings, person)?.hours, now);
}

function askHelped({ turn }: Work, ticket: Ticket): boolean {
  if (!isEnded(ticket) || ticket.helped !== undefined) return false;
  turn.post(askerOf(ticket), helpedQuestion(ticket), { ticket: ticket.id, language: ticket.language });
  return true;
}
