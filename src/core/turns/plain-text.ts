import type { Block } from '../model.ts';

/** A reply as plain lines: for transcripts, `ask --json`, notifications and screen readers. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map(plainBlock)
    .filter((part) => part !== '')
    .join('\n');
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'settings':
      return lines(block.title, block.rows.map(rowLine));
    case 'steps':
      return lines(
        block.title,
        block.items.map((item, i) => `${i + 1}. ${item}`),
      );
    case 'verdict':
      return lines(block.title, block.text === undefined ? [] : [block.text]);
    case 'sources':
      return block.items.length === 0 ? '' : `${block.title}: ${block.items.map((item) => item.label).join('; ')}`;
    case 'file':
      return block.name;
    case 'actions':
      return '';
  }
}

/** A row of a table. */
export function rowLine(row: readonly string[]): string {
  return row.join(' · ');
}

function lines(title: string | undefined, rest: readonly string[]): string {
  return [...(title === undefined ? [] : [title]), ...rest].join('\n');
}
