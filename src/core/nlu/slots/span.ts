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
  pattern: RegExp,
  value: (match: RegExpExecArray) => Value | undefined,
): Span<Value>[] {
  const spans: Span<Value>[] = [];
  for (const match of text.matchAll(pattern)) {
    const found = value(match);
    if (found !== undefined) spans.push({ start: match.index, end: match.index + match[0].length, value: found });
  }
  return spans;
}

export function overlaps(span: Span<unknown>, others: readonly Span<unknown>[]): boolean {
  return others.some((other) => span.start < other.end && other.start < span.end);
}

export function distinct<Value>(spans: readonly Span<Value>[]): Value[] {
  return [...new Set(spans.map((span) => span.value))];
}
