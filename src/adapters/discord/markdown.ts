import type { SmallMarkdown } from '../../core/index.ts';
import { code, escapeText, link } from './escape.ts';

const INLINE = /\*\*([^\n]+?)\*\*|`([^`\n]+)`|\[([^\]\n]+)\]\((?:(https:\/\/[^\s)]+)|time:(\d{1,15}))\)/g;

/** A moment that each reader sees in their own zone. https://docs.discord.com/developers/reference#message-formatting */
function timestamp(ms: string): string {
  return `<t:${Math.floor(Number(ms) / 1000)}:f>`;
}

function marked([whole, bold, fixed, label, url, time]: RegExpMatchArray): string {
  if (time !== undefined) return timestamp(time);
  if (bold !== undefined) return `**${escapeText(bold)}**`;
  if (fixed !== undefined) return code(fixed) || escapeText(whole);
  return label !== undefined && url !== undefined ? link(label, url) : escapeText(whole);
}

function lineToDiscord(line: string): string {
  const bullet = line.startsWith('- ') ? '- ' : '';
  const words = line.slice(bullet.length);
  let out = bullet;
  let end = 0;
  for (const match of words.matchAll(INLINE)) {
    const between = words.slice(end, match.index);
    out += (end === 0 ? escapeText(between) : escapeInside(between)) + marked(match);
    end = match.index + match[0].length;
  }
  return out + (end === 0 ? escapeText(words) : escapeInside(words.slice(end)));
}

/** Marks that count only at the start of a line mean nothing behind something else. */
function escapeInside(text: string): string {
  return escapeText(`x${text}`).slice(1);
}

/** Lines of the small Markdown of replies in Discord's own, everything else escaped. */
export function markdownLines(markdown: SmallMarkdown): string[] {
  return markdown.split('\n').map((line) => lineToDiscord(line));
}
