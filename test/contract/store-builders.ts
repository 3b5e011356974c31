import type {
  ConversationState,
  Event,
  JobRequest,
  MessageEvent,
  Operation,
  PersonState,
  Reply,
  Ticket,
  Turn,
} from '../../src/core/index.ts';

export const NOW = 1_900_000_000_000;

type StoredMessage = MessageEvent & Pick<Event, 'redactions'>;

/** A direct message of Ann to the assistant. */
export function message(id: string, over: Partial<StoredMessage> = {}): StoredMessage {
  return {
    id: `test:${id}`,
    type: 'message',
    conversation: 'test:ann-dm',
    place: 'test:ann-dm',
    private: true,
    author: { id: 'test:ann', name: 'Ann', bot: false },
    at: NOW,
    text: `text of ${id}`,
    files: [],
    addressed: 'direct',
    redactions: [],
    ...over,
  };
}

export function turn(event: Event | Event['id'], over: Partial<Turn> = {}): Turn {
  return {
    event: typeof event === 'string' ? event : event.id,
    outcome: { kind: 'answered', zone: 'answer' },
    operations: [],
    ticketEvents: [],
    jobs: [],
    timers: [],
    gaps: [],
    feedback: [],
    ...over,
  };
}

export function reply(text: string): Reply {
  return { language: 'en', quiet: false, blocks: [{ kind: 'text', text }] };
}

export function post(key: string, over: Partial<Extract<Operation, { kind: 'post' }>> = {}): Operation {
  return { kind: 'post', key, to: { place: 'test:ann-dm' }, reply: reply(key), ...over };
}

export function edit(key: string, of: string, over: Partial<Extract<Operation, { kind: 'edit' }>> = {}): Operation {
  return { kind: 'edit', key, of, reply: reply(key), ...over };
}

export function conversation(over: Partial<ConversationState> = {}): ConversationState {
  return {
    id: 'test:ann-dm',
    version: 0,
    place: 'test:ann-dm',
    private: true,
    slots: {},
    slotsAt: 0,
    stillNot: 0,
    transcript: [],
    ...over,
  };
}

export function person(over: Partial<PersonState> = {}): PersonState {
  return { id: 'test:ann', version: 0, name: 'Ann', blocked: false, ...over };
}

export function ticket(number: number, over: Partial<Ticket> = {}): Ticket {
  return {
    id: `ticket-${number}`,
    number,
    version: 0,
    queue: 'default',
    state: 'open',
    asker: 'test:ann',
    askerName: 'Ann',
    conversation: 'test:ann-dm',
    place: 'test:ann-dm',
    private: true,
    language: 'en',
    assistantResumed: false,
    openedAt: NOW,
    ...over,
  };
}

export function job(id: string, over: Partial<JobRequest> = {}): JobRequest {
  return {
    id,
    task: { kind: 'discover', domain: 'example.org' },
    conversation: 'test:ann-dm',
    place: 'test:ann-dm',
    private: true,
    person: 'test:ann',
    progress: 'checking',
    ...over,
  };
}
