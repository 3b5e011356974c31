import type { ConversationId, PersonId, PlaceId } from './event.ts';

export type TicketState =
  | 'open'
  | 'claimed'
  | 'waiting-for-asker'
  | 'waiting-for-agent'
  | 'snoozed'
  | 'resolved'
  | 'closed';

export interface Ticket {
  id: string;
  /** Short number that people say ("#12"). */
  number: number;
  version: number;
  queue: string;
  state: TicketState;
  asker: PersonId;
  askerName: string;
  /** Where it was opened; the assistant is silent there while the ticket is open. */
  conversation: ConversationId;
  /** Where the person reads answers when it is private; else they go by DM. */
  place: PlaceId;
  private: boolean;
  language: string;
  /** The desk's thread, once it is posted; absent when no desk is configured. */
  desk?: PlaceId;
  /** Outbox key of the desk's opening post. */
  deskOperation?: string;
  agent?: { id: PersonId; name: string };
  /** The person asked the assistant to answer again beside the human. */
  assistantResumed: boolean;
  openedAt: number;
  closedAt?: number;
}

/** Append-only. `id` derives from the event that caused it. */
export interface TicketEvent {
  id: string;
  ticket: string;
  at: number;
  kind:
    | 'opened'
    | 'asker-message'
    | 'agent-draft'
    | 'agent-message'
    | 'note'
    | 'claimed'
    | 'closed'
    | 'reopened'
    | 'delivery-refused';
  by: { id: PersonId; name: string };
  text?: string;
  /** Draft that an `agent-message` or `note` settles. */
  draft?: string;
}
