import type { Attachment, FileRefusal, KeptFile } from '../../core/index.ts';
import { withoutNulls } from './rows.ts';
import type { Queries } from './tables.ts';

/** What a Turn says of files; the bytes come by `keepFile`. */
export async function saveAttachments(tx: Queries, attachments: readonly Attachment[], now: number): Promise<void> {
  for (const { id, ticket, event, from, name, mime, size, state, refusal, hash } of attachments) {
    const row = { ticket, event, sender: from, name, mime, size, state, refusal: refusal ?? null, hash: hash ?? null };
    await tx
      .insertInto('attachments')
      .values({ id, at: now, content: null, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }
}

/** The bytes, also before anything else is known of them. */
export async function keepFile(
  tx: Queries,
  { attachment, name, mime, hash, bytes }: KeptFile,
  now: number,
): Promise<void> {
  const content = Buffer.from(bytes);
  const known = { hash, content, size: content.length };
  await tx
    .insertInto('attachments')
    .values({ id: attachment, name, mime, state: 'kept', at: now, ...known })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(known))
    .execute();
}

export async function fileOf(db: Queries, attachment: string): Promise<KeptFile | undefined> {
  const row = await db
    .selectFrom('attachments')
    .select(['name', 'mime', 'hash', 'content'])
    .where('id', '=', attachment)
    .executeTakeFirst();
  if (!row?.content) return undefined;
  return { attachment, name: row.name, mime: row.mime, hash: row.hash ?? '', bytes: row.content };
}

export async function attachmentsOf(db: Queries, ticket: string): Promise<Attachment[]> {
  const rows = await db
    .selectFrom('attachments')
    .select(['id', 'event', 'sender', 'name', 'mime', 'size', 'state', 'refusal', 'hash'])
    .where('ticket', '=', ticket)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ sender, event, state, refusal, ...row }) =>
    withoutNulls<Attachment>({
      ...row,
      ticket,
      event: event ?? '',
      from: sender === 'agent' ? 'agent' : 'asker',
      state: state as Attachment['state'],
      refusal: refusal as FileRefusal | null,
    }),
  );
}

/** Of messages that their writer deleted. */
export async function blankFiles(tx: Queries, events: readonly string[]): Promise<void> {
  await tx.updateTable('attachments').set({ name: '', content: null }).where('event', 'in', events).execute();
}
