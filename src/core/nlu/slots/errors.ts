import type { IntentName } from '../../model.ts';
import type { ErrorPattern, Knowledge } from '../../ports.ts';
import { overlaps, type Span } from './span.ts';
import { findErrorCodes } from './technical.ts';

export interface FoundErrors {
  spans: Span[];
  /** As quoted. */
  error?: string;
  id?: string;
  intent?: IntentName;
}

/** Known error texts first (most specific first), then bare codes. */
export function findErrors(text: string, knowledge: Knowledge): FoundErrors {
  const codes = findErrorCodes(text);
  for (const { id, pattern, intent } of likelyPatterns(text, knowledge.errorPatterns)) {
    const match = pattern.exec(text);
    if (!match || match[0] === '') continue;
    const span = { start: match.index, end: match.index + match[0].length, value: match[0] };
    const spans = [span, ...codes.filter((code) => !overlaps(code, [span]))];
    return { spans, error: match[0], id, intent: whileSending(intent, text) };
  }
  return codes[0] ? { spans: codes, error: codes[0].value } : { spans: [] };
}

/** To people a connection that breaks while sending is a trouble of sending. */
function whileSending(intent: IntentName, text: string): IntentName {
  return intent === 'connection-error' && /0x800/.test(text) && SENDING.test(text) ? 'send-receive-problem' : intent;
}

const SENDING = /\bsen[dt]|outgoing|outbox|发送|发件|传送|寄|送信|envi|senden|отправ|보내/;

/** Where in the list of patterns those stand that need a text to hold these two or three characters. */
interface GramIndex {
  byGram: Map<string, number[]>;
  /** Marks, by hash, the pairs of characters that a gram begins with: most places of a text begin none. */
  begins: Uint8Array;
  /** Patterns of which nothing is known in advance. */
  always: number[];
}

const INDEXES = new WeakMap<readonly ErrorPattern[], GramIndex>();
const GRAM = 3;

/** The few patterns whose letters the text holds at all, in their order. */
function likelyPatterns(text: string, patterns: readonly ErrorPattern[]): ErrorPattern[] {
  const { byGram, begins, always } = indexOf(patterns);
  const likely = new Set(always);
  for (let at = 0; at < text.length - 1; at++) {
    if (begins[pairAt(text, at)] === 0) continue;
    for (const place of byGram.get(text.slice(at, at + GRAM)) ?? []) likely.add(place);
    for (const place of byGram.get(text.slice(at, at + GRAM - 1)) ?? []) likely.add(place);
  }
  return [...likely].sort((a, b) => a - b).flatMap((place) => patterns[place] ?? []);
}

/** A power of two: hashes of pairs are cut to it. */
const PAIRS = 1 << 16;

function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 521 + text.charCodeAt(at + 1)) & (PAIRS - 1);
}

function indexOf(patterns: readonly ErrorPattern[]): GramIndex {
  const known = INDEXES.get(patterns);
  if (known) return known;
  const index: GramIndex = { byGram: new Map(), begins: new Uint8Array(PAIRS), always: [] };
  patterns.forEach(({ pattern }, place) => {
    const needles = needlesOf(pattern.source);
    if (needles.length === 0) index.always.push(place);
    for (const needle of needles) {
      // The end of a needle is rarer than its beginning ("certificate …", "server …").
      const gram = needle.slice(-GRAM);
      index.begins[pairAt(gram, 0)] = 1;
      index.byGram.set(gram, [...(index.byGram.get(gram) ?? []), place]);
    }
  });
  INDEXES.set(patterns, index);
  return index;
}

/** One run of plain characters for each alternative of a pattern; empty where an alternative has none. */
export function needlesOf(source: string): string[] {
  const needles = withoutGroups(source).split('|').map(longestRun);
  return needles.includes('') ? [] : needles;
}

function longestRun(plain: string): string {
  const runs = plain
    .replaceAll(/\\[.\-/]/g, (escaped) => escaped[1] ?? '')
    .replaceAll(/\\[pP]\{[^}]*\}|\\u\{?[0-9a-f]+\}?|\\./gi, UNKNOWN)
    .replaceAll(/.(?:[?*]|\{\d[^}]*\})\??/gu, UNKNOWN)
    .split(/[\u0000^$+.]/u);
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  return longest.length >= 2 ? longest.toLowerCase() : '';
}

const UNKNOWN = '\u0000';

/** Groups and classes as one unknown character each. */
function withoutGroups(source: string): string {
  let out = '';
  let depth = 0;
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const char = source[i] ?? '';
    const escaped = char === '\\';
    if (!escaped && inClass) inClass = char !== ']';
    else if (!escaped && char === '[') inClass = true;
    else if (!escaped && char === '(') depth++;
    else if (!escaped && char === ')') depth--;
    else if (depth === 0 && !inClass) out += escaped ? char + (source[i + 1] ?? '') : char;
    if (escaped) i++;
    else if (depth === 0 && !inClass && (char === ')' || char === ']')) out += UNKNOWN;
  }
  return out;
}
