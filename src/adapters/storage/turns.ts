import type { MessageRef, Operation, Ticket, Turn } from '../../core/index.ts';
import { setPresence } from './agents.ts';
import { saveAttachments } from './attachments.ts';
import type { StorageContext } from './context.ts';
import { saveConversation } from './conversations.ts';
import { blankMessage, blankPassedOn } from './deleted-messages.ts';
import { endEvent, isKnown } from './inbox.ts';
import { cancelJobs, queueJobs } from './jobs.ts';
import { recordFeedback, recordGaps } from './learning.ts';
import { queueOperations } from './outbox.ts';
import { blockPersons, savePerson } from './persons.ts';
import { erasePerson } from './privacy.ts';
import { refuseOrphans, reviveOperations } from './receipts.ts';
import { recordRelays } from './relays.ts';
import { appendTicketEvents, blankTicketEvents } from './ticket-events.ts';
import { saveTicket } from './tickets.ts';
import { setTimers, stopTimers } from './timers.ts';
import type { Queries } from './tables.ts';

/** All that one event changes. The Turn of an event that has ended changes nothing. */
export async function applyTurn(tx: Queries, context: StorageContext, turn: Turn, now: number): Promise<void> {
  const ended = await endEvent(tx, turn.event, turn.outcome, now);
  if (!ended) return refuseUnknown(tx, turn);
  if (turn.conversation) await saveConversation(tx, turn.conversation, { author: ended.author, now });
  if (turn.person) await savePerson(tx, turn.person, now);
  for (const ticket of ticketsOf(turn)) await saveTicket(tx, ticket);
  await appendTicketEvents(tx, context, turn.ticketEvents);
  await blankTicketEvents(tx, turn.blanked ?? []);
  if (turn.deleted) await forgetMessage(tx, turn.deleted, turn.operations, { author: ended.author, now });
  await saveAttachments(tx, turn.attachments ?? [], now);
  await setPresence(tx, turn.presence ?? []);
  await blockPersons(tx, turn.blocked ?? []);
  await queueOperations(tx, context, turn.operations, { event: turn.event, now });
  await refuseOrphans(tx, context, turn.operations, now);
  await recordRelays(tx, turn.relays ?? []);
  await reviveOperations(tx, turn.retried ?? [], now);
  await queueJobs(tx, context, turn.jobs);
  await cancelJobs(tx, turn.cancelled ?? [], now);
  await stopTimers(tx, turn.stopped ?? []);
  await setTimers(tx, turn.timers);
  await recordGaps(tx, turn.gaps);
  await recordFeedback(tx, turn.feedback);
  if (turn.erased) await erasePerson(tx, context, turn.erased, { event: turn.event, now });
}

async function forgetMessage(
  tx: Queries,
  message: MessageRef,
  operations: readonly Operation[],
  by: { author: string | null; now: number },
): Promise<void> {
  if (by.author !== null) await blankMessage(tx, message, by.author, by.now);
  await blankPassedOn(tx, message, operations);
}

function ticketsOf({ ticket, otherTickets = [] }: Turn): Ticket[] {
  return ticket ? [ticket, ...otherTickets] : otherTickets;
}

async function refuseUnknown(tx: Queries, turn: Turn): Promise<void> {
  if (!(await isKnown(tx, turn.event))) throw new Error(`event "${turn.event}" was never accepted`);
}
