import { fill, type Texts, texts } from '../locales/index.ts';
import type { ServerCheck, VisitLimit } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { notFoundLine } from './owner-line.ts';

const MINUTE = 60_000;

/** Why a check has no result. */
export function statusLine(check: ServerCheck, knowledge: Knowledge, language: string, now: number): string {
  const { host, status, limit } = check;
  const words = texts(language).check;
  if (status === 'checked') return '';
  if (status === 'rate-limited') return limitLine(limit, words, now);
  const known = status === 'name-not-found' ? notFoundLine(host, knowledge, language) : undefined;
  return known ?? fill(words.statuses[status], { host });
}

/** Whose count is full, and when to ask again. */
export function limitLine(limit: VisitLimit | undefined, words: Texts['check'], now: number): string {
  const { by, tryAt } = limit ?? { by: 'all', tryAt: now };
  return fill(words.limits[by], { minutes: Math.max(1, Math.ceil((tryAt - now) / MINUTE)) });
}
