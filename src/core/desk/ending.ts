import { actions, text } from '../intents/answer.ts';
import { fill, texts } from '../locales/index.ts';
import type { Block, Ticket, TicketEventKind } from '../model.ts';
import { literal } from './desk-blocks.ts';
import { unsentPrompt } from './drafts.ts';
import { act } from './keep.ts';
import { duration, shownName } from './names.ts';
import { askerOf, deskOf } from './places.ts';
import { queueName, queueOf, serviceOf } from './queues.ts';
import { notDone } from './refusals.ts';
import { isOpen, nextOpen } from './schedule.ts';
import { timerFor } from './targets.ts';
import type { Work } from './work.ts';

/** Ends a ticket and tells both sides what it was; unsent text is decided first. */
export function endTicket(work: Work, ticket: Ticket, how: 'resolve' | 'close'): void {
  const { turn, event, all } = work;
  const byAsker = event.author.id === ticket.asker;
  const unsent = byAsker ? undefined : unsentPrompt(work, ticket);
  if (unsent) {
    turn.say(unsent);
    return;
  }
  const kind = how === 'resolve' ? 'resolved' : 'closed';
  const ended = act(work, ticket, { act: how }, kind);
  if (typeof ended === 'string') {
    turn.say([notDone(work, ticket, ended)]);
    return;
  }
  const to = deskOf(ticket);
  const line = byAsker
    ? fill(all.desk.closedByAsker, { name: literal(ticket.askerName) })
    : fill(how === 'resolve' ? all.agents.resolvedBy : all.agents.closedBy, { agent: literal(event.author.name) });
  if (to)
    turn.post(
      to,
      [text(line), ...deskSummary(work, ticket), ...reopenButton(ended, all.agents.reopen)],
      inTicket(ticket),
    );
  tellAsker(work, ticket, ended, byAsker);
}

function inTicket({ id }: Ticket): { ticket: string } {
  return { ticket: id };
}

function reopenButton({ id }: Ticket, label: string): Block[] {
  return actions({ label, intent: { name: 'reopen-ticket', ticket: id } });
}

/** What was asked, how long it took, who had it. */
function deskSummary({ situation, now, all, language }: Work, ticket: Ticket): Block[] {
  const { agents } = all;
  const queue = queueOf(situation.settings, ticket);
  const several = serviceOf(situation.settings).queues.length > 1;
  const { firstReplyAt, openedAt, agent } = ticket;
  const facts = {
    number: ticket.number,
    subject: literal(ticket.subject ?? ''),
    name: literal(ticket.askerName),
    duration: duration(now - openedAt, all),
    first: firstReplyAt === undefined ? agents.never : duration(firstReplyAt - openedAt, all),
    asker: countOf(situation, 'asker-message'),
    agent: countOf(situation, 'agent-message'),
    notes: countOf(situation, 'note'),
    queue: several && queue ? fill(agents.summaryQueue, { queue: queueName(queue, language) }) : '',
    who: agent ? fill(agents.whoAgent, { agent: literal(agent.name) }) : agents.whoNobody,
  };
  return [text(fill(agents.summary, facts))];
}

/** The person hears what it was about, may open it again, and is asked once whether it helped, in the desk's hours. */
function tellAsker(work: Work, before: Ticket, ticket: Ticket, byAsker: boolean): void {
  const { turn, situation, now } = work;
  const all = texts(ticket.language);
  const { service } = all;
  const facts = { number: ticket.number };
  const line = ticket.state === 'resolved' ? fill(service.resolved, facts) : fill(all.desk.closedAsker, facts);
  const answered = before.firstReplyAt !== undefined;
  const hours = queueOf(situation.settings, ticket)?.hours;
  const ask = answered && !byAsker && before.helped === undefined && before.state !== 'resolved';
  const askNow = ask && isOpen(hours, now);
  const blocks = [
    text([line, ...askerSummary(work, ticket), ...(answered ? [service.reopenHint] : [])].join('\n')),
    ...(answered ? reopenButton(ticket, service.reopen) : []),
    ...(askNow ? helpedQuestion(ticket) : []),
  ];
  turn.post(askerOf(ticket), blocks, { ticket: ticket.id, language: ticket.language });
  const later = ask && !askNow ? nextOpen(hours, now) : undefined;
  if (later !== undefined) turn.timer(timerFor(ticket, 'ask-helped', later));
}

/** Who it was with, where somebody answered at all. */
function askerSummary({ situation }: Work, ticket: Ticket): string[] {
  const { agent, subject = '' } = ticket;
  if (!agent || ticket.firstReplyAt === undefined) return [];
  const count = countOf(situation, 'asker-message') + countOf(situation, 'agent-message');
  const name = literal(shownName(agent, situation.settings, ticket.language));
  return [fill(texts(ticket.language).service.summary, { subject: literal(subject), count, agent: name })];
}

function countOf({ ticketEvents, ticketCounts }: Work['situation'], wanted: TicketEventKind): number {
  return ticketCounts ? (ticketCounts[wanted] ?? 0) : ticketEvents.filter(({ kind }) => kind === wanted).length;
}

export function helpedQuestion({ id, language }: Ticket): Block[] {
  const { service } = texts(language);
  return [
    text(service.helped),
    ...actions(
      { label: service.yes, intent: { name: 'rate-ticket', ticket: id, helped: true } },
      { label: service.no, intent: { name: 'rate-ticket', ticket: id, helped: false } },
    ),
  ];
}

/** Opens an ended ticket again, for the desk or for its asker. */
export function reopenTicket(work: Work, ticket: Ticket): void {
  const { turn, event, all, situation } = work;
  const byAsker = event.author.id === ticket.asker;
  const own = texts(ticket.language);
  const inTheWay = situation.inTheWay;
  if (inTheWay) {
    const line = fill(byAsker ? own.desk.already : all.desk.already, { number: inTheWay.number });
    turn.say([text(line)], { language: byAsker ? ticket.language : work.language });
    return;
  }
  const opened = act(work, ticket, { act: 'reopen' }, 'reopened');
  if (typeof opened === 'string') {
    turn.say([byAsker && opened === 'too-late' ? text(own.service.tooLate) : notDone(work, ticket, opened)]);
    return;
  }
  const line = byAsker
    ? fill(all.agents.reopenedByAsker, { name: literal(ticket.askerName) })
    : fill(all.agents.reopenedBy, { agent: literal(event.author.name) });
  const to = deskOf(ticket);
  if (to) turn.post(to, [text(line), ...claimOrClose(opened, work)], inTicket(ticket));
  turn.post(askerOf(ticket), [text(fill(own.service.reopened, { number: ticket.number }))], {
    ticket: ticket.id,
    language: ticket.language,
  });
}

function claimOrClose({ id, agent }: Ticket, { all }: Work): Block[] {
  return agent
    ? []
    : actions({ label: all.desk.claim, intent: { name: 'claim-ticket', ticket: id }, style: 'primary' });
}

/** The answer to "did it help?": the first one counts. */
export function rateTicket(work: Work, ticket: Ticket, helped: boolean): void {
  const { turn, all } = work;
  const { service } = texts(ticket.language);
  const blocks = helped ? [text(service.thanks)] : [text(service.sorry), ...reopenButton(ticket, service.reopen)];
  turn.say(blocks, { language: ticket.language });
  if (ticket.helped !== undefined) return;
  turn.ticket({ ...ticket, helped });
  turn.ticketEvent(ticket.id, 'helped', { facts: { helped: helped ? 1 : 0 } });
  turn.feedback({ helped, intent: 'talk-to-human' });
  const to = deskOf(ticket);
  const line = fill(helped ? all.agents.rated.yes : all.agents.rated.no, { name: literal(ticket.askerName) });
  if (to) turn.post(to, [text(line)], inTicket(ticket));
}
