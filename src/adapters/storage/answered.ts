import type { AnsweredQuestion, DeletedEvent, EditedEvent, Event, Outcome } from '../../core/index.ts';
import type { Queries } from './tables.ts';

/** What was said longer ago than this many messages of a place is not found again. */
const LOOK_BACK = 200;

/** The question that an edited or deleted message is, and what of our answers to it stands. */
export async function answeredQuestion(
  db: Queries,
  event: Event & (EditedEvent | DeletedEvent),
): Promise<AnsweredQuestion | undefined> {
  const rows = await db
    .selectFrom('inbox')
    .select(['sequence', 'event', 'outcome', 'conversation', 'author'])
    .where('place', '=', event.place)
    .orderBy('sequence', 'desc')
    .limit(LOOK_BACK)
    .execute();
  const own = rows.filter((row) => row.conversation === event.conversation && row.author === event.author.id);
  for (const row of own) {
    const said = row.event === null ? undefined : (JSON.parse(row.event) as Event);
    if (said?.type !== 'message' || said.messageId !== event.messageId) continue;
    const outcome = row.outcome === null ? undefined : (JSON.parse(row.outcome) as Outcome);
    if (outcome?.kind !== 'answered') return undefined;
    return { id: said.id, text: said.text, posts: await postsFor(db, row.sequence, said) };
  }
  return undefined;
}

async function postsFor(db: Queries, since: number, { id, place }: Event): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox as post')
    .select('post.key')
    .where('post.place', '=', place)
    .where('post.sequence', '>', since)
    .where('post.answers', '=', id)
    .where('post.kind', '=', 'post')
    .where('post.state', 'in', ['queued', 'sending', 'sent'])
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('outbox as gone')
            .select('gone.key')
            .whereRef('gone.awaits', '=', 'post.key')
            .where('gone.kind', '=', 'delete'),
        ),
      ),
    )
    .orderBy('post.sequence')
    .execute();
  return rows.map((row) => row.key);
}
