import type { types } from '@slack/bolt';

/** The smallest part that a page is cut at: one Block Kit block and what it says in words. */
export interface Piece {
  block: types.KnownBlock;
  /** For the notification and the screen reader; escaped. */
  text: string;
  /** UTF-16 units that count towards the message's limit. */
  characters: number;
}

export function piece(block: types.KnownBlock, text: string, characters = text.length): Piece {
  return { block, text, characters };
}
