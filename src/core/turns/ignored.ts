import type { Event, Outcome, Turn } from '../model.ts';

/** A Turn that changes nothing, with the reason. */
export function ignored(event: Event, reason: Extract<Outcome, { kind: 'ignored' }>['reason']): Turn {
  return {
    event: event.id,
    outcome: { kind: 'ignored', reason },
    operations: [],
    ticketEvents: [],
    jobs: [],
    timers: [],
    gaps: [],
    feedback: [],
  };
}
