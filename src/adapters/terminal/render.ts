import { fill, texts as textsOf, type Action, type Block, type Reply, type Texts } from '../../core/index.ts';
import { markdownLines, printable } from './markdown.ts';
import { styleFor, type Style } from './style.ts';
import { displayWidth, padTo, wrap } from './width.ts';

export interface Screen {
  /** Columns. */
  width: number;
  coloured: boolean;
}

interface Page {
  width: number;
  style: Style;
  texts: Texts;
}

/** What is printed, and the actions behind its numbers, in order. */
export interface Printed {
  text: string;
  choices: Action[];
}

function titleLines(title: string | undefined, { width, style }: Page): string[] {
  return title === undefined ? [] : wrap(printable(title), width).map((line) => style.bold(line));
}

/** Columns stand under each other; one that would leave the screen is printed as "column: value" lines. */
function settingsLines({ title, columns, rows }: Extract<Block, { kind: 'settings' }>, page: Page): string[] {
  const { width, style } = page;
  const cells = [columns, ...rows].map((row) => row.map(printable));
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => displayWidth(row[index] ?? ''))));
  const head = titleLines(title, page);
  if (widths.reduce((sum, one) => sum + one + 2, 0) > width) return [...head, ...stacked(cells, width)];
  const lines = cells.map((row) =>
    row
      .map((cell, index) => padTo(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...head, style.dim(lines[0] ?? ''), ...lines.slice(1)];
}

function stacked([columns = [], ...rows]: string[][], width: number): string[] {
  return rows.flatMap((row, number) => [
    ...(number > 0 ? [''] : []),
    ...row.flatMap((cell, index) => {
      const column = columns[index] ?? '';
      return wrap(column === '' ? cell : `${column}: ${cell}`, width, '  ');
    }),
  ]);
}

function stepsLines({ title, items }: Extract<Block, { kind: 'steps' }>, page: Page): string[] {
  const { width, style } = page;
  const head = titleLines(title, page);
  const indent = ' '.repeat(String(items.length).length + 2);
  const steps = items.flatMap((item, index) =>
    markdownLines(item, width - indent.length, style).map((line, part) =>
      part === 0 ? padTo(`${index + 1}.`, indent.length) + line : indent + line,
    ),
  );
  return [...head, ...steps];
}

function verdictLines(block: Extract<Block, { kind: 'verdict' }>, { width, style, texts }: Page): string[] {
  const level = `[${texts.terminal.levels[block.level]}]`;
  const [first = '', ...rest] = wrap(`${level} ${printable(block.title)}`, width);
  const title = style.level[block.level](level) + first.slice(level.length);
  return [title, ...rest, ...(block.text === undefined ? [] : markdownLines(block.text, width, style))];
}

function sourcesLines({ title, items }: Extract<Block, { kind: 'sources' }>, { width, style }: Page): string[] {
  const lines = items.flatMap(({ label, url }) =>
    wrap(`• ${printable(label)}${url === undefined ? '' : ` ${printable(url)}`}`, width, '  '),
  );
  return [printable(title), ...lines].map((line) => style.dim(line));
}

function fileLines({ name, content }: Extract<Block, { kind: 'file' }>, page: Page): string[] {
  const head = titleLines(fill(page.texts.terminal.file, { name }), page);
  return [
    ...head,
    ...printable(content)
      .split('\n')
      .map((line) => `  ${line}`),
  ];
}

function blockLines(block: Block, page: Page, choices: Action[]): string[] {
  switch (block.kind) {
    case 'text':
      return markdownLines(block.text, page.width, page.style);
    case 'settings':
      return settingsLines(block, page);
    case 'steps':
      return stepsLines(block, page);
    case 'verdict':
      return verdictLines(block, page);
    case 'sources':
      return sourcesLines(block, page);
    case 'file':
      return fileLines(block, page);
    default:
      return block.actions.flatMap((action) => {
        choices.push(action);
        return wrap(`${choices.length}) ${printable(action.label)}`, page.width, '   ');
      });
  }
}

/** A reply for a terminal: blocks parted by blank lines, buttons as numbers to type. */
export function renderReply(reply: Reply, { width, coloured }: Screen): Printed {
  const page = { width, style: styleFor(coloured), texts: textsOf(reply.language) };
  const choices: Action[] = [];
  const parts = reply.blocks.map((block) => blockLines(block, page, choices).join('\n'));
  return { text: parts.join('\n\n'), choices };
}
