import type { SecretKind } from '../model.ts';
import { isCardNumber, isChineseId } from './checksums.ts';

export interface SecretSpan {
  start: number;
  end: number;
  kind: SecretKind;
}

type Finder = (text: string) => SecretSpan[];

/** Places of secrets in a raw text, in order, without overlaps. */
export function findSecrets(text: string, secretExpected: boolean): SecretSpan[] {
  const found = FINDERS.flatMap((find) => find(text));
  if (secretExpected || SIGN_IN.test(text)) found.push(...loneTokens(text, secretExpected));
  return withoutOverlaps(found.filter((span) => !isPlaceholder(text.slice(span.start, span.end))));
}

function withoutOverlaps(spans: SecretSpan[]): SecretSpan[] {
  const sorted = spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((span, i) => !sorted.slice(Math.max(0, i - 8), i).some((other) => other.end > span.start));
}

/** What our own redaction put there, or what people blank out themselves. */
function isPlaceholder(value: string): boolean {
  return /^\[|^[*x•.#·]+$/i.test(value) || /隐藏|隱藏|hidden/.test(value);
}

/** A finder that reports group 1 of a pattern (all of it without groups), where `accept` agrees. */
function pattern(
  kind: SecretKind,
  source: RegExp,
  accept: (value: string, match: RegExpExecArray) => boolean = () => true,
): Finder {
  return (text) =>
    [...text.matchAll(source)].flatMap((match) => {
      const value = match[1] ?? match[0];
      if (!accept(value, match)) return [];
      const start = match.index + match[0].lastIndexOf(value);
      return [{ start, end: start + value.length, kind }];
    });
}

const PASSWORD_WORD =
  'pass+[\\s_-]?(?:w?or?r?d|wd|phrase|code)?s?|pw|pwd|psw|passwort|kennwort|mot de passe|mdp|contrase[ñn]a|clave|senha|parola|пароль|密\\s?码|密\\s?碼|口令|パスワード|비밀번호|비번|secret|credentials?';
const CODE_WORD =
  '授权[码密]码?|授權[碼密]碼?|auth(?:ori[sz]ation)?[ _-]?code|app[ _-]?passwor[dt]|应用(?:专用)?密码|應用程式密碼|客户端(?:专用|授权)?密码|专用密码|独立密码';
/** Between the word and the secret: a sign, or a small verb. */
const SIGN = `["'»”\\]]?\\s*(?:[:=：＝]|=>|->)\\s*["'“「«]?`;
const VERB = `\\s*(?:is|was|to|are|ist|es|est|é|это|now|就是|是|为|為|叫|改成|换成|填的?是?|は|が|:)\\s*["'“「«]?`;
const VALUE = '([^\\s"\'”」»,，。;；、)）<>\\u3000]{4,128})';

const FINDERS: Finder[] = [
  pattern('auth-line', /\bauth(?:enticate)?\s+(?:plain|login|xoauth2|cram-md5)\s+([A-Za-z0-9+/=]{8,})/gi, isBase64),
  pattern('auth-line', /\bauthorization:\s*(?:basic|bearer)\s+([A-Za-z0-9+/=._-]{8,})/gi),
  pattern(
    'auth-line',
    /\b[A-Za-z0-9]{1,8}\s+login\s+\S+\s+("?[^\s"]{4,}"?)\s*$/gim,
    (value) => mixed(value.replaceAll('"', '')) && !isAddress(value),
  ),
  pattern(
    'token',
    /\bxox[abeprs]-[A-Za-z0-9-]{10,}|\bxapp-[A-Za-z0-9-]{10,}|\bgh[opsu]_[A-Za-z0-9]{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}|\bsk-[\w-]{20,}|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[\w-]{30,}|\bya29\.[\w.-]{20,}|\bSG\.[\w-]{16,}\.[\w-]{16,}|\bkey-[0-9a-f]{32}\b|\bLTAI[A-Za-z0-9]{12,30}|\bAKID[A-Za-z0-9]{13,40}|\beyJ[\w-]{8,}\.[\w-]{8,}\.?[\w-]*/g,
  ),
  pattern('token', /\b[MNO][\w-]{22,30}\.[\w-]{5,8}\.[\w-]{25,45}/g),
  pattern('token', /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g),
  pattern('token', /[?&](?:token|access_token|sid|session|sessionid|api_?key|code)=([^\s&#]{8,})/gi),
  pattern(
    'token',
    /(?:api|access|secret|client)[ _-]?(?:key|token|secret)\s*(?:id)?\s*["']?\s*[:=：]\s*["']?([\w./+=-]{8,})/gi,
  ),
  pattern('password', /\b[a-z][a-z0-9+.-]{2,12}:\/\/[^\s:/@]{1,128}:([^\s/@]{1,128})@/gi),
  pattern('authorization-code', new RegExp(`(?:${CODE_WORD})${SIGN}${VALUE}`, 'giu'), (value) =>
    looksSecret(value, 'sign'),
  ),
  pattern('authorization-code', new RegExp(`(?:${CODE_WORD})(?:${VERB}|\\s+)${VALUE}`, 'giu'), looksLikeCode),
  pattern('password', new RegExp(`(?:${PASSWORD_WORD})${SIGN}${VALUE}`, 'giu'), (value) => looksSecret(value, 'sign')),
  pattern('password', new RegExp(`(?:${PASSWORD_WORD})${VERB}${VALUE}`, 'giu'), (value) => looksSecret(value, 'verb')),
  pattern('password', new RegExp(`(?:${PASSWORD_WORD})\\s*([A-Za-z0-9!@#$%^&*_+.-]{6,64})(?![\\w@])`, 'giu'), (value) =>
    looksSecret(value, 'bare'),
  ),
  pattern(
    'app-password',
    /(?<![A-Za-z])([A-Za-z]{4}([ -])[A-Za-z]{4}\2[A-Za-z]{4}\2[A-Za-z]{4})(?![A-Za-z])/g,
    isSpacedAppPassword,
  ),
  pattern('card', /(?<![\d.])\d(?:[ -]?\d){12,18}(?!\d)/g, isCardNumber),
  pattern('national-id', /(?<!\d)\d{17}[\dXx](?![\dXx])/g, isChineseId),
  pattern('national-id', /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])|(?<![A-Z0-9])[A-Z][12]\d{8}(?!\d)/g),
  pattern('phone', /(?<![\d.@\w-])(?:\+|00)\d{1,3}[ .()-]{0,2}\d(?:[ .()-]{0,2}\d){6,12}(?![\d@.]\w?)/g),
  pattern('phone', /(?<![\d\w.-])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d@\w])/g),
  pattern('phone', /(?<![\d\w.-])(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d@-])/g),
  pattern(
    'phone',
    /(?<![\d\w.-])09\d{2}[- ]?\d{3}[- ]?\d{3}(?!\d)|(?<![\d\w.-])0[1-9]\d{0,3}[-/ ]\d{3,4}[- ]?\d{3,5}(?![\d@.])/g,
  ),
  pattern(
    'phone',
    /(?:phone|call me(?: (?:at|on))?|number is|tel|手机号?|电话|電話|微信|telefon|teléfono|téléphone|телефон)[^\d\n@]{0,12}(\d(?:[ -]?\d){6,12})(?![\d@])/gi,
  ),
];

const SIGN_IN = /授权码|授權碼|密码|密碼|password|passwort|app pass|auth|535|534|登录|登入|login|sign.?in/i;

/** Words that say how a password is, not what it is. */
const STATUS =
  /^(?:wrong|correct|incorrect|right|invalid|failed|rejected|required|needed|expired|reset|changed|saved|stored|none|normal|plain|encrypted|fine|good|okay|same|different|prompt|error|field|box|manager|oauth2?|xoauth2|true|false|null|empty|blank|visible|asked|again|login|logon|password\w*|passwort|falsch|richtig|korrekt|incorrecta?|correcta?|senha|your\w*|user\w*|full|being|still|always|never|definitely|already|accepted|incorrectly|correctly|not|what|when|protected|policy|yes|no|with|from|for|that|this|imap|smtp|pop3?|ssl|tls|starttls|auto|错误|不对|正确|没错)[.!?…]*$/i;

function looksSecret(value: string, after: 'sign' | 'verb' | 'bare'): boolean {
  const bare = value.replace(/[.!?…]+$/, '');
  if (bare.length < 4 || STATUS.test(bare) || /\p{Script=Han}{3,}/u.test(bare) || isAddress(bare)) return false;
  if (!/[A-Za-z0-9]/.test(bare)) return false;
  if (after === 'sign') return !/^\p{Script=Han}/u.test(bare);
  return (
    mixed(bare) &&
    !/^(?:0x[0-9a-f]+|\d{1,5}|[45]\d\d[-.\d]*|imap4|pop3|tls1.*|\d+\.\d+.*|outlook\d+|win\d+|.*[/:].*)$/i.test(bare)
  );
}

/** Sixteen letters, or letters and digits: words that follow "app password" in a sentence are neither. */
function looksLikeCode(value: string): boolean {
  return looksSecret(value, 'verb') || /^[A-Za-z]{16}$/.test(value);
}

function isAddress(value: string): boolean {
  return /^[\w.+-]+@[\w-]+\.[\w.]+$|^(?:[\w-]+\.)+(?:com|net|org|cn|de|io|uk|fr|jp|example)(?::\d+)?$|^https?:/i.test(
    value,
  );
}

/** Not a word of a sentence, and not a hexadecimal error code. */
function isBase64(value: string): boolean {
  return /[A-Z]/.test(value) && /[a-z0-9]/.test(value) && !/^[A-Z]?[a-z]+$/.test(value);
}

/** Letters with digits or signs, or capitals inside: not a word of a language. */
function mixed(value: string): boolean {
  return (
    (/\d/.test(value) && /[A-Za-z!@#$%^&*]/.test(value)) ||
    /[A-Za-z0-9][!@#$%^&*_+=]/.test(value) ||
    /[a-z][A-Z]/.test(value) ||
    /^\d{6,}$/.test(value)
  );
}

const FOUR_LETTER_WORDS = new Set(
  'that this with from have when mail does work will what your they them then been some into only just like time know take make over back also even want give most send sent host port help need here same more such than very once must many were says said tell told used uses user sign logs type typo page site code name file both each else keep kept left list long look lost main mode much next none okay open pass past path phone plus says seem seen show side slow soon stop sure test text thru till turn upon view wait ways well went whom wont work year able about after dont cant isnt gets got good gone goes find fine fail down done data dead come call bits best been away area apps any2 acct aint imap pop3 smtp host auth link last late kind kept june july easy'.split(
    ' ',
  ),
);

function isSpacedAppPassword(value: string): boolean {
  return !value
    .toLowerCase()
    .split(/[ -]/)
    .some((word) => FOUR_LETTER_WORDS.has(word));
}

/** A token of the shape of an authorization code: 16 letters, or any mixed one when we asked people to make one. */
function loneTokens(text: string, secretExpected: boolean): SecretSpan[] {
  const lone = text.trim();
  const spans = pattern(
    'authorization-code',
    /(?<![\w@.-])[A-Za-z]{16}(?![\w@.-])/g,
    (value) => lone === value || unpronounceable(value),
  )(text);
  if (!secretExpected) return spans;
  const expected = pattern('authorization-code', /(?<![\w@.:/-])[A-Za-z0-9]{8,32}(?![\w@:/-]|\.\w)/g, (value) =>
    NAME_AND_NUMBER.test(value) ? false : value === lone || (mixed(value) && !/^0x/i.test(value)),
  )(text);
  return [...spans, ...expected.slice(0, 1)];
}

/** `office365`, `windows11`, `outlook2016`: names, which generated codes never look like. */
const NAME_AND_NUMBER = /^[a-z]{4,12}\d{1,4}$/i;

/** Random letters pile up consonants; words do not. */
function unpronounceable(value: string): boolean {
  const vowels = value.match(/[aeiou]/gi)?.length ?? 0;
  return /[^aeiouy]{5,}/i.test(value) || vowels < 4 || /q(?!u)|[jvxz]{2}/i.test(value);
}
