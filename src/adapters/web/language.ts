import { LANGUAGES } from '../../core/index.ts';

/** Chinese is told apart by script; where only a region is given, by what is written there. */
const TRADITIONAL = /^zh-(hant|tw|hk|mo)\b/i;

function known(tag: string): string | undefined {
  if (TRADITIONAL.test(tag)) return 'zh-Hant';
  if (/^zh\b/i.test(tag)) return 'zh-Hans';
  const lower = tag.toLowerCase();
  return LANGUAGES.find((one) => lower === one.toLowerCase() || lower.startsWith(`${one.toLowerCase()}-`));
}

/** Quality of one item of Accept-Language, 0…1 (RFC 9110, 12.5.4). */
function quality(item: string): number {
  const stated = /;\s*q=([\d.]+)/.exec(item)?.[1];
  return stated === undefined ? 1 : Number(stated) || 0;
}

/** The first of our languages that the browser accepts. */
export function acceptedLanguage(header: string | undefined, fallback: string): string {
  const tags = (header ?? '')
    .split(',', 20)
    .map((item) => ({ tag: item.split(';')[0]?.trim() ?? '', quality: quality(item) }))
    .filter((item) => item.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of tags) {
    const language = known(tag);
    if (language !== undefined) return language;
  }
  return fallback;
}

export function isLanguage(tag: string | undefined): tag is string {
  return tag !== undefined && LANGUAGES.includes(tag);
}
