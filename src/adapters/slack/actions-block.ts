import type { types } from '@slack/bolt';
import type { Action } from '../../core/index.ts';
import { cut } from './cut.ts';
import { LIMITS } from './limits.ts';
import { piece, type Piece } from './piece.ts';

const ACTION_PREFIX = 'intent-';
const BLOCK_PREFIX = 'on:';

/** The operation key of the message that the buttons stand on, so that a press can name it. */
function blockId(on: string, index: number): { block_id?: string } {
  const id = `${BLOCK_PREFIX}${index}:${on}`;
  return id.length <= LIMITS.blockId ? { block_id: id } : {};
}

/** Undefined where the block is not ours. */
export function keyOfBlock(id: string | undefined): string | undefined {
  return id === undefined ? undefined : /^on:\d+:(.+)$/s.exec(id)?.[1];
}

function button(action: Action, index: number): types.Button {
  return {
    type: 'button',
    action_id: `${ACTION_PREFIX}${index}`,
    text: { type: 'plain_text', text: cut(action.label, LIMITS.buttonText), emoji: true },
    value: JSON.stringify(action.intent),
    ...(action.style && { style: action.style }),
  };
}

/** An intent too long for a button's value cannot be carried: that button is left out. */
function fits(action: Action): boolean {
  return action.label.trim() !== '' && JSON.stringify(action.intent).length <= LIMITS.buttonValue;
}

/** Buttons in blocks of 25. `index` tells apart the action blocks of one message. */
export function actionsPieces(actions: readonly Action[], on: string, index: number): Piece[] {
  const shown = actions.filter(fits);
  const pieces: Piece[] = [];
  for (let start = 0; start < shown.length; start += LIMITS.buttonsPerBlock) {
    const elements = shown.slice(start, start + LIMITS.buttonsPerBlock).map(button);
    const labels = elements.reduce((sum, element) => sum + element.text.text.length, 0);
    pieces.push(piece({ type: 'actions', ...blockId(on, index * 100 + pieces.length), elements }, '', labels));
  }
  return pieces;
}
