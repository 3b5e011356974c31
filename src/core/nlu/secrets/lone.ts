import { type Finder, finder, type SecretSpan } from './finder.ts';
import { isMixed, isUnpronounceable } from './looks.ts';

const SIGN_IN = /授权码|授權碼|密码|密碼|password|passwort|app pass|auth|535|534|登录|登入|login|sign.?in/i;

const SIXTEEN_LETTERS = /(?<![\w@.-])[A-Za-z]{16}(?![\w@.-])/g;
const ANY_TOKEN = /(?<![\w@.:/-])[A-Za-z0-9]{8,32}(?![\w@:/-]|\.\w)/g;
/** `office365`, `windows11`, `outlook2016`: names, which generated codes never look like. */
const NAME_AND_NUMBER = /^[a-z]{4,12}\d{1,4}$/i;

/** Whole messages of one long word, which no generated code looks like. */
const SAID_ALONE = new Set(
  'pourquoi comment warum weshalb nirgends funktioniert erledigt verstanden nothing something somewhere anything whatever tomorrow yesterday understood absolutely certainly correct incorrect received finished continue outgoing incoming username password settings connected disconnected unfortunately porque imposible también naturally obviously seriously definitely'.split(
    ' ',
  ),
);

/** A token of the shape of an authorization code: 16 letters, or any mixed one when we asked people to make one. */
export function loneTokens(text: string, folded: string, secretExpected: boolean): SecretSpan[] {
  if (!secretExpected && !SIGN_IN.test(text)) return [];
  const lone = text.trim();
  const codes = code(lone)(text, folded);
  return secretExpected ? [...codes, ...expected(lone)(text, folded).slice(0, 1)] : codes;
}

function code(lone: string): Finder {
  return (text, folded) =>
    LETTERS(text, folded).filter(({ start, end }) => {
      const value = text.slice(start, end);
      return lone === value || isUnpronounceable(value);
    });
}

function expected(lone: string): Finder {
  return (text, folded) =>
    TOKENS(text, folded).filter(({ start, end }) => {
      const value = text.slice(start, end);
      if (NAME_AND_NUMBER.test(value) || SAID_ALONE.has(value.toLowerCase())) return false;
      return value === lone || (isMixed(value) && !/^0x/i.test(value));
    });
}

const LETTERS = finder('authorization-code', SIXTEEN_LETTERS);
const TOKENS = finder('authorization-code', ANY_TOKEN);
