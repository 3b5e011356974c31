/** East Asian wide and fullwidth forms, and emoji, take two columns (Unicode TR 11). */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns that one character takes. */
function columnsOf(character: string): number {
  if (NO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOf(character);
  return columns;
}

export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Between words, and after any Chinese character but not before its punctuation. */
function pieces(line: string): string[] {
  return (
    line.match(
      /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF][，。！？、；：”）」』》]*|[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]+|\s+/gu,
    ) ?? []
  );
}

/** A word longer than the line is broken anywhere. */
function breakLong(piece: string, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (displayWidth(part) + columnsOf(character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

/** Wraps one line to a width; `indent` stands before every line but the first. */
export function wrap(line: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  const room = Math.max(2, width - displayWidth(indent));
  let current = '';
  for (const piece of pieces(line).flatMap((one) => breakLong(one, room))) {
    if (displayWidth(current) + displayWidth(piece.trimEnd()) > room) {
      lines.push(current.trimEnd());
      current = piece.trimStart();
    } else current += piece;
  }
  lines.push(current.trimEnd());
  return lines.map((one, index) => (index === 0 ? one : indent + one));
}
