import { Histogram, type Registry } from 'prom-client';
import type { Ticket, Turn } from '../core/index.ts';

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];
/** s */
const BUCKETS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 8 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY];

/** Counts what a committed Turn was the first to reach in its tickets. */
export function ticketTimes(registry: Registry): (turn: Turn) => void {
  const times = new Histogram({
    name: 'postilion_ticket_seconds',
    help: 'From when a ticket was opened until its first reply, until it was solved, until it was closed.',
    labelNames: ['queue', 'until'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return (turn) => {
    for (const ticket of [...(turn.ticket ? [turn.ticket] : []), ...(turn.otherTickets ?? [])])
      for (const [until, at] of reachedIn(turn, ticket))
        times.observe({ queue: ticket.queue, until }, Math.max(0, at - ticket.openedAt) / 1000);
  };
}

/** All that a Turn does carries its time: what has another one was reached before. */
function reachedIn({ ticketEvents }: Turn, ticket: Ticket): [string, number][] {
  const own = new Set(ticketEvents.filter((one) => one.ticket === ticket.id).map(({ at }) => at));
  const reached: [string, number | undefined][] = [
    ['first-reply', ticket.firstReplyAt],
    ['solved', ticket.resolvedAt],
    ['closed', ticket.closedAt],
  ];
  return reached.flatMap(([until, at]) => (at !== undefined && own.has(at) ? [[until, at] as [string, number]] : []));
}
