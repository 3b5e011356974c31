import { fileBytes, type Action, type Block, type Level } from '../../core/index.ts';
import { code, escapeText, link } from './escape.ts';
import { markdownLines } from './markdown.ts';

export interface FileItem {
  kind: 'file';
  name: string;
  mime: string;
  content: string | Uint8Array;
}

/** What a page is laid out of. Lines may be parted between pages, the others not. */
export type Item =
  | { kind: 'lines'; lines: string[] }
  | { kind: 'separator' }
  | { kind: 'actions'; actions: Action[] }
  | FileItem;

/** A sign beside the colour, for those who see no colours. */
const SIGNS: Record<Level, string> = { good: '✅', risky: '⚠️', broken: '❌', unknown: '❔' };
/** Accent of the container, RGB. */
export const COLOURS: Record<Level, number> = {
  good: 0x2e_7d_32,
  risky: 0xf9_a8_25,
  broken: 0xc6_28_28,
  unknown: 0x75_75_75,
};

/** Host names, addresses and numbers are copied; words are read. */
function cellText(cell: string): string {
  const value = cell.trim();
  return /^[\w.@:+-]+$/.test(value) && /[.@\d]/.test(value) ? code(value) : escapeText(value);
}

function rowLine(columns: readonly string[], [first = '', ...cells]: readonly string[]): string {
  const named = cells.map((cell, index) => {
    const column = columns[index + 1] ?? '';
    return cell.trim() === '' ? '' : `${escapeText(column)} ${cellText(cell)}`.trim();
  });
  const head = first.trim() === '' ? '' : `**${escapeText(first)}**`;
  return [head, ...named].filter((part) => part !== '').join(' · ');
}

function heading(title: string | undefined): string[] {
  return title === undefined ? [] : [`**${escapeText(title)}**`];
}

/** A step keeps its number; its further lines are indented under it. */
function stepLines(markdown: string, index: number): string[] {
  const [first = '', ...others] = markdownLines(markdown);
  return [`${index + 1}. ${first}`, ...others.map((line) => `   ${line}`)];
}

function sourceLine({ title, items }: Extract<Block, { kind: 'sources' }>): string {
  const named = items.map(({ label, url }) => (url === undefined ? escapeText(label) : link(label, url)));
  const gap = /[:：]$/.test(title) ? ' ' : ' · ';
  return `-# ${escapeText(title)}${gap}${named.join(' · ')}`;
}

function verdictLines({ level, title, text }: Extract<Block, { kind: 'verdict' }>): string[] {
  return [`### ${SIGNS[level]} ${escapeText(title)}`, ...(text === undefined ? [] : markdownLines(text))];
}

function fileItem({ name, mime, content, encoding }: Extract<Block, { kind: 'file' }>): FileItem {
  const bytes = encoding === undefined ? content : fileBytes({ content, encoding });
  return { kind: 'file', name, mime, content: bytes };
}

/** Each block in Discord's words. */
export function itemsOf(block: Block): Item[] {
  switch (block.kind) {
    case 'text':
      return [{ kind: 'lines', lines: markdownLines(block.text) }];
    case 'settings':
      return [
        { kind: 'lines', lines: [...heading(block.title), ...block.rows.map((row) => rowLine(block.columns, row))] },
      ];
    case 'steps':
      return [
        { kind: 'lines', lines: [...heading(block.title), ...block.items.flatMap((item, at) => stepLines(item, at))] },
      ];
    case 'verdict':
      return [{ kind: 'lines', lines: verdictLines(block) }];
    case 'sources':
      return block.items.length === 0 ? [] : [{ kind: 'separator' }, { kind: 'lines', lines: [sourceLine(block)] }];
    case 'file':
      return [fileItem(block)];
    case 'actions':
      return block.actions.length === 0 ? [] : [{ kind: 'actions', actions: block.actions }];
  }
}
