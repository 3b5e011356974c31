/** Bits of what a character is; `KNOWN` alone is a character that is neither. */
const KNOWN = 1;
const IN_WORD = 2;
const HAN = 4;

/** What the characters of two bytes are, filled in as they come. */
const KINDS = new Uint8Array(0x10000);

/** So many words are a long text, whatever else stands in it: more need not be counted. */
const MANY = 40;

/** Words, and half of the Han characters, up to many; a word that begins with Han counts as its characters only. */
export function contentWords(text: string): number {
  let words = 0;
  let han = 0;
  let within = false;
  for (let at = 0; at < text.length && words + han / 2 < MANY; at++) {
    const kind = (KINDS[text.charCodeAt(at)] as number) || learn(text, at);
    if ((kind & HAN) !== 0) han++;
    else if ((kind & IN_WORD) !== 0 && !within) words++;
    within = (kind & IN_WORD) !== 0;
    if (isLowHalf(text.charCodeAt(at + 1))) at++;
  }
  return words + han / 2;
}

function learn(text: string, at: number): number {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const kind = KNOWN | (/[\p{L}\p{N}'._@:-]/u.test(char) ? IN_WORD : 0) | (/\p{Script=Han}/u.test(char) ? HAN : 0);
  // A half of a surrogate pair means nothing without the other.
  if (char.length === 1) KINDS[text.charCodeAt(at)] = kind;
  return kind;
}

function isLowHalf(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
