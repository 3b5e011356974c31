import type {
  Attachment,
  ConversationState,
  Event,
  Feedback,
  Gap,
  JobRequest,
  JobTask,
  Outcome,
  PersonId,
  PersonState,
  Relay,
  Situation,
  Ticket,
  TicketEvent,
  Timer,
  Turn,
  TurnExplanation,
} from '../model.ts';
import { lookingAt } from './looking.ts';
import { offeredIn } from './offered.ts';
import { TurnSpeech } from './turn-speech.ts';

/** How many lines of a conversation a human gets to see at hand-over. */
const TRANSCRIPT_LINES = 30;
const LINE_LENGTH = 1500;

type TicketEventExtra = Omit<TicketEvent, 'id' | 'ticket' | 'at' | 'kind' | 'by'>;

/**
 * Collects what one event changes. Keys derive from the event and a count, so that responding
 * again gives the same Turn.
 */
export class TurnBuilder extends TurnSpeech {
  readonly #now: number;
  #conversation: ConversationState;
  #person: PersonState | undefined;
  #ticket: Ticket | undefined;
  #turn: Omit<Turn, 'event' | 'outcome' | 'operations'>;

  /** `part` begins the ids of what is one of two Turns about the same event. */
  constructor(event: Event, situation: Situation, language: string, now: number, part = '') {
    super(event, language, part);
    this.#now = now;
    this.#conversation = situation.conversation;
    this.#turn = { ticketEvents: [], jobs: [], timers: [], gaps: [], feedback: [] };
  }

  /** Drops jobs that nobody waits for any more. */
  cancel(jobs: readonly Pick<JobRequest, 'id'>[]): void {
    this.#turn.cancelled = jobs.map((job) => job.id);
  }

  /** The asker's words go into what a human will be shown. */
  heard(text: string): void {
    this.#note('asker', text);
  }

  /** A line in what was said, for what did not go through `say`. */
  noted(from: 'assistant' | 'agent', text: string): void {
    this.#note(from, text);
  }

  remember(change: (before: ConversationState) => ConversationState): void {
    this.#conversation = change(this.#conversation);
  }

  person(person: PersonState): void {
    this.#person = person;
  }

  ticket(ticket: Ticket): void {
    this.#ticket = ticket;
  }

  /** One beside the event's own. */
  otherTicket(ticket: Ticket): void {
    this.#turn.otherTickets = [...(this.#turn.otherTickets ?? []), ticket];
  }

  timer(timer: Timer): void {
    this.#turn.timers.push(timer);
  }

  stop(timers: readonly string[]): void {
    this.#turn.stopped = [...(this.#turn.stopped ?? []), ...timers];
  }

  relays(relays: readonly Relay[]): void {
    this.#turn.relays = [...(this.#turn.relays ?? []), ...relays];
  }

  attachment(attachment: Attachment): void {
    this.#turn.attachments = [...(this.#turn.attachments ?? []), attachment];
  }

  presence(away: boolean): void {
    const { id: person, name } = this.event.author;
    this.#turn.presence = [{ person, name, away }];
  }

  block(person: PersonId, on: boolean): void {
    this.#turn.blocked = [{ person, on }];
  }

  blank(ticketEvents: readonly string[]): void {
    this.#turn.blanked = [...ticketEvents];
  }

  retry(operation: string): void {
    this.#turn.retried = [operation];
  }

  /** `id` is the key of the operation that carries the text, where one does: its delivery is then reported about this. */
  ticketEvent(ticket: string, kind: TicketEvent['kind'], extra: TicketEventExtra = {}, id = this.id()): string {
    const { author } = this.event;
    this.#turn.ticketEvents.push({
      id,
      ticket,
      at: this.#now,
      kind,
      by: { id: author.id, name: author.name },
      ...extra,
    });
    return id;
  }

  job(task: JobTask, progress: string, id = this.id()): void {
    const looking = lookingAt(task, this.#now);
    if (looking) this.remember((conversation) => ({ ...conversation, looking }));
    const { conversation, place, author } = this.event;
    this.#turn.jobs.push({
      id,
      task,
      conversation,
      place,
      private: this.event.private,
      person: author.id,
      progress,
      ...messageThatAsked(this.event),
    });
  }

  /** Everything that is kept about the person goes, this event's own words too. */
  erase(person: PersonId): void {
    this.#turn.erased = person;
  }

  gap(gap: Omit<Gap, 'id' | 'at' | 'language'>): void {
    this.#turn.gaps.push({ id: this.id(), at: this.#now, language: this.language, ...gap });
  }

  feedback(feedback: Pick<Feedback, 'helped' | 'intent'>): void {
    this.#turn.feedback.push({ id: this.id(), at: this.#now, conversation: this.event.conversation, ...feedback });
  }

  build(outcome: Outcome, explanation?: TurnExplanation): Turn {
    // A timer's event comes from no place: it says nothing of the conversation.
    const changed = outcome.kind !== 'ignored' && this.event.type !== 'timer-due';
    return {
      ...this.#turn,
      operations: this.operations,
      event: this.event.id,
      outcome,
      ...(changed && { conversation: this.#changedConversation() }),
      ...(this.#person && { person: this.#person }),
      ...(this.#ticket && { ticket: this.#ticket }),
      ...(explanation && { explanation }),
    };
  }

  /** What a result adds stands beside the buttons that were pressed on since. */
  #changedConversation(): ConversationState {
    const { place, private: alone, type } = this.event;
    const { offered: before = [], ...conversation } = this.#conversation;
    const now = offeredIn(this.operations, place);
    const offered = now === undefined ? before : type === 'job-finished' ? [...now, ...before] : now;
    return { ...conversation, place, private: alone, ...(offered.length > 0 && { offered }) };
  }

  #note(from: 'asker' | 'assistant' | 'agent', text: string): void {
    if (text === '') return;
    const line = { from, at: this.#now, text: text.slice(0, LINE_LENGTH) };
    this.remember((before) => ({ ...before, transcript: [...before.transcript, line].slice(-TRANSCRIPT_LINES) }));
  }
}

function messageThatAsked(event: Event): Pick<JobRequest, 'message'> {
  const asks = event.type === 'message' || event.type === 'edited';
  return asks && event.messageId !== undefined ? { message: event.messageId } : {};
}
