const ADDRESS = /https?:\/\/[^\s<>]+/g;
const MARKUP = /[\\*_~`|<[\]]/g;
/** What begins a heading, quotation, list or subtext at the start of a line. */
const LINE_START = /^(\s*)(#{1,3}|>{1,3}|-#|[+-]|\d+\.)(?=\s)/gm;
const EVERYONE = /@(everyone|here)/gi;

/** A space of no width after "@": even a copy of the text pings nobody. */
function escapeWords(text: string): string {
  return text.replaceAll(MARKUP, String.raw`\$&`).replaceAll(EVERYONE, '@\u200B$1');
}

/** Makes a person's text mean itself: no Markdown, mention, time stamp or disguised link. Plain addresses stay whole. */
export function escapeText(text: string): string {
  let escaped = '';
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    escaped += escapeWords(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  const whole = escaped + escapeWords(text.slice(end));
  return whole.replaceAll(LINE_START, (_, space: string, mark: string) =>
    mark.endsWith('.') ? `${space}${mark.slice(0, -1)}\\.` : `${space}\\${mark}`,
  );
}

/** Something to be copied as it is. */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll(/`{2,}/g, "'").trim();
  if (line === '') return '';
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** A named link; where the name itself looks like an address, only the true one is shown. */
export function link(label: string, url: string): string {
  const target = url
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
    .replaceAll(/[\s<>]/g, '');
  return /^(https?:\/\/|www\.)/i.test(label) ? target : `[${escapeText(label)}](${target})`;
}
