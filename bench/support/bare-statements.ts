import type { Event, Operation, PersonState, Turn } from '../../src/core/index.ts';

// What storing a message and its Turn comes down to, on the tables of the real store: the same words for both databases.

/** Every statement, with SQLite's question marks. */
export const BARE = {
  accept: `insert into inbox (sequence, id, state, at, conversation, place, author, event)
    values (?, ?, 'pending', ?, ?, ?, ?, ?) on conflict (id) do nothing`,
  conversation: 'select version, state from conversations where id = ?',
  person: 'select id, version, name, language, blocked from persons where id = ?',
  end: `update inbox set state = 'done', outcome = ?, ended_at = ? where id = ? and state = 'pending'`,
  saveConversation: `insert into conversations (id, version, place, secret_expected_until, state) values (?, ?, ?, ?, ?)
    on conflict (id) do update set version = excluded.version, place = excluded.place,
      secret_expected_until = excluded.secret_expected_until, state = excluded.state`,
  savePerson: `insert into persons (id, version, name, language, blocked) values (?, ?, ?, ?, ?)
    on conflict (id) do update set version = excluded.version, name = excluded.name,
      language = excluded.language, blocked = excluded.blocked`,
  gap: 'insert into gaps (id, at, kind, language, text, intent, fact) values (?, ?, ?, ?, ?, ?, ?)',
  queue: `insert into outbox (sequence, key, state, adapter, kind, lane, operation, cause, answers, report, attempts,
    ready_at, queued_at, place) values (?, ?, 'queued', 'bench', ?, ?, ?, ?, ?, 0, 0, ?, ?, ?)`,
} as const;

/** One statement and what stands for its question marks. */
export type Call = readonly [statement: keyof typeof BARE, values: (string | number | null)[]];

export type StoredConversation = { version: number; state: string };
export type StoredPerson = Omit<PersonState, 'blocked'> & { blocked: number };

export function accepting(event: Event, sequence: number): Call {
  const { id, at, conversation, place, author } = event;
  return ['accept', [sequence, id, at, conversation, place, author.id, JSON.stringify(event)]];
}

export function committing(turn: Turn, now: number, next: () => number): Call[] {
  const { conversation, person } = turn;
  const calls: Call[] = [['end', [JSON.stringify(turn.outcome), now, turn.event]]];
  if (conversation) {
    const { id, version, place, secretExpectedUntil = 0 } = conversation;
    const state = JSON.stringify(conversation);
    calls.push(['saveConversation', [id, version + 1, place, secretExpectedUntil, state]]);
  }
  if (person) {
    const { id, version, name, language = null, blocked } = person;
    calls.push(['savePerson', [id, version + 1, name, language, Number(blocked)]]);
  }
  for (const operation of turn.operations) calls.push(queueing(operation, turn.event, now, next()));
  for (const { id, at, kind, language, text, intent = null, fact = null } of turn.gaps)
    calls.push(['gap', [id, at, kind, language, text, intent, fact]]);
  return calls;
}

function queueing(operation: Operation, cause: string, now: number, sequence: number): Call {
  if (operation.kind !== 'post' || !('place' in operation.to)) throw new Error('the bare loop knows only answers');
  const { key, kind, to, answers = null } = operation;
  return ['queue', [sequence, key, kind, to.place, JSON.stringify(operation), cause, answers, now, now, to.place]];
}
