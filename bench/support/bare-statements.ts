import type Database from 'better-sqlite3';
import type { ConversationState, Event, Operation, PersonState, Turn } from '../../src/core/index.ts';

/** What storing a message and its Turn comes down to, on the tables of the real store. */
export interface BareStatements {
  accept(event: Event): void;
  conversation(id: string): ConversationState | undefined;
  person(id: string): PersonState | undefined;
  commit(turn: Turn, now: number): void;
}

type Stored = { version: number; state: string };
type StoredPerson = Omit<PersonState, 'blocked'> & { blocked: number };

export function bareStatements(file: Database.Database): BareStatements {
  const insertEvent = file.prepare(
    `insert into inbox (sequence, id, state, at, conversation, place, author, event)
     values (?, ?, 'pending', ?, ?, ?, ?, ?) on conflict (id) do nothing`,
  );
  const conversation = file.prepare<[string], Stored>('select version, state from conversations where id = ?');
  const person = file.prepare<[string], StoredPerson>('select * from persons where id = ?');
  const commit = turnStatements(file);
  let sequence = 0;
  return {
    accept: (event) => {
      const { id, at, conversation, place, author } = event;
      insertEvent.run(++sequence, id, at, conversation, place, author.id, JSON.stringify(event));
    },
    conversation: (id) => {
      const row = conversation.get(id);
      return row && { ...(JSON.parse(row.state) as ConversationState), version: row.version };
    },
    person: (id) => {
      const row = person.get(id);
      return row && { ...row, blocked: row.blocked === 1 };
    },
    commit: (turn, now) => commit(turn, now, () => ++sequence),
  };
}

function turnStatements(file: Database.Database) {
  const endEvent = file.prepare(
    `update inbox set state = 'done', outcome = ?, ended_at = ? where id = ? and state = 'pending'`,
  );
  const saveConversation = file.prepare(
    `insert into conversations (id, version, place, secret_expected_until, state) values (?, ?, ?, ?, ?)
     on conflict (id) do update set version = excluded.version, place = excluded.place,
       secret_expected_until = excluded.secret_expected_until, state = excluded.state`,
  );
  const savePerson = file.prepare(
    `insert into persons (id, version, name, language, blocked) values (?, ?, ?, ?, ?)
     on conflict (id) do update set version = excluded.version, name = excluded.name,
       language = excluded.language, blocked = excluded.blocked`,
  );
  const insertGap = file.prepare(
    'insert into gaps (id, at, kind, language, text, intent, fact) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const queue = outboxStatement(file);

  return (turn: Turn, now: number, next: () => number): void => {
    const { conversation, person } = turn;
    endEvent.run(JSON.stringify(turn.outcome), now, turn.event);
    if (conversation) {
      const { id, version, place, secretExpectedUntil = 0 } = conversation;
      saveConversation.run(id, version + 1, place, secretExpectedUntil, JSON.stringify(conversation));
    }
    if (person)
      savePerson.run(person.id, person.version + 1, person.name, person.language ?? null, Number(person.blocked));
    for (const operation of turn.operations) queue(operation, turn.event, now, next());
    for (const { id, at, kind, language, text, intent, fact } of turn.gaps)
      insertGap.run(id, at, kind, language, text, intent ?? null, fact ?? null);
  };
}

function outboxStatement(file: Database.Database) {
  const insert = file.prepare(
    `insert into outbox (sequence, key, state, adapter, kind, lane, operation, cause, answers, report, attempts,
       ready_at, queued_at, place) values (?, ?, 'queued', 'bench', ?, ?, ?, ?, ?, 0, 0, ?, ?, ?)`,
  );
  return (operation: Operation, cause: string, now: number, sequence: number): void => {
    if (operation.kind !== 'post' || !('place' in operation.to)) throw new Error('the bare loop knows only answers');
    const { key, kind, to, answers } = operation;
    insert.run(sequence, key, kind, to.place, JSON.stringify(operation), cause, answers ?? null, now, now, to.place);
  };
}
