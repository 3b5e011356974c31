import type { SecretKind } from '../../model.ts';
import { gated } from '../gated.ts';
import { type Finder, finder, type SecretSpan } from './finder.ts';
import { fillsField, isChosen, isStrong } from './looks.ts';
import { CODE_WORD, PASSWORD_WORD } from './words.ts';

/** Between the word and the secret: a sign, or a small verb. */
const SIGN = `["'»”\\]]?\\s*(?:[:=：＝]|=>|->)\\s*["'“「«]?`;
const VERB = `\\s*(?:is|was|to|are|ist|lautet|auf|es|est|en|c['’]est|é|era|это|на|now|就是|是|为|為|叫|改成|改為|换成|填的?是?|は|を|が|는|은|:)?\\s*["'“「『«]?`;
const VALUE = '([^\\s"\'”」』»,，。;；、)）<>\\u3000]{4,128})';
/** Without signs: what may directly follow a word of a script without spaces. */
const GLUED = '([A-Za-z0-9!@#$%^&*_+.-]{6,64})(?![\\w@])';

const BESIDE_WORDS: Finder[] = [
  finder('authorization-code', new RegExp(`(?:${CODE_WORD})${SIGN}${VALUE}`, 'giu'), fillsField),
  finder('authorization-code', new RegExp(`(?:${CODE_WORD})${VERB}${VALUE}`, 'giu'), isCode),
  finder('password', new RegExp(`(?:[a-z]+pass|${PASSWORD_WORD})${SIGN}${VALUE}`, 'giu'), fillsField),
  finder('password', new RegExp(`(?:${PASSWORD_WORD})${VERB}${VALUE}`, 'giu'), isChosen),
  finder('password', new RegExp(`(?:${PASSWORD_WORD})\\s*${GLUED}`, 'giu'), isChosen),
  finder(
    'app-password',
    /(?<![A-Za-z])([A-Za-z]{4}([ \u00A0-])[A-Za-z]{4}\2[A-Za-z]{4}\2[A-Za-z]{4})(?![A-Za-z])/g,
    isSpacedAppPassword,
  ),
];

/** A code of sixteen letters is one where the word stands before it, however it sounds. */
function isCode(value: string): boolean {
  return isChosen(value) || /^[A-Za-z]{16}$/.test(value);
}

const FOUR_LETTER_WORDS = new Set(
  'that this with from have when mail does work will what your they them then been some into only just like time know take make over back also even want give most send sent host port help need here same more such than very once must many were says said tell told used uses user sign logs type typo page site code name file both each else keep kept left list long look lost main mode much next none okay open pass past path phone plus says seem seen show side slow soon stop sure test text thru till turn upon view wait ways well went whom wont work year able about after dont cant isnt gets got good gone goes find fine fail down done data dead come call bits best been away area apps any2 acct aint imap pop3 smtp host auth link last late kind kept june july easy'.split(
    ' ',
  ),
);

function isSpacedAppPassword(value: string): boolean {
  return !value
    .toLowerCase()
    .split(/[ \u00A0-]/)
    .some((word) => FOUR_LETTER_WORDS.has(word));
}

const WORD = gated(new RegExp(`${CODE_WORD}|${PASSWORD_WORD}`, 'giu'));
const CODE = new RegExp(CODE_WORD, 'iu');
/** Pieces without spaces, quotes, brackets and letters of other scripts. */
const PIECE = /[A-Za-z0-9!@#$%^&*_+=~?.-]{6,64}/g;
/** As far as a secret stands from its word, in one sentence. */
const REACH_AFTER = 48;
const REACH_BEFORE = 28;
const SENTENCE_END = /[\n。！；]|[.!?;] /;
/** "… as the password": what stands before the word is meant. */
const AS =
  /(?:\bas|\bals|\bcomme|\bcomo|\bcome|\bкак|を|로|으로|作为|作為|当|當)\s*(?:the|my|a|das|mein|le|mon|la|mi|minha|a)?\s*$/i;

/** "The password for my account is …", "I typed … as the password": near the word, and written as no word is. */
function nearWords(text: string, folded: string): SecretSpan[] {
  if (!WORD.mayMatch(folded)) return [];
  const found: SecretSpan[] = [];
  WORD.pattern.lastIndex = 0;
  for (let word = WORD.pattern.exec(text); word; word = WORD.pattern.exec(text)) {
    const kind = CODE.test(word[0]) ? 'authorization-code' : 'password';
    const end = word.index + word[0].length;
    const secret = firstStrong(text, end, kind) ?? lastBefore(text, word.index, kind);
    if (secret) found.push(secret);
  }
  return found;
}

function firstStrong(text: string, from: number, kind: SecretKind): SecretSpan | undefined {
  const window = text.slice(from, from + REACH_AFTER + MOST);
  const stop = window.search(SENTENCE_END);
  const within = stop < 0 ? window : window.slice(0, stop);
  for (const { index, 0: piece } of within.matchAll(PIECE)) {
    if (index > REACH_AFTER) return undefined;
    if (isStrong(piece) || (kind === 'authorization-code' && isChineseCode(piece, within)))
      return { start: from + index, end: from + index + piece.length, kind };
  }
  return undefined;
}

/** Among Han characters sixteen letters are no word. */
function isChineseCode(piece: string, around: string): boolean {
  return /^[A-Za-z]{16}$/.test(piece) && /\p{Script=Han}/u.test(around);
}

const MOST = 64;

function lastBefore(text: string, to: number, kind: SecretKind): SecretSpan | undefined {
  const from = Math.max(0, to - REACH_BEFORE - MOST);
  const window = text.slice(from, to);
  if (!AS.test(window)) return undefined;
  const piece = [...window.matchAll(PIECE)].findLast((match) => isStrong(match[0]));
  if (!piece || window.length - piece.index - piece[0].length > REACH_BEFORE) return undefined;
  return { start: from + piece.index, end: from + piece.index + piece[0].length, kind };
}

export const PASSWORD_FINDERS: Finder[] = [...BESIDE_WORDS, nearWords];
