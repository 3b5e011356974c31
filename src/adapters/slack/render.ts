import type { types } from '@slack/bolt';
import { texts, type Intent, type PlaceId, type Reply } from '../../core/index.ts';
import { actionsPieces } from './actions-block.ts';
import { blockPieces } from './blocks.ts';
import { cut, split } from './cut.ts';
import { escapeText } from './escape.ts';
import { parsePlace } from './ids.ts';
import { CAREFUL_BUDGET, FULL_BUDGET, LIMITS, type Budget } from './limits.ts';
import type { Piece } from './piece.ts';
import type { SettingsLayout } from './settings-block.ts';

export interface SlackMessage {
  /** Always set: the notification, what a screen reader says, and all there is where blocks are refused. */
  text: string;
  blocks: types.KnownBlock[];
  /** What does not fit, where no button can show it: further messages, in order. */
  rest?: SlackMessage[];
}

/**
 * How much of Block Kit is risked. Slack (or a server that speaks like it) may refuse what its limits allow:
 * `full`, then `careful` (no tables, less in one message), then `plain` and `short` text.
 */
export const STYLES = ['full', 'careful', 'plain', 'short'] as const;
type RenderStyle = (typeof STYLES)[number];

export interface RenderOptions {
  /** Key of the operation that carries the reply: "…more" names it. */
  key: string;
  /** Key of the operation that posted the message, where this one edits it. */
  on?: string;
  /** First piece shown, from the intent of a "…more" button. */
  page?: number;
  /** Seen by one person: a button shows it to all who read there. */
  openly?: PlaceId;
  style?: RenderStyle;
}

function layoutOf(reply: Reply, style: RenderStyle): SettingsLayout {
  const tables = reply.blocks.filter((block) => block.kind === 'settings').length;
  return style === 'full' && tables === 1 ? 'table' : 'list';
}

function allPieces(reply: Reply, options: RenderOptions, style: RenderStyle): Piece[] {
  const layout = layoutOf(reply, style);
  const on = options.on ?? options.key;
  return reply.blocks.flatMap((block, index) => blockPieces(block, { on, index, layout, simple: style !== 'full' }));
}

/** How many of the pieces fit one message: at least one, and no second table. */
function fitting(pieces: readonly Piece[], budget: Budget): number {
  let characters = 0;
  let tables = 0;
  const end = pieces.findIndex((each, index) => {
    characters += each.characters;
    if (each.block.type === 'table') tables += 1;
    return index > 0 && (index >= budget.blocks || characters > budget.characters || tables > 1);
  });
  return end === -1 ? pieces.length : end;
}

function moreButton(reply: Reply, options: RenderOptions, page: number): Piece[] {
  const intent: Intent = { name: 'show-more', of: options.key, page };
  const place = { on: options.on ?? options.key, index: 99 };
  return actionsPieces([{ label: texts(reply.language).common.more, intent }], place);
}

/** What is nothing but words is not worth showing around. */
function isOfUse({ blocks }: Reply): boolean {
  return blocks.some(({ kind }) => kind !== 'text' && kind !== 'actions');
}

function openlyButton(reply: Reply, { key, on = key, openly }: RenderOptions): Piece[] {
  if (openly === undefined || !isOfUse(reply)) return [];
  const words = texts(reply.language);
  const label = parsePlace(openly)?.thread === undefined ? words.common.showToEveryone : words.slack.postInThread;
  const intent: Intent = { name: 'show-openly', of: key, in: openly };
  return actionsPieces([{ label, intent }], { on, index: 98, simple: true });
}

function wordsOf(pieces: readonly Piece[]): string {
  return pieces
    .map((each) => each.text)
    .filter((text) => text !== '')
    .join('\n');
}

/** Never empty: Slack refuses a message without text. */
function fallbackText(reply: Reply, pieces: readonly Piece[], limit: number): string {
  const words = wordsOf(pieces);
  if (words !== '') return cut(words, limit);
  const labels = reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  return cut(escapeText(labels.map((action) => action.label).join(' · ')), limit) || '…';
}

/** All of it, in as many messages as that takes. */
function inShortMessages(reply: Reply, pieces: readonly Piece[]): SlackMessage {
  const whole = fallbackText(reply, pieces, Infinity);
  const parts = split(whole, LIMITS.fallbackCharacters).map((part) => part.replace(/\n$/, ''));
  const [first = '…', ...others] = parts;
  return { text: first, blocks: [], ...(others.length > 0 && { rest: others.map((text) => ({ text, blocks: [] })) }) };
}

/** A reply as one Slack message. What does not fit stands behind "…more"; nothing is an error. Pure. */
export function render(reply: Reply, options: RenderOptions): SlackMessage {
  const style = options.style ?? 'full';
  const start = options.page ?? 0;
  const pieces = allPieces(reply, options, style).slice(start);
  if (style === 'plain') return { text: fallbackText(reply, pieces, LIMITS.plainCharacters), blocks: [] };
  if (style === 'short') return inShortMessages(reply, pieces);
  const count = fitting(pieces, style === 'full' ? FULL_BUDGET : CAREFUL_BUDGET);
  const shown = pieces.slice(0, count);
  const more = count < pieces.length ? moreButton(reply, options, start + count) : [];
  return {
    text: fallbackText(reply, shown, LIMITS.fallbackCharacters),
    blocks: [...shown, ...more, ...openlyButton(reply, options)].map((each) => each.block),
  };
}
