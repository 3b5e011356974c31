import type {
  Attachment,
  Block,
  Event,
  MessageRef,
  Operation,
  PersonId,
  PlaceId,
  Reply,
  Sign,
  Target,
  TicketState,
  TicketTags,
} from '../model.ts';
import { plainText } from './plain-text.ts';

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

/** Ends the key of a `react`. */
export const SIGN_MARK = '~sign';

/** What one event makes us say, change and take back, anywhere. Keys derive from the event and a count. */
export abstract class TurnSpeech {
  protected readonly event: Event;
  readonly language: string;
  readonly #part: string;
  readonly #said: Operation[] = [];
  /** Last of all: a desk may shut a thread for good with it, and what is said must be there before. */
  readonly #states: Operation[] = [];
  #parts = 0;
  #answered = false;

  constructor(event: Event, language: string, part: string) {
    this.event = event;
    this.language = language;
    this.#part = part;
  }

  /** Whether whoever did this has had an answer. */
  get answered(): boolean {
    return this.#answered;
  }

  protected get operations(): Operation[] {
    return [...this.#said, ...this.#states];
  }

  /** A line in what was said. */
  abstract noted(from: 'assistant', text: string): void;

  /** An id that this event gives, the same at every repetition. */
  id(): string {
    return `${this.event.id}#${this.#part}${this.#parts++}`;
  }

  /** Answers in the place the event came from. */
  say(blocks: Block[], options: PostOptions = {}): string {
    this.noted('assistant', plainText(blocks));
    return this.post({ place: this.event.place }, blocks, { answers: true, quiet: !this.event.private, ...options });
  }

  post(to: Target, blocks: Block[], options: PostOptions = {}): string {
    const key = `${this.id()}${options.suffix ?? ''}`;
    this.#answered ||= options.answers ?? false;
    this.#said.push({
      kind: 'post',
      key,
      to,
      reply: this.#reply(blocks, options.quiet ?? false, options.language),
      ...(options.answers && { answers: this.event.id }),
      ...(options.quiet && { audience: options.audience ?? this.event.author.id }),
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

  #reply(blocks: Block[], quiet: boolean, language = this.language): Reply {
    return { language, blocks, quiet };
  }

  #push(operation: Operation): string {
    this.#said.push(operation);
    return operation.key;
  }
}
