import type { Style } from './style.ts';
import { wrap } from './width.ts';

/** Control characters could move the cursor or change colours: none of a text reaches the terminal. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replaceAll(/(?!\n)[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '');
}

/** A moment is said in the zone of the machine; `[label](url)` as `label (url)`; code marks go, since a terminal's font shows all alike. */
function plain(line: string): string {
  return line
    .replaceAll(/\[[^\]\n]+\]\(time:(\d{1,15})\)/g, (_, at: string) => localTime(Number(at)))
    .replaceAll(/\[([^\]\n]+)\]\((https:\/\/[^\s)]+)\)/g, (_, label: string, url: string) =>
      label === url ? url : `${label} (${url})`,
    )
    .replaceAll(/`([^`\n]+)`/g, '$1');
}

function localTime(at: number): string {
  return new Date(at).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
}

/** Stand for bold on and off while lines are wrapped: they take no column, and `printable` left none in the text. */
const BOLD_ON = '\u2061';
const BOLD_OFF = '\u2062';
const BOLD = new RegExp(`${BOLD_ON}(.*?)${BOLD_OFF}`, 'g');
const LEFT_OVER = new RegExp(`[${BOLD_ON}${BOLD_OFF}]`, 'g');

function paint(line: string, style: Style): string {
  return line.replaceAll(BOLD, (_, words: string) => style.bold(words)).replaceAll(LEFT_OVER, '');
}

/** Small Markdown as lines of at most `width` columns. */
export function markdownLines(markdown: string, width: number, style: Style): string[] {
  return printable(markdown)
    .split('\n')
    .flatMap((line) => {
      const marked = plain(line).replaceAll(/\*\*(.+?)\*\*/g, `${BOLD_ON}$1${BOLD_OFF}`);
      return marked.startsWith('- ') ? wrap(`• ${marked.slice(2)}`, width, '  ') : wrap(marked, width);
    })
    .map((line) => paint(line, style));
}
