import type { Turn } from '../../core/index.ts';
import type { StorageContext } from './context.ts';
import { saveConversation } from './conversations.ts';
import { endEvent, isKnown } from './inbox.ts';
import { cancelJobs, queueJobs } from './jobs.ts';
import { recordFeedback, recordGaps } from './learning.ts';
import { queueOperations } from './outbox.ts';
import { savePerson } from './persons.ts';
import { refuseOrphans } from './receipts.ts';
import { appendTicketEvents } from './ticket-events.ts';
import { saveTicket } from './tickets.ts';
import { setTimers } from './timers.ts';
import type { Queries } from './tables.ts';

/** All that one event changes. The Turn of an event that has ended changes nothing. */
export async function applyTurn(tx: Queries, context: StorageContext, turn: Turn, now: number): Promise<void> {
  if (!(await endEvent(tx, turn.event, turn.outcome, now))) return refuseUnknown(tx, turn);
  if (turn.conversation) await saveConversation(tx, turn.conversation);
  if (turn.person) await savePerson(tx, turn.person);
  if (turn.ticket) await saveTicket(tx, turn.ticket);
  await appendTicketEvents(tx, context, turn.ticketEvents);
  await queueOperations(tx, context, turn.operations, { event: turn.event, now });
  await refuseOrphans(tx, context, turn.operations, now);
  await queueJobs(tx, context, turn.jobs);
  await cancelJobs(tx, turn.cancelled ?? []);
  await setTimers(tx, turn.timers);
  await recordGaps(tx, turn.gaps);
  await recordFeedback(tx, turn.feedback);
}

async function refuseUnknown(tx: Queries, turn: Turn): Promise<void> {
  if (!(await isKnown(tx, turn.event))) throw new Error(`event "${turn.event}" was never accepted`);
}
