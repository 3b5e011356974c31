import type { Settings, Ticket, Timer, TimerKind } from '../model.ts';
import { isEnded, REOPEN_WITHIN } from './machine.ts';
import { queueOf } from './queues.ts';
import { afterBusinessTime } from './schedule.ts';

/** Share of a target after which the agent is reminded. */
const REMIND_AT = 0.75;

/** When a person is to have answered, by the queue's targets in business time; the one who waits sets it going. */
export function withTargets(ticket: Ticket, settings: Settings): Ticket {
  const { dueAt: _, ...rest } = ticket;
  const target = targetOf(ticket, settings);
  if (ticket.waitingSince === undefined || target === undefined || ticket.state === 'snoozed') return rest;
  return { ...rest, dueAt: afterBusinessTime(queueOf(settings, ticket)?.hours, ticket.waitingSince, target) };
}

function targetOf(ticket: Ticket, settings: Settings): number | undefined {
  const queue = queueOf(settings, ticket);
  return ticket.firstReplyAt === undefined ? queue?.firstReply : (queue?.nextReply ?? queue?.firstReply);
}

/** Everything that is to happen to a ticket by itself, as it now stands. */
function alarms(ticket: Ticket, settings: Settings): Partial<Record<TimerKind, number>> {
  if (ticket.state === 'resolved') return { close: (ticket.resolvedAt ?? 0) + REOPEN_WITHIN };
  if (isEnded(ticket)) return {};
  if (ticket.state === 'snoozed') return { wake: ticket.snoozedUntil ?? 0 };
  const { dueAt, waitingSince } = ticket;
  const soon = dueAt !== undefined && waitingSince !== undefined ? remindAt(waitingSince, dueAt) : undefined;
  const unclaimed = unclaimedAt(ticket, settings);
  return {
    ...(unclaimed !== undefined && { unclaimed }),
    ...(dueAt !== undefined && { due: dueAt }),
    ...(soon !== undefined && ticket.agent && { remind: soon }),
  };
}

function remindAt(since: number, dueAt: number): number {
  return Math.round(since + (dueAt - since) * REMIND_AT);
}

/** When the next step of the ladder is due; a ladder ends with its last step. */
function unclaimedAt(ticket: Ticket, settings: Settings): number | undefined {
  const queue = queueOf(settings, ticket);
  const next = queue?.escalation[ticket.escalated ?? 0];
  if (!next || ticket.agent) return undefined;
  return afterBusinessTime(queue.hours, ticket.waitingSince ?? ticket.openedAt, next.after);
}

const KINDS: readonly TimerKind[] = ['wake', 'unclaimed', 'remind', 'due', 'close'];

export function timerId(ticket: Pick<Ticket, 'id'>, kind: TimerKind): string {
  return `${ticket.id}/${kind}`;
}

/** What to set and what to stop, so that a ticket's timers are those of its new state. */
export function timersOf(ticket: Ticket, settings: Settings): { set: Timer[]; stop: string[] } {
  const due = alarms(ticket, settings);
  return {
    set: KINDS.flatMap((kind) => (due[kind] === undefined ? [] : [timerFor(ticket, kind, due[kind])])),
    stop: KINDS.filter((kind) => due[kind] === undefined).map((kind) => timerId(ticket, kind)),
  };
}

export function timerFor(ticket: Ticket, kind: TimerKind, dueAt: number): Timer {
  const { id, conversation, place, asker } = ticket;
  return { id: timerId(ticket, kind), dueAt, conversation, place, person: asker, ticket: id, kind };
}
