import type {
  ConversationId,
  ConversationState,
  DeliveryEvent,
  Event,
  JobRequest,
  Operation,
  PersonId,
  PersonState,
  PlaceId,
  Reply,
  Settings,
  Situation,
  Ticket,
  TicketEvent,
  Turn,
} from '../../src/core/index.ts';

const CHANNEL: PlaceId = 'test:channel';
const DESK: PlaceId = 'test:desk';

/** A message as it now stands, and who can read it. */
export interface Posted {
  key: string;
  place: PlaceId;
  /** Who alone sees it, when it is quiet. */
  audience: PersonId | undefined;
  reply: Reply;
}

/** What one person was shown by one event: new messages and changed ones. */
export interface Shown {
  who: string;
  reply: Reply;
}

/** Who takes part. */
interface Cast {
  people: ReadonlySet<string>;
  agents: ReadonlySet<string>;
  /** Whose direct messages are closed. */
  unreachable: ReadonlySet<string>;
  settings: Settings;
}

/** All state of a script in memory: what store and platform do for the core, without either. */
export class ConversationWorld {
  readonly posts = new Map<string, Posted>();
  readonly jobs: { job: JobRequest; event: Event }[] = [];
  readonly #cast: Cast;
  readonly #spoken = new Map<PersonId, { messages: number; conversations: number }>();
  readonly #conversations = new Map<ConversationId, ConversationState>();
  readonly #persons = new Map<PersonId, PersonState>();
  readonly #tickets = new Map<string, Ticket>();
  readonly #ticketOf = new Map<string, string>();
  readonly #ticketEvents: TicketEvent[] = [];

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  /** The ticket whose thread agents write in: the newest. */
  get ticket(): Ticket | undefined {
    return [...this.#tickets.values()].at(-1);
  }

  conversation(id: ConversationId): ConversationState | undefined {
    return this.#conversations.get(id);
  }

  openTicketOf(person: PersonId): Ticket | undefined {
    return [...this.#tickets.values()].find((ticket) => ticket.asker === person && ticket.state !== 'closed');
  }

  situation(event: Event): Situation {
    const ticket = this.openTicketOf(event.author.id);
    const deskTicket = this.#deskTicketOf(event);
    const subject = deskTicket ?? ticket;
    return {
      conversation: this.#conversations.get(event.conversation) ?? blank(event),
      person: this.#persons.get(event.author.id) ?? { ...event.author, version: 0, blocked: false },
      ...(ticket && { ticket }),
      ...(deskTicket && { deskTicket }),
      ticketEvents: this.#ticketEvents.filter((entry) => entry.ticket === subject?.id),
      nextTicketNumber: this.#tickets.size + 1,
      kept: this.#keptAbout(event.author.id),
      settings: this.#cast.settings,
    };
  }

  #keptAbout(person: PersonId) {
    const tickets = [...this.#tickets.values()].filter(({ asker }) => asker === person).length;
    return { messages: 0, conversations: 0, files: 0, tickets, ...this.#spoken.get(person) };
  }

  /** Takes over what a Turn changes; returns what people were shown and what is to be reported. */
  apply(turn: Turn, event: Event): { shown: Shown[]; reports: (Event & DeliveryEvent)[] } {
    const { conversation, person, ticket } = turn;
    if (conversation) this.#conversations.set(conversation.id, { ...conversation, version: conversation.version + 1 });
    if (person) this.#persons.set(person.id, { ...person, version: person.version + 1 });
    if (ticket) this.#tickets.set(ticket.id, { ...ticket, version: ticket.version + 1 });
    if (event.type === 'message') {
      const before = this.#spoken.get(event.author.id)?.messages ?? 0;
      this.#spoken.set(event.author.id, { messages: before + 1, conversations: 1 });
    }
    if (turn.erased) this.#forget(turn.erased, event);
    this.#ticketEvents.push(...turn.ticketEvents);
    this.jobs.push(...turn.jobs.map((job) => ({ job, event })));
    const shown = turn.operations.flatMap((operation) => this.#deliver(operation));
    const reported = turn.operations.filter((operation) => operation.report === true);
    return { shown, reports: reported.map((operation) => deliveryOf(operation, event, this.posts.has(operation.key))) };
  }

  readersOf({ place, audience }: Pick<Posted, 'place' | 'audience'>): string[] {
    if (place.startsWith(DESK)) return [...this.#cast.agents];
    if (place !== CHANNEL) return [place.slice(place.lastIndexOf('/') + 1)];
    return [...this.#cast.people].filter((name) => audience === undefined || audience === personId(name));
  }

  #forget(person: PersonId, event: Event): void {
    this.#spoken.delete(person);
    this.#persons.delete(person);
    this.#conversations.delete(event.conversation);
  }

  #deskTicketOf(event: Event): Ticket | undefined {
    if (event.type === 'delivery') return this.#tickets.get(this.#ticketOf.get(event.operation) ?? '');
    if (event.type === 'action' && 'ticket' in event.intent) return this.#tickets.get(event.intent.ticket);
    return [...this.#tickets.values()].find((ticket) => ticket.desk === event.place);
  }

  #deliver(operation: Operation): Shown[] {
    if (operation.ticket !== undefined) this.#ticketOf.set(operation.key, operation.ticket);
    if (operation.kind === 'delete') this.posts.delete(operation.of);
    if (operation.kind === 'delete' || operation.kind === 'react' || operation.kind === 'set-state') return [];
    // This platform has no private threads.
    if (operation.kind === 'open-place' && operation.audience !== undefined) return [];
    const posted = this.#posted(operation);
    if (this.#refused(posted)) return [];
    this.posts.set(posted.key, posted);
    return this.readersOf(posted).map((who) => ({ who, reply: operation.reply }));
  }

  #refused({ place }: Posted): boolean {
    return [...this.#cast.unreachable].some((name) => place === privatePlace(name));
  }

  #posted(operation: Exclude<Operation, { kind: 'delete' | 'react' | 'set-state' }>): Posted {
    const { key, reply } = operation;
    switch (operation.kind) {
      case 'edit': {
        const before = this.posts.get(operation.of);
        if (!before) throw new Error(`there is no message ${operation.of} to edit`);
        return { ...before, reply };
      }
      case 'open-place': {
        const ticket = this.#tickets.get(operation.ticket ?? '');
        if (!ticket) throw new Error('a place was opened for no ticket');
        const desk: PlaceId = `${operation.in}/${ticket.number}`;
        this.#tickets.set(ticket.id, { ...ticket, desk });
        return { key, reply, place: desk, audience: undefined };
      }
      case 'file':
      case 'publish':
        return { key, reply, place: this.#placeOf(operation.to), audience: undefined };
      case 'post':
        return { key, reply, place: this.#placeOf(operation.to), audience: operation.audience };
    }
  }

  #placeOf(to: Extract<Operation, { kind: 'post' }>['to']): PlaceId {
    if ('place' in to) return to.place;
    if ('direct' in to) return privatePlace(to.direct.slice('test:'.length));
    return this.posts.get(to.opened)?.place ?? DESK;
  }
}

export function personId(name: string): PersonId {
  return `test:${name}`;
}

export function privatePlace(name: string): PlaceId {
  return `test:dm/${name}`;
}

export function placesFor(inChannel: boolean, name: string): { place: PlaceId; conversation: ConversationId } {
  const direct = privatePlace(name);
  return inChannel ? { place: CHANNEL, conversation: `${CHANNEL}/${name}` } : { place: direct, conversation: direct };
}

function deliveryOf(operation: Operation, cause: Event, arrived: boolean): Event & DeliveryEvent {
  const { conversation, place, private: alone, author, at } = cause;
  return {
    type: 'delivery',
    id: `test:delivery/${operation.key}`,
    operation: operation.key,
    ...(arrived ? { outcome: 'sent' } : { outcome: 'refused', code: 'direct-closed' }),
    redactions: [],
    conversation,
    place,
    private: alone,
    author,
    at,
  };
}

function blank({ conversation: id, place, private: alone }: Event): ConversationState {
  return { id, version: 0, place, private: alone, slots: {}, slotsAt: 0, stillNot: 0, transcript: [] };
}
