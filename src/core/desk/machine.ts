import type { Person, Ticket, TicketState } from '../model.ts';

/** What can be done with a ticket. Whether the doer may is asked before. */
export type Act =
  | { act: 'claim'; by: Person }
  | { act: 'release' }
  | { act: 'hand'; agent: Person | undefined; queue: string }
  | { act: 'asker-writes' }
  | { act: 'agent-writes'; by: Person }
  | { act: 'snooze'; by: Person; until: number }
  | { act: 'wake' }
  | { act: 'resolve' }
  | { act: 'close' }
  | { act: 'reopen' };

/** Why not; each has a text in the locales. */
export type NotDone = 'taken' | 'already-yours' | 'nobody-has-it' | 'ended' | 'not-ended' | 'too-late' | 'not-snoozed';

export type Done = { ok: true; ticket: Ticket } | { ok: false; why: NotDone };

/** How long after its end a ticket may be opened again, ms. */
export const REOPEN_WITHIN = 7 * 24 * 3_600_000;

export function isEnded({ state }: Pick<Ticket, 'state'>): boolean {
  return state === 'resolved' || state === 'closed';
}

/**
 * One step in a ticket's life. Always true of what it gives: nobody has an `open` one, somebody has a claimed or
 * waiting one, only a snoozed one has a time to wake, and nobody waits for an ended one.
 */
export function step(ticket: Ticket, act: Act, now: number): Done {
  if (act.act === 'reopen') return reopen(ticket, now);
  if (act.act === 'close') return ticket.state === 'closed' ? not('ended') : done(end(ticket, 'closed', now));
  if (isEnded(ticket)) return not('ended');
  switch (act.act) {
    case 'claim':
      return claim(ticket, act.by);
    case 'release':
      return ticket.agent ? done(unclaimed(ticket)) : not('nobody-has-it');
    case 'hand':
      return done({ ...(act.agent ? held(ticket, act.agent) : unclaimed(ticket)), queue: act.queue });
    case 'asker-writes':
      return done({ ...awake(ticket, 'waiting-for-agent'), waitingSince: ticket.waitingSince ?? now });
    case 'agent-writes':
      return done(answered(ticket, act.by, now));
    case 'snooze':
      return done({ ...ticket, agent: ticket.agent ?? act.by, state: 'snoozed', snoozedUntil: act.until });
    case 'wake':
      return ticket.state === 'snoozed' ? done(awake(ticket, 'waiting-for-agent')) : not('not-snoozed');
    case 'resolve':
      return done(end(ticket, 'resolved', now));
  }
}

function done(ticket: Ticket): Done {
  return { ok: true, ticket };
}

function not(why: NotDone): Done {
  return { ok: false, why };
}

/** The first one wins. */
function claim(ticket: Ticket, by: Person): Done {
  if (ticket.agent?.id === by.id) return not('already-yours');
  return ticket.agent ? not('taken') : done(held(ticket, by));
}

function held(ticket: Ticket, agent: Person): Ticket {
  const { snoozedUntil: _, escalated: __, ...rest } = ticket;
  const answers = ticket.state === 'waiting-for-asker' || ticket.state === 'waiting-for-agent';
  return { ...rest, agent: { id: agent.id, name: agent.name }, state: answers ? ticket.state : 'claimed' };
}

function unclaimed(ticket: Ticket): Ticket {
  const { agent: _, snoozedUntil: __, direct: ___, ...rest } = ticket;
  return { ...rest, state: 'open' };
}

/** In the given state where somebody has it, else open for all. */
function awake(ticket: Ticket, state: TicketState): Ticket {
  const { snoozedUntil: _, ...rest } = ticket;
  return { ...rest, state: ticket.agent ? state : 'open' };
}

/** Whoever answers a ticket that nobody has, has it from then on. */
function answered(ticket: Ticket, by: Person, now: number): Ticket {
  const { waitingSince: _, dueAt: __, snoozedUntil: ___, escalated: ____, ...rest } = ticket;
  const agent = ticket.agent ?? { id: by.id, name: by.name };
  return { ...rest, agent, state: 'waiting-for-asker', firstReplyAt: ticket.firstReplyAt ?? now };
}

function end(ticket: Ticket, state: 'resolved' | 'closed', now: number): Ticket {
  const { waitingSince: _, dueAt: __, snoozedUntil: ___, direct: ____, ...rest } = ticket;
  return { ...rest, state, ...(state === 'resolved' ? { resolvedAt: now } : { closedAt: now }) };
}

function reopen(ticket: Ticket, now: number): Done {
  if (!isEnded(ticket)) return not('not-ended');
  const { resolvedAt, closedAt, helped: _, ...rest } = ticket;
  if (now - (resolvedAt ?? closedAt ?? 0) > REOPEN_WITHIN) return not('too-late');
  return done({
    ...rest,
    state: ticket.agent ? 'waiting-for-agent' : 'open',
    waitingSince: now,
    assistantResumed: false,
  });
}
