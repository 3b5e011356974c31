import type { types } from '@slack/bolt';
import { cut } from './cut.ts';
import { escapeText } from './escape.ts';
import { LIMITS } from './limits.ts';
import { piece, type Piece } from './piece.ts';
import { richBullets, richSection, richText } from './rich-text.ts';
import type { Inline } from './small-markdown.ts';

export interface SettingsTable {
  title?: string;
  columns: string[];
  rows: string[][];
}

/**
 * `table`: Slack's own table. It keeps a value beside its column on the desktop and on the phone, where `fields`
 * would stack and preformatted text would wrap; its raw cells are never turned into links, so that a copied host is
 * the host and nothing else; a screen reader announces it as a table. Slack takes one in a message.
 * `list`: one bullet for each value, the value marked as code. For a second table, and where tables are refused.
 */
export type SettingsLayout = 'table' | 'list';

const EMPTY_CELL = '–';

function cellText(value: string | undefined): string {
  return value === undefined || value.trim() === '' ? EMPTY_CELL : cut(value.replaceAll('\n', ' '), LIMITS.tableCell);
}

/** Rows of even length, no wider than Slack's widest. */
function normalised(table: SettingsTable): SettingsTable {
  const width = Math.min(
    Math.max(table.columns.length, ...table.rows.map((row) => row.length), 1),
    LIMITS.tableColumns,
  );
  const fit = (row: string[]): string[] => Array.from({ length: width }, (_, index) => cellText(row[index]));
  return { ...table, columns: fit(table.columns), rows: table.rows.map(fit) };
}

/** The name of a column before its value; nothing where the column has none. */
function labelOf(columns: string[], index: number, separator: string): string {
  const name = columns[index];
  return name === undefined || name === EMPTY_CELL ? '' : `${name}${separator}`;
}

function rowText(columns: string[], row: string[]): string {
  const [first = '', ...others] = row;
  const values = others.map((value, index) =>
    value === EMPTY_CELL ? '' : `${labelOf(columns, index + 1, ' ')}${value}`,
  );
  return [first, values.filter((value) => value !== '').join(', ')].filter((part) => part !== '').join(': ');
}

/** Groups whose list form fits a block, so that both layouts are cut at the same rows. */
function groups(columns: string[], rows: string[][]): string[][][] {
  const result: string[][][] = [];
  let size = Infinity;
  for (const row of rows) {
    const length = rowText(columns, row).length + row.length * 4;
    const last = result.at(-1);
    if (last === undefined || last.length >= LIMITS.tableRows || size + length > LIMITS.blockCharacters) {
      result.push([row]);
      size = length;
    } else {
      last.push(row);
      size += length;
    }
  }
  return result;
}

function tableBlock(columns: string[], rows: string[][]): types.TableBlock {
  const cells = (row: string[]): types.RawTextElement[] => row.map((text) => ({ type: 'raw_text', text }));
  return { type: 'table', rows: [cells(columns), ...rows.map(cells)] };
}

function listBlock(columns: string[], rows: string[][]): types.RichTextBlock {
  const elements = rows.flatMap(([first = '', ...others]): types.RichTextBlockElement[] => {
    const items = others.flatMap((value, index): Inline[][] =>
      value === EMPTY_CELL ? [] : [[{ text: labelOf(columns, index + 1, ': ') }, { text: value, code: true }]],
    );
    const heading = richSection([{ text: first, bold: true }]);
    return items.length === 0 ? [heading] : [heading, richBullets(items)];
  });
  return richText(elements);
}

/** Server settings: a title, then rows in groups that fit. */
export function settingsPieces(settings: SettingsTable, layout: SettingsLayout): Piece[] {
  const { title, columns, rows } = normalised(settings);
  const heading = title === undefined ? [] : [titlePiece(title)];
  const tables = groups(columns, rows).map((group) => {
    const text = escapeText(group.map((row) => rowText(columns, row)).join('\n'));
    const block = layout === 'table' ? tableBlock(columns, group) : listBlock(columns, group);
    return piece(block, text, text.length + columns.join('').length);
  });
  return [...heading, ...tables];
}

/** A bold line above a table or a list. */
export function titlePiece(title: string): Piece {
  const text = cut(title, LIMITS.blockCharacters);
  return piece(richText([richSection([{ text, bold: true }])]), escapeText(text));
}
