/** Fits every platform's message together with the name before it, UTF-16 units. */
const PIECE = 1800;
/** No earlier break than this leaves a piece too short to be worth one. */
const LEAST = PIECE / 2;

/** A long text in pieces that each fit one message, cut at a paragraph, a line or a word where there is one. Nothing is lost. */
export function splitText(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > PIECE) {
    const at = breakIn(rest.slice(0, PIECE));
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pieces, rest];
}

function breakIn(head: string): number {
  for (const mark of ['\n\n', '\n', '。', '. ', ' ']) {
    const at = head.lastIndexOf(mark) + mark.length;
    if (at > LEAST) return at;
  }
  const last = head.charCodeAt(head.length - 1);
  // The first half of a surrogate pair stays with its second.
  return last >= 0xd800 && last <= 0xdbff ? head.length - 1 : head.length;
}
