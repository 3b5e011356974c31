/** Luhn check (ISO/IEC 7812-1) of 13 to 19 digits that begin as those of payment cards do. */
export function isCardNumber(value: string): boolean {
  const digits = value.replaceAll(/\D/g, '');
  if (!/^[3-6]\d{12,18}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}

const CHINESE_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** Region, birth date, serial number. */
const CHINESE = /^[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/i;

/** Chinese resident identity number: 17 digits and a check character (GB 11643). */
export function isChineseId(value: string): boolean {
  if (!CHINESE.test(value)) return false;
  const sum = CHINESE_WEIGHTS.reduce((total, weight, i) => total + weight * Number(value[i]), 0);
  return '10X98765432'[sum % 11] === value[17]?.toUpperCase();
}

/** In the order of their codes, 10 to 35. */
const TAIWANESE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

/** National identification number of Taiwan: a letter, the sex, seven digits and a check digit. */
export function isTaiwaneseId(value: string): boolean {
  const code = TAIWANESE_LETTERS.indexOf(value[0] ?? '') + 10;
  const digits = Array.from(value.slice(1), Number);
  const weighted = digits.reduce((total, digit, i) => total + digit * Math.max(1, 8 - i), 0);
  return (Math.floor(code / 10) + (code % 10) * 9 + weighted) % 10 === 0;
}

/** Hong Kong identity card: one or two letters, six digits, a check digit in brackets; a missing letter counts as 36. */
export function isHongKongId(value: string): boolean {
  const plain = value.replaceAll(/[()（）]/g, '').padStart(9, ' ');
  const values = Array.from(plain.slice(0, 8), (char) => (char === ' ' ? 36 : Number.parseInt(char, 36)));
  const sum = values.reduce((total, each, i) => total + each * (9 - i), 0);
  return (sum + Number.parseInt(plain[8] ?? '', 36)) % 11 === 0;
}

/** US social security number; areas that were never given out are none. */
export function isSocialSecurity(value: string): boolean {
  return !/^(?:000|666|9)|-00-|-0000$/.test(value);
}
