import { sql } from 'kysely';
import type { ConversationState, Event, PersonState } from '../../core/index.ts';
import { conversationFrom } from './conversations.ts';
import { personFrom } from './persons.ts';
import { prepared } from './prepared.ts';
import type { Queries } from './tables.ts';

interface Row {
  conversation_version: number | null;
  state: string | null;
  person_version: number | null;
  name: string | null;
  language: string | null;
  blocked: number | null;
  highest: number | null;
  of_asker: string | null;
  at_desk: string | null;
}

/** What every event needs to know; most events touch no ticket, and then this is all. */
export interface Glance {
  conversation: ConversationState;
  person: PersonState;
  nextTicketNumber: number;
  /** Whether the author has, or had, a ticket. */
  isAsker: boolean;
  /** Whether a ticket's desk is there. */
  isDesk: boolean;
}

const look = prepared<{ conversation: string; author: string; place: string }, Row>((db, slot) =>
  db
    .selectFrom(sql<{ one: number }>`(select 1 as one)`.as('here'))
    .leftJoin('conversations', (join) => join.on('conversations.id', '=', slot('conversation')))
    .leftJoin('persons', (join) => join.on('persons.id', '=', slot('author')))
    .select(['conversations.version as conversation_version', 'conversations.state'])
    .select(['persons.version as person_version', 'persons.name', 'persons.language', 'persons.blocked'])
    .select((select) => [
      select
        .selectFrom('tickets')
        .select((highest) => highest.fn.max('number').as('highest'))
        .as('highest'),
      select.selectFrom('tickets').select('id').where('asker', '=', slot('author')).limit(sql.lit(1)).as('of_asker'),
      select.selectFrom('tickets').select('id').where('desk', '=', slot('place')).limit(sql.lit(1)).as('at_desk'),
    ]),
);

/** One round trip to the database instead of five. */
export async function glanceAt(db: Queries, event: Event): Promise<Glance> {
  const { conversation, author, place } = event;
  const [row] = (await look(db, { conversation, author: author.id, place })).rows;
  if (!row) throw new Error('a look at no table gives one row');
  const version = row.person_version;
  return {
    conversation: conversationFrom(row.conversation_version, row.state, event),
    person: personFrom(version === null ? undefined : { ...row, version }, author),
    nextTicketNumber: (row.highest ?? 0) + 1,
    isAsker: row.of_asker !== null,
    isDesk: row.at_desk !== null,
  };
}
