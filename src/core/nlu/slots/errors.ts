import type { IntentName } from '../../model.ts';
import type { ErrorPattern, Knowledge } from '../../ports.ts';
import { likely } from '../gated.ts';
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
  const { errorPatterns } = knowledge;
  for (const place of likely(text, patternsOf(errorPatterns))) {
    const { id, pattern, intent } = errorPatterns[place] as ErrorPattern;
    const match = pattern.exec(text);
    if (!match || match[0] === '') continue;
    const span = { start: match.index, end: match.index + match[0].length, value: match[0] };
    const spans = [span, ...codes.filter((code) => !overlaps(code, [span]))];
    return { spans, error: match[0], id, intent: whileSending(intent, text) };
  }
  return codes[0] ? { spans: codes, error: codes[0].value } : { spans: [] };
}

const PATTERNS = new WeakMap<readonly ErrorPattern[], readonly RegExp[]>();

/** Always the same list of the same errors: what is found out of it is kept with it. */
function patternsOf(errors: readonly ErrorPattern[]): readonly RegExp[] {
  const known = PATTERNS.get(errors);
  if (known) return known;
  const patterns = errors.map(({ pattern }) => pattern);
  PATTERNS.set(errors, patterns);
  return patterns;
}

/** To people a connection that breaks while sending is a trouble of sending. */
function whileSending(intent: IntentName, text: string): IntentName {
  return intent === 'connection-error' && /0x800/.test(text) && SENDING.test(text) ? 'send-receive-problem' : intent;
}

const SENDING = /\bsen[dt]|outgoing|outbox|发送|发件|传送|寄|送信|envi|senden|отправ|보내/;
