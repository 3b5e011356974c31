import type { SecretKind } from '../../model.ts';
import { gated } from '../gated.ts';

export interface SecretSpan {
  start: number;
  end: number;
  kind: SecretKind;
}

/** Looks through a raw text; `folded` is the same in lower case. */
export type Finder = (text: string, folded: string) => SecretSpan[];

/** Whether what a pattern found is a secret. `before` is the text in front of it. */
type Accept = (value: string, before: string) => boolean;

const NONE: SecretSpan[] = [];
/** How much in front of a value tells what it is. */
const BEFORE = 32;

/** Reports group 1 of a pattern (all of it without groups), where `accept` agrees. Tried only where the pattern may match. */
export function finder(kind: SecretKind, pattern: RegExp, accept: Accept = () => true): Finder {
  const gate = gated(pattern);
  return (text, folded) => (gate.mayMatch(folded) ? find(text, kind, pattern, accept) : NONE);
}

function find(text: string, kind: SecretKind, pattern: RegExp, accept: Accept): SecretSpan[] {
  const found: SecretSpan[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const value = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(value);
    if (value !== '' && accept(value, text.slice(Math.max(0, start - BEFORE), start))) {
      found.push({ start, end: start + value.length, kind });
    } else pattern.lastIndex = Math.max(match.index + 1, start);
  }
  return found;
}
