/** What a UTF-16 unit is to a tokenizer; runs of one kind make a word. */
export type CharacterKind = typeof OUTSIDE | typeof LETTER | typeof HAN | typeof KANA | typeof HANGUL;

export const OUTSIDE = 0;
/** Letters and digits of scripts that put spaces between words, and the apostrophe within them. */
export const LETTER = 1;
export const HAN = 2;
export const KANA = 3;
export const HANGUL = 4;

const APOSTROPHE = 0x27;

/** Kind of a UTF-16 unit, by Unicode block: telling letters from marks within a block is not worth a table here. */
export function characterKind(code: number): CharacterKind {
  if (code < 0x80) return isAsciiWord(code) || code === APOSTROPHE ? LETTER : OUTSIDE;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba ? LETTER : OUTSIDE;
  if (code < 0x1100) return code === 0xd7 || code === 0xf7 ? OUTSIDE : LETTER;
  if (code < 0x1200) return HANGUL;
  if (code < 0x2000) return LETTER;
  if (code < 0x3041) return code === 0x3005 ? HAN : OUTSIDE;
  if (code < 0x3100) return code === 0x30fb ? OUTSIDE : KANA;
  if (code < 0x3400) return code >= 0x3131 && code < 0x318f ? HANGUL : OUTSIDE;
  if (code < 0xa000) return HAN;
  if (code >= 0xac00 && code < 0xd7b0) return HANGUL;
  return code >= 0xf900 && code < 0xfb00 ? HAN : OUTSIDE;
}

/** ASCII letters and digits. */
export function isAsciiWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}
