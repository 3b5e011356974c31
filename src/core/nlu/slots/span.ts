import { Gated } from '../gated.ts';

/** A piece of the normalised text and what it stands for. */
export interface Span<Value = string> {
  start: number;
  /** Exclusive. */
  end: number;
  value: Value;
}

/** All matches of a global pattern as spans; `value` of a match may be refused by returning undefined. */
export function findSpans<Value>(
  text: string,
  pattern: RegExp | Gated,
  value: (match: RegExpExecArray) => Value | undefined,
): Span<Value>[] {
  if (!(pattern instanceof Gated)) return matchesOf(text, pattern, value);
  return pattern.mayMatch(text) ? matchesOf(text, pattern.pattern, value) : [];
}

/** `matchAll` would make a copy of the pattern, which costs more than most texts take to search. */
function matchesOf<Value>(
  text: string,
  pattern: RegExp,
  value: (match: RegExpExecArray) => Value | undefined,
): Span<Value>[] {
  const spans: Span<Value>[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const found = value(match);
    if (found !== undefined) spans.push({ start: match.index, end: match.index + match[0].length, value: found });
    if (match[0] === '') pattern.lastIndex++;
  }
  return spans;
}

export function overlaps(span: Span<unknown>, others: readonly Span<unknown>[]): boolean {
  for (const other of others) if (span.start < other.end && other.start < span.end) return true;
  return false;
}

export function distinct<Value>(spans: readonly Span<Value>[]): Value[] {
  return [...new Set(spans.map((span) => span.value))];
}
