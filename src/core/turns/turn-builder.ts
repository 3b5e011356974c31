import type {
  Block,
  ConversationState,
  Event,
  Feedback,
  Gap,
  JobRequest,
  JobTask,
  Operation,
  Outcome,
  PersonId,
  PersonState,
  PlaceId,
  Reply,
  Situation,
  Target,
  Ticket,
  TicketEvent,
  Turn,
  TurnExplanation,
} from '../model.ts';
import { plainText } from './plain-text.ts';

/** How many lines of a conversation a human gets to see at hand-over. */
const TRANSCRIPT_LINES = 30;
const LINE_LENGTH = 1500;

interface PostOptions {
  quiet?: boolean;
  answers?: boolean;
  report?: boolean;
  ticket?: string;
  page?: number;
  /** Ends the key: tells what a delivery was of. */
  suffix?: string;
}

/**
 * Collects what one event changes. Keys derive from the event and a count, so that responding
 * again gives the same Turn.
 */
export class TurnBuilder {
  readonly #event: Event;
  readonly #now: number;
  readonly #language: string;
  #parts = 0;
  #conversation: ConversationState;
  #person: PersonState | undefined;
  #ticket: Ticket | undefined;
  #turn: Omit<Turn, 'event' | 'outcome'>;

  constructor(event: Event, situation: Situation, language: string, now: number) {
    this.#event = event;
    this.#now = now;
    this.#language = language;
    this.#conversation = situation.conversation;
    this.#turn = { operations: [], ticketEvents: [], jobs: [], timers: [], gaps: [], feedback: [] };
  }

  /** An id that this event gives, the same at every repetition. */
  id(): string {
    return `${this.#event.id}#${this.#parts++}`;
  }

  /** Answers in the place the event came from. */
  say(blocks: Block[], options: PostOptions = {}): string {
    this.#note('assistant', plainText(blocks));
    return this.post({ place: this.#event.place }, blocks, { answers: true, quiet: !this.#event.private, ...options });
  }

  post(to: Target, blocks: Block[], options: PostOptions = {}): string {
    const key = `${this.id()}${options.suffix ?? ''}`;
    this.#turn.operations.push({
      kind: 'post',
      key,
      to,
      reply: this.#reply(blocks, options.quiet ?? false),
      ...(options.answers && { answers: this.#event.id }),
      ...(options.quiet && { audience: this.#event.author.id }),
      ...(options.report && { report: true }),
      ...(options.ticket !== undefined && { ticket: options.ticket }),
      ...(options.page !== undefined && { page: options.page }),
    });
    return key;
  }

  edit(of: string, blocks: Block[], quiet = false): string {
    return this.#push({ kind: 'edit', key: this.id(), of, reply: this.#reply(blocks, quiet) });
  }

  /** An edit that only says how far something is. */
  editInPassing(of: string, blocks: Block[], quiet: boolean): string {
    return this.#push({ kind: 'edit', key: this.id(), of, reply: this.#reply(blocks, quiet), passing: true });
  }

  /** Drops jobs that nobody waits for any more. */
  cancel(jobs: readonly Pick<JobRequest, 'id'>[]): void {
    this.#turn.cancelled = jobs.map((job) => job.id);
  }

  delete(of: string): string {
    return this.#push({ kind: 'delete', key: this.id(), of });
  }

  openPlace(desk: string, title: string, blocks: Block[], ticket: string): string {
    return this.#push({
      kind: 'open-place',
      key: this.id(),
      in: desk as Ticket['place'],
      title,
      reply: this.#reply(blocks, false),
      ticket,
      report: true,
    });
  }

  publish(surface: 'home' | 'prompts', to: { place: PlaceId } | { direct: PersonId }, blocks: Block[]): string {
    return this.#push({ kind: 'publish', key: this.id(), surface, to, reply: this.#reply(blocks, false) });
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

  /** `id` is the key of the operation that carries the text, where one does: its delivery is then reported about this. */
  ticketEvent(
    ticket: string,
    kind: TicketEvent['kind'],
    extra: Pick<TicketEvent, 'text' | 'draft'> = {},
    id = this.id(),
  ): string {
    const { author } = this.#event;
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

  job(task: JobTask, progress: string): void {
    const { conversation, place, author } = this.#event;
    this.#turn.jobs.push({
      id: this.id(),
      task,
      conversation,
      place,
      private: this.#event.private,
      person: author.id,
      progress,
      ...messageThatAsked(this.#event),
    });
  }

  gap(gap: Omit<Gap, 'id' | 'at' | 'language'>): void {
    this.#turn.gaps.push({ id: this.id(), at: this.#now, language: this.#language, ...gap });
  }

  feedback(feedback: Pick<Feedback, 'helped' | 'intent'>): void {
    this.#turn.feedback.push({ id: this.id(), at: this.#now, conversation: this.#event.conversation, ...feedback });
  }

  build(outcome: Outcome, explanation?: TurnExplanation): Turn {
    const changed = outcome.kind !== 'ignored';
    return {
      ...this.#turn,
      event: this.#event.id,
      outcome,
      ...(changed && {
        conversation: { ...this.#conversation, place: this.#event.place, private: this.#event.private },
      }),
      ...(this.#person && { person: this.#person }),
      ...(this.#ticket && { ticket: this.#ticket }),
      ...(explanation && { explanation }),
    };
  }

  #reply(blocks: Block[], quiet: boolean): Reply {
    return { language: this.#language, blocks, quiet };
  }

  #push(operation: Operation): string {
    this.#turn.operations.push(operation);
    return operation.key;
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
