import type {
  Attachment,
  Block,
  ConversationState,
  Event,
  Feedback,
  Gap,
  JobRequest,
  JobTask,
  MessageRef,
  Operation,
  Outcome,
  PersonId,
  PersonState,
  PlaceId,
  Relay,
  Reply,
  Sign,
  Situation,
  Target,
  Ticket,
  TicketEvent,
  TicketState,
  TicketTags,
  Timer,
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
  /** Of the reader, where it is not the builder's. */
  language?: string;
  /** Who alone sees what is quiet, where it is not the author. */
  audience?: PersonId;
}

/** Who reads in a place that is opened; `person` alone, where there is one. */
interface Reader {
  language: string;
  person?: PersonId;
}

type TicketEventExtra = Omit<TicketEvent, 'id' | 'ticket' | 'at' | 'kind' | 'by'>;

/** Ends the key of a `react`. */
export const SIGN_MARK = '~sign';

/**
 * Collects what one event changes. Keys derive from the event and a count, so that responding
 * again gives the same Turn.
 */
export class TurnBuilder {
  readonly #event: Event;
  readonly #now: number;
  readonly #language: string;
  readonly #part: string;
  #parts = 0;
  /** Last of all: a desk may shut a thread for good with it, and what is said must be there before. */
  readonly #states: Operation[] = [];
  #answered = false;
  #conversation: ConversationState;
  #person: PersonState | undefined;
  #ticket: Ticket | undefined;
  #turn: Omit<Turn, 'event' | 'outcome'>;

  /** `part` begins the ids of what is one of two Turns about the same event. */
  constructor(event: Event, situation: Situation, language: string, now: number, part = '') {
    this.#part = part;
    this.#event = event;
    this.#now = now;
    this.#language = language;
    this.#conversation = situation.conversation;
    this.#turn = { operations: [], ticketEvents: [], jobs: [], timers: [], gaps: [], feedback: [] };
  }

  /** Whether whoever did this has had an answer. */
  get answered(): boolean {
    return this.#answered;
  }

  get language(): string {
    return this.#language;
  }

  /** An id that this event gives, the same at every repetition. */
  id(): string {
    return `${this.#event.id}#${this.#part}${this.#parts++}`;
  }

  /** Answers in the place the event came from. */
  say(blocks: Block[], options: PostOptions = {}): string {
    this.#note('assistant', plainText(blocks));
    return this.post({ place: this.#event.place }, blocks, { answers: true, quiet: !this.#event.private, ...options });
  }

  post(to: Target, blocks: Block[], options: PostOptions = {}): string {
    const key = `${this.id()}${options.suffix ?? ''}`;
    this.#answered ||= options.answers ?? false;
    this.#turn.operations.push({
      kind: 'post',
      key,
      to,
      reply: this.#reply(blocks, options.quiet ?? false, options.language),
      ...(options.answers && { answers: this.#event.id }),
      ...(options.quiet && { audience: options.audience ?? this.#event.author.id }),
      ...(options.report && { report: true }),
      ...(options.ticket !== undefined && { ticket: options.ticket }),
      ...(options.page !== undefined && { page: options.page }),
    });
    return key;
  }

  edit(of: string, blocks: Block[], quiet = false, { language, ticket }: PostOptions = {}): string {
    const reply = this.#reply(blocks, quiet, language);
    return this.#push({ kind: 'edit', key: this.id(), of, reply, ...(ticket !== undefined && { ticket }) });
  }

  remove(of: string, ticket: string): string {
    return this.#push({ kind: 'delete', key: this.id(), of, ticket });
  }

  /** An attachment; `blocks` say whose it is. */
  file(to: Target, { id, name, mime, size, ticket }: Attachment, blocks: Block[], language: string): string {
    const reply = this.#reply(blocks, false, language);
    return this.#push({
      kind: 'file',
      key: this.id(),
      to,
      attachment: id,
      name,
      mime,
      size,
      reply,
      ticket,
      report: true,
    });
  }

  /** A sign on a person's own message; its key tells a refusal of it from others. */
  react(at: MessageRef, sign: Sign, ticket: string): void {
    this.#push({ kind: 'react', key: `${this.id()}${SIGN_MARK}`, at, sign, ticket, report: true });
  }

  setState(of: string, state: TicketState, tags: TicketTags, ticket: string): void {
    this.#states.push({ kind: 'set-state', key: this.id(), of, state, tags, ticket });
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

  openPlace(place: PlaceId, title: string, blocks: Block[], ticket: string, reader: Reader): string {
    return this.#push({
      kind: 'open-place',
      key: this.id(),
      in: place,
      title,
      reply: this.#reply(blocks, false, reader.language),
      ticket,
      report: true,
      ...(reader.person !== undefined && { audience: reader.person }),
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
    const { id: person, name } = this.#event.author;
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

  job(task: JobTask, progress: string, id = this.id()): void {
    const { conversation, place, author } = this.#event;
    this.#turn.jobs.push({
      id,
      task,
      conversation,
      place,
      private: this.#event.private,
      person: author.id,
      progress,
      ...messageThatAsked(this.#event),
    });
  }

  /** Everything that is kept about the person goes, this event's own words too. */
  erase(person: PersonId): void {
    this.#turn.erased = person;
  }

  gap(gap: Omit<Gap, 'id' | 'at' | 'language'>): void {
    this.#turn.gaps.push({ id: this.id(), at: this.#now, language: this.#language, ...gap });
  }

  feedback(feedback: Pick<Feedback, 'helped' | 'intent'>): void {
    this.#turn.feedback.push({ id: this.id(), at: this.#now, conversation: this.#event.conversation, ...feedback });
  }

  build(outcome: Outcome, explanation?: TurnExplanation): Turn {
    // A timer's event comes from no place: it says nothing of the conversation.
    const changed = outcome.kind !== 'ignored' && this.#event.type !== 'timer-due';
    return {
      ...this.#turn,
      operations: [...this.#turn.operations, ...this.#states],
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

  #reply(blocks: Block[], quiet: boolean, language = this.#language): Reply {
    return { language, blocks, quiet };
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
