import type { Feedback, Gap } from '../../core/index.ts';
import { bit } from './rows.ts';
import type { Queries } from './tables.ts';

/** What nobody answered well. */
export async function recordGaps(tx: Queries, gaps: readonly Gap[]): Promise<void> {
  for (const gap of gaps) {
    await tx
      .insertInto('gaps')
      .values({ ...gap, intent: gap.intent ?? null, fact: gap.fact ?? null })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
}

/** Whether an answer helped; pressing the other button later changes it. */
export async function recordFeedback(tx: Queries, feedback: readonly Feedback[]): Promise<void> {
  for (const one of feedback) {
    const helped = bit(one.helped);
    await tx
      .insertInto('feedback')
      .values({ ...one, helped })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ helped }))
      .execute();
  }
}
