import type { SecretSpan } from './finder.ts';
import { loneTokens } from './lone.ts';
import { findNumbers } from './numbers.ts';
import { PASSWORD_FINDERS } from './passwords.ts';
import { withoutServerMarks } from './server-marks.ts';
import { TOKEN_FINDERS } from './tokens.ts';

export type { SecretSpan } from './finder.ts';

/** What these look for has a shape that no server's own numbers have. */
const SHAPED = [...TOKEN_FINDERS, findNumbers];

/** Places of secrets in a raw text, in order, without overlaps. */
export function findSecrets(text: string, secretExpected: boolean): SecretSpan[] {
  const folded = text.toLowerCase();
  const found = SHAPED.flatMap((find) => find(text, folded));
  const unmarked = withoutServerMarks(text);
  const plain = unmarked === text ? folded : unmarked.toLowerCase();
  found.push(...PASSWORD_FINDERS.flatMap((find) => find(unmarked, plain)));
  found.push(...loneTokens(unmarked, plain, secretExpected));
  return withoutOverlaps(found.filter((span) => !isPlaceholder(text.slice(span.start, span.end))));
}

function withoutOverlaps(spans: SecretSpan[]): SecretSpan[] {
  const sorted = spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: SecretSpan[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (!last || span.start >= last.end) kept.push(span);
    // A longer one that begins within the last one must not leave its end standing.
    else if (span.end > last.end) kept[kept.length - 1] = { ...last, end: span.end };
  }
  return kept;
}

/** What our own redaction put there, or what people blank out themselves. */
function isPlaceholder(value: string): boolean {
  return /^\[|^[*x•.#·]+$/i.test(value) || /隐藏|隱藏|hidden/.test(value);
}
