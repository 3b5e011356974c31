/** At most `limit` UTF-16 units, with "…" where something is missing; never half a surrogate pair. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${wholeCharacters(text, limit - 1)}…`;
}

function wholeCharacters(text: string, end: number): string {
  const code = text.charCodeAt(end - 1);
  const splitsPair = code >= 0xd8_00 && code <= 0xdb_ff;
  return text.slice(0, splitsPair ? end - 1 : end);
}

function breakAt(text: string, limit: number): number {
  const newline = text.lastIndexOf('\n', limit - 1);
  if (newline > limit / 2) return newline + 1;
  const space = text.lastIndexOf(' ', limit - 1);
  return space > limit / 2 ? space + 1 : wholeCharacters(text, limit).length;
}

/** Parts of at most `limit` units that join to the whole, broken at lines, else words. */
export function split(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const end = breakAt(rest, limit);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest];
}
