import type { Intent } from '../../core/index.ts';
import type { Queries } from './tables.ts';

export interface KeptButton {
  /** Derived from the intent: the same one is kept once. */
  key: string;
  intent: Intent;
}

/** Durable when it resolves; a button that is drawn again is kept for longer. */
export async function keepButtons(tx: Queries, buttons: readonly KeptButton[], now: number): Promise<void> {
  for (const { key, intent } of buttons) {
    await tx
      .insertInto('kept_buttons')
      .values({ key, intent: JSON.stringify(intent), ticket: 'ticket' in intent ? intent.ticket : null, kept_at: now })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ kept_at: now }))
      .execute();
  }
}

export async function keptButton(db: Queries, key: string): Promise<Intent | undefined> {
  const row = await db.selectFrom('kept_buttons').select('intent').where('key', '=', key).executeTakeFirst();
  return row && (JSON.parse(row.intent) as Intent);
}
