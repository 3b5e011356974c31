import type { Item } from './blocks.ts';
import { actionsCost } from './buttons.ts';
import { LIMITS } from './limits.ts';

/** The container and the row with "…more", "copyable text" and "show to everyone". */
const RESERVED_COMPONENTS = 5;
/** A line longer than this is parted at a space. */
const LONGEST_LINE = 1_500;
/** Buttons that stay on the first page of a long reply, so that nobody must turn pages to press one. */
const PINNED_COMPONENTS = 20;

export type Page = Item[];

interface Room {
  text: number;
  components: number;
  files: number;
}

function fullRoom(): Room {
  return { text: LIMITS.text, components: LIMITS.components - RESERVED_COMPONENTS, files: LIMITS.files };
}

/** Never within a surrogate pair; at a space where there is one in the second half. */
function partAt(line: string): number {
  const space = line.lastIndexOf(' ', LONGEST_LINE);
  if (space > LONGEST_LINE / 2) return space + 1;
  const before = line.charCodeAt(LONGEST_LINE - 1);
  const backslash = line[LONGEST_LINE - 1] === '\\';
  return backslash || (before >= 0xd8_00 && before <= 0xdb_ff) ? LONGEST_LINE - 1 : LONGEST_LINE;
}

function shortLines(line: string): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > LONGEST_LINE) {
    const end = partAt(rest);
    lines.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...lines, rest];
}

function componentsOf(item: Item): number {
  return item.kind === 'actions' ? actionsCost(item.actions) : 1;
}

interface Unit {
  item: Item;
  /** Lines of one block go into one component. */
  block: number;
}

/** What is not parted between pages: a line, a row of buttons, a file. */
function unitsOf(item: Item, block: number): Unit[] {
  if (item.kind !== 'lines') return [{ item, block }];
  const lines = item.lines.flatMap((line) => shortLines(line));
  return lines.map((line) => ({ item: { kind: 'lines', lines: [line] }, block }));
}

function costOf(item: Item, continues: boolean): Room {
  return {
    text: item.kind === 'lines' ? item.lines.reduce((sum, line) => sum + line.length + 1, 0) : 0,
    components: continues ? 0 : componentsOf(item),
    files: item.kind === 'file' ? 1 : 0,
  };
}

function fits(room: Room, cost: Room): boolean {
  return cost.text <= room.text && cost.components <= room.components && cost.files <= room.files;
}

function less(room: Room, cost: Room): Room {
  return {
    text: room.text - cost.text,
    components: room.components - cost.components,
    files: room.files - cost.files,
  };
}

/** A page does not begin with a separator. */
function place(page: Page, item: Item, continues: boolean): void {
  const last = page.at(-1);
  if (continues && item.kind === 'lines' && last?.kind === 'lines') last.lines.push(...item.lines);
  else if (item.kind !== 'separator' || last !== undefined) page.push(item);
}

/** Lays items out in order, a new page wherever one is full. */
function flow(items: readonly Item[], first: Room): Page[] {
  let page: Page = [];
  let room = first;
  let open = -1;
  const pages = [page];
  for (const { item, block } of items.flatMap((one, index) => unitsOf(one, index))) {
    if (!fits(room, costOf(item, open === block))) {
      page = [];
      pages.push(page);
      room = fullRoom();
      open = -1;
    }
    room = less(room, costOf(item, open === block));
    place(page, item, open === block);
    open = block;
  }
  return pages;
}

function pinned(items: readonly Item[]): { buttons: Item[]; cost: number } {
  const buttons: Item[] = [];
  let cost = 0;
  for (const item of items) {
    if (item.kind !== 'actions' || cost + componentsOf(item) > PINNED_COMPONENTS) continue;
    buttons.push(item);
    cost += componentsOf(item);
  }
  return { buttons, cost };
}

/** The pages of a reply, at least one; each fits into a message with its own buttons for more. */
export function pagesOf(items: readonly Item[]): Page[] {
  const whole = flow(items, fullRoom());
  if (whole.length === 1) return whole;
  const { buttons, cost } = pinned(items);
  const room = fullRoom();
  const pages = flow(
    items.filter((item) => !buttons.includes(item)),
    { ...room, components: room.components - cost },
  );
  pages[0]?.push(...buttons);
  return pages;
}
