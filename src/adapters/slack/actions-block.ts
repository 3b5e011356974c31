import type { types } from '@slack/bolt';
import type { Action } from '../../core/index.ts';
import { cut } from './cut.ts';
import { feedbackButtons } from './feedback-block.ts';
import { LIMITS } from './limits.ts';
import { piece, type Piece } from './piece.ts';

const ACTION_PREFIX = 'intent-';
const BLOCK_PREFIX = 'on:';

/** Where the buttons stand. */
export interface ActionsPlace {
  /** Operation key of the message. */
  on: string;
  /** Tells apart the action blocks of one message. */
  index: number;
  /** Buttons and nothing else, for servers that know no newer elements. */
  simple?: boolean;
}

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

/** The less urgent of many buttons go behind "⋯"; a menu carries shorter values than a button. */
function forMenu(actions: readonly Action[]): readonly Action[] {
  if (actions.length <= LIMITS.buttonsInSight) return [];
  const later = actions.slice(LIMITS.buttonsInSight - 1);
  const short = later.every((action) => JSON.stringify(action.intent).length <= LIMITS.optionValue);
  return short && later.length <= LIMITS.menuOptions ? later : [];
}

function menu(actions: readonly Action[]): types.Overflow {
  return {
    type: 'overflow',
    action_id: `${ACTION_PREFIX}menu`,
    options: actions.map(({ label, intent }) => ({
      text: { type: 'plain_text', text: cut(label, LIMITS.buttonText), emoji: true },
      value: JSON.stringify(intent),
    })),
  };
}

function labelsLength(actions: readonly Action[]): number {
  return actions.reduce((sum, { label }) => sum + Math.min(label.length, LIMITS.buttonText), 0);
}

function withMenu(shown: readonly Action[], later: readonly Action[], { on, index }: ActionsPlace): Piece {
  const buttons = shown.slice(0, shown.length - later.length).map(button);
  const elements = [...buttons, menu(later)];
  return piece({ type: 'actions', ...blockId(on, index * 100), elements }, '', labelsLength(shown));
}

/** Buttons in blocks of 25; a pair that asks whether it helped is Slack's own thumbs. */
export function actionsPieces(actions: readonly Action[], place: ActionsPlace): Piece[] {
  const { on, index, simple = false } = place;
  const shown = actions.filter(fits);
  const thumbs = simple ? undefined : feedbackButtons(shown);
  if (thumbs) {
    const block: types.ContextActionsBlock = {
      type: 'context_actions',
      ...blockId(on, index * 100),
      elements: [thumbs],
    };
    return [piece(block, '', labelsLength(shown))];
  }
  const later = simple ? [] : forMenu(shown);
  if (later.length > 0) return [withMenu(shown, later, place)];
  const pieces: Piece[] = [];
  for (let start = 0; start < shown.length; start += LIMITS.buttonsPerBlock) {
    const part = shown.slice(start, start + LIMITS.buttonsPerBlock);
    const block = { type: 'actions' as const, ...blockId(on, index * 100 + pieces.length), elements: part.map(button) };
    pieces.push(piece(block, '', labelsLength(part)));
  }
  return pieces;
}
