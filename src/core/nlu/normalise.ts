import type { Knowledge } from '../ports.ts';
import { asWritten } from './cantonese.ts';

export interface Normalised {
  /** NFKC, lower case, simplified and written Chinese, single spaces: what matching sees. */
  text: string;
  /** The same where Cantonese stays as it is spoken: what the classifier learns and sees. */
  spoken: string;
  /** Zero-width or bidirectional control characters stood in it. */
  hidden: boolean;
  /** Bytes that were read in the wrong encoding, beyond repair. */
  damaged: boolean;
}

/** Of longer texts the beginning, the end and the lines that speak of errors are read. */
export const MAX_LENGTH = 6144;
const PART = MAX_LENGTH / 3;
const TELLING =
  /error|fail|denied|refused|reject|timed? ?out|certificate|invalid|unknown|(?<!\d)[45]\d\d[ -]|0x8|错误|失败|拒绝|超时|錯誤|失敗/i;
const INVISIBLE =
  /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u00AD\u034F\u061C\u180E\u{E0000}-\u{E007F}]/gu;
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
const HAN = /\p{Script=Han}/u;
const DAMAGE = /\uFFFD|锟斤拷|烫烫烫|(?:[ÃÂ][\u0080-\u00BF]){2}|(?:[åæçèé][\u0080-\u00BF]{2}){2}/u;
const LATIN1_RUN = /^[\u0000-\u00FF]*$/;

/** Makes one form of what people type in many. Pure and linear in the length of the text. */
export function normalise(raw: string, knowledge: Pick<Knowledge, 'simplify'>): Normalised {
  const short = clip(raw);
  if (PLAIN.test(short)) return asPlain(singleSpaced(short.toLowerCase()));
  const repaired = repair(short);
  const visible = repaired.replace(INVISIBLE, '');
  // One character may become eighteen: as long a text as was read is left of them.
  const folded = visible.normalize('NFKC').slice(0, MAX_LENGTH).replace(CONTROL, ' ').toLowerCase();
  const spoken = singleSpaced(HAN.test(folded) ? knowledge.simplify(folded) : folded);
  return {
    text: asWritten(spoken),
    spoken,
    hidden: visible.length < repaired.length && !/^\p{Extended_Pictographic}/u.test(raw.trim()),
    damaged: DAMAGE.test(repaired),
  };
}

function asPlain(text: string): Normalised {
  return { text, spoken: text, hidden: false, damaged: false };
}

/** Nothing in it has a second form. */
const PLAIN = /^[\n -~]*$/;

function singleSpaced(text: string): string {
  return (/ {2}|[\t\u00A0]/.test(text) ? text.replaceAll(/[ \t\u00A0]+/g, ' ') : text).trim();
}

/** How far into a text its lines are looked at, and how much of one is kept. */
const LOOKED_AT = 131_072;
const LINE = 300;

function clip(raw: string): string {
  if (raw.length <= MAX_LENGTH) return raw;
  const middle = raw.slice(PART, Math.min(raw.length - PART, LOOKED_AT)).split('\n');
  const telling = middle.filter((line) => TELLING.test(line)).map((line) => line.slice(0, LINE));
  return `${raw.slice(0, PART)}\n${telling.join('\n').slice(0, PART)}\n${raw.slice(-PART)}`;
}

/** UTF-8 that was read as Latin-1 is repaired when every byte decodes; anything less certain is left alone. */
function repair(text: string): string {
  if (!/[\u00C3-\u00EF][\u0080-\u00BF]/.test(text) || !LATIN1_RUN.test(text)) return text;
  return decodeUtf8(text) ?? text;
}

function decodeUtf8(bytes: string): string | undefined {
  const escaped = [...bytes].map((char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}
