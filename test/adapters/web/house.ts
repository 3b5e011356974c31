import type {
  AdapterLog,
  Block,
  HistoryEntry,
  Incoming,
  KeptFile,
  Operation,
  OutboxRow,
  PersonId,
  PlaceId,
  Receive,
  Reply,
  Store,
  Ticket,
  TicketEvent,
} from '../../../src/core/index.ts';

/** What stands behind the page in tests: store, pipeline and outbox in a few arrays, with one counter as in the real ones. */
export interface House {
  received: Incoming[];
  logged: string[];
  tickets: Map<string, { ticket: Ticket; events: TicketEvent[] }>;
  log: AdapterLog;
  history: Store['history'];
  listTickets: Store['tickets'];
  ticketWithEvents: Store['ticketWithEvents'];
  files: Map<string, KeptFile>;
  fileOf: Store['fileOf'];
  keepFile: Store['keepFile'];
  /** Who is away, who is blocked, and unsent drafts by ticket. */
  away: Set<string>;
  blocked: Set<string>;
  unsent: Map<string, number>;
  agents: Store['agents'];
  isBlocked: Store['isBlocked'];
  unsentDrafts: Store['unsentDrafts'];
  /** Stores it, and lets `answer` react. */
  receive: Receive;
  /** What the pipeline does with each event, after it is stored. */
  answer: (incoming: Incoming) => void | Promise<void>;
  /** The store refuses. */
  broken: boolean;
  /** Puts an operation into the outbox and history of its place; deliver the row to the adapter yourself. */
  post: (place: PlaceId, operation: Operation) => OutboxRow;
}

export function createHouse(): House {
  const entries: { place: PlaceId; entry: HistoryEntry }[] = [];
  const seen = new Set<string>();
  let sequence = 0;
  const note = (event: string): void => void house.logged.push(event);

  const house: House = {
    received: [],
    logged: [],
    tickets: new Map(),
    log: { info: note, warn: note, error: note },
    answer: () => undefined,
    broken: false,
    async history(place, after, limit) {
      const own = entries.filter((one) => one.place === place && one.entry.sequence > after);
      return own.slice(-limit).map((one) => one.entry);
    },
    async listTickets({ states, limit }) {
      const all = [...house.tickets.values()].map((one) => one.ticket);
      return all.filter((one) => !states || states.includes(one.state)).slice(0, limit);
    },
    ticketWithEvents: async (id) => house.tickets.get(id),
    files: new Map(),
    fileOf: async (attachment) => house.files.get(attachment),
    keepFile: async (file) => void house.files.set(file.attachment, file),
    away: new Set(),
    blocked: new Set(),
    unsent: new Map(),
    agents: async () => [...house.away].map((id) => ({ id: id as PersonId, name: id, away: true })),
    isBlocked: async (person) => house.blocked.has(person),
    unsentDrafts: async () => house.unsent,
    async receive(incoming) {
      if (house.broken) throw new Error('the state store is read-only');
      if (seen.has(incoming.id)) return { kind: 'ack' };
      seen.add(incoming.id);
      house.received.push(incoming);
      if (incoming.type === 'message') {
        const { text, at, place, messageId = '' } = incoming;
        entries.push({ place, entry: { from: 'asker', sequence: ++sequence, text, at, messageId } });
      }
      await house.answer(incoming);
      return { kind: 'ack' };
    },
    post(place, operation) {
      const at = 1_760_000_000_000 + ++sequence;
      entries.push({ place, entry: { from: 'assistant', sequence, operation, at } });
      return { operation, sequence, place, attempts: 1, state: 'sending', queuedAt: at };
    },
  };
  return house;
}

/** What the adapter asks of the store, and where it logs. */
export function partsOf(house: House) {
  const { log, history, listTickets: tickets, ticketWithEvents, fileOf, keepFile } = house;
  const { agents, isBlocked, unsentDrafts } = house;
  return { log, history, tickets, ticketWithEvents, fileOf, keepFile, agents, isBlocked, unsentDrafts };
}

export function reply(blocks: Block[], language = 'en', quiet = false): Reply {
  return { language, blocks, quiet };
}

export function post(place: PlaceId, key: string, blocks: Block[], language = 'en'): Operation {
  return { kind: 'post', key, to: { place }, reply: reply(blocks, language) };
}
