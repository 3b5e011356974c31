const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;

/** An A-label (`xn--…`) as people see it; other labels, and ones that do not decode, unchanged (RFC 3492). */
export function displayLabel(label: string): string {
  return label.startsWith('xn--') ? (decode(label.slice(4)) ?? label) : label;
}

function decode(encoded: string): string | undefined {
  const dash = encoded.lastIndexOf('-');
  const letters = Array.from(encoded.slice(0, Math.max(0, dash)));
  let code = 128;
  let index = 0;
  let bias = 72;
  let at = dash > 0 ? dash + 1 : 0;
  while (at < encoded.length) {
    const number = readNumber(encoded, at, bias);
    if (!number) return undefined;
    at = number.next;
    index += number.value;
    const length = letters.length + 1;
    bias = adapt(number.value, length, letters.length === (dash > 0 ? dash : 0));
    code += Math.floor(index / length);
    if (code > 0x10ffff) return undefined;
    letters.splice(index % length, 0, String.fromCodePoint(code));
    index = (index % length) + 1;
  }
  return letters.join('');
}

/** One generalised variable-length integer. */
function readNumber(text: string, start: number, bias: number): { value: number; next: number } | undefined {
  let value = 0;
  let weight = 1;
  for (let at = start, k = BASE; at < text.length; at++, k += BASE) {
    const digit = digitOf(text.charCodeAt(at));
    if (digit === undefined) return undefined;
    value += digit * weight;
    const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
    if (digit < threshold) return { value, next: at + 1 };
    weight *= BASE - threshold;
  }
  return undefined;
}

function digitOf(code: number): number | undefined {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : undefined;
}

function adapt(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? DAMP : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
