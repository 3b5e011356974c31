import { escapeText, mrkdwnDate, mrkdwnLink } from './escape.ts';

/** A run of text with one style. */
export interface Inline {
  text: string;
  bold?: true;
  code?: true;
  url?: string;
  /** A moment, ms: each reader sees it in their own zone; `text` says it in UTC. */
  at?: number;
}

/** Consecutive lines of one kind. */
export interface Paragraph {
  kind: 'lines' | 'bullets';
  lines: Inline[][];
}

const INLINE = /\*\*([^\n]+?)\*\*|`([^`\n]+)`|\[([^\]\n]+)\]\((?:(https:\/\/[^\s)]+)|time:(\d{1,15}))\)/g;

function inlineOf(match: RegExpMatchArray): Inline {
  const [whole, bold, code, label, url, at] = match;
  if (bold !== undefined) return { text: bold, bold: true };
  if (code !== undefined) return { text: code, code: true };
  if (label !== undefined && at !== undefined) return { text: label, at: Number(at) };
  return label !== undefined && url !== undefined ? { text: label, url } : { text: whole };
}

/** Bold, code, links and moments of one line. */
export function parseInline(line: string): Inline[] {
  const runs: Inline[] = [];
  let end = 0;
  for (const match of line.matchAll(INLINE)) {
    if (match.index > end) runs.push({ text: line.slice(end, match.index) });
    runs.push(inlineOf(match));
    end = match.index + match[0].length;
  }
  if (end < line.length) runs.push({ text: line.slice(end) });
  return runs;
}

/** The small Markdown of replies, as paragraphs of plain lines and of bullets. */
export function parseMarkdown(markdown: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const line of markdown.split('\n')) {
    const bullet = line.startsWith('- ');
    const kind = bullet ? 'bullets' : 'lines';
    const last = paragraphs.at(-1);
    const runs = parseInline(bullet ? line.slice(2) : line);
    if (last?.kind === kind) last.lines.push(runs);
    else paragraphs.push({ kind, lines: [runs] });
  }
  return paragraphs;
}

function inlineText(run: Inline): string {
  if (run.at !== undefined) return mrkdwnDate(run.at, run.text);
  return run.url === undefined ? escapeText(run.text) : mrkdwnLink(run.url, run.text);
}

/** For a notification and a screen reader: links stay, marks go. Escaped. */
export function markdownToText(markdown: string): string {
  return parseMarkdown(markdown)
    .flatMap(({ kind, lines }) =>
      lines.map((runs) => `${kind === 'bullets' ? '• ' : ''}${runs.map(inlineText).join('')}`),
    )
    .join('\n');
}
