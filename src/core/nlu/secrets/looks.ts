/** Words that say how a password is, not what it is. */
const STATUS =
  /^(?:wrong|correct|incorrect|right|invalid|failed|rejected|required|needed|expired|reset|changed|saved|stored|none|normal|plain|basic|encrypted|fine|good|okay|same|different|prompt|error|field|box|manager|oauth2?|xoauth2|true|false|null|empty|blank|visible|asked|again|login|logon|password\w*|passwort|falsch|richtig|korrekt|incorrecta?|correcta?|senha|your\w*|user\w*|full|being|still|always|never|definitely|already|accepted|incorrectly|correctly|not|what|when|protected|policy|yes|no|with|from|for|that|this|imap|smtp|pop3?|ssl|tls|starttls|auto|错误|不对|正确|没错)[.!?…]*$/i;

/** Names of programs, systems and standards with their numbers; behind the number stands little more. */
const NAMES =
  /^(?:(?:outlook|office-?|windows?|win|exchange|microsoft|iphone|ipad|ios|ipados|macos|mac|android|galaxy|pixel|redmi|mate|thunderbird|foxmail|server|imap|pop|smtps?|tlsv?|ssl|starttls|x?oauth|sha|md|utf|iso|gb|big|base|rfc|kb|cve|ie|step|error|err|code|aadsts|port|version|ver|build|update|debian|ubuntu|php|python|java|node|1und|smtp2go|mail2?|web|gmail|yahoo|hotmail|icloud|exmail|qq|vip)[-_ ]?v?\d[\d._-]*\w{0,5}|[a-z]-?\d{1,4}(?:\.\d+)*)$/i;
/** Error codes, versions, dates, times, sizes, counts. */
const CODES =
  /^(?:0x[0-9a-f]+|[45]\d\d[-.\d]*|\d+(?:[.:,/-]\d+)+\w?|\d+(?:st|nd|rd|th|x|h|s|ms|min|mb|gb|kb|k|bit|px|€|\$|%)+|\d{1,3}%|[A-Z]{2,6}-\d[\d-]*|#\d+|\d-[a-z]+|x{3,}\d*|tls1.*|imap4\w*|pop3\w*)$/i;

/** An address of a mailbox, a server or a page. */
export function isAddress(value: string): boolean {
  return /^[\w.+-]+@[\w-]+\.[\w.]+$|^(?:[\w-]+\.)+[a-z]{2,12}(?::\d+)?(?:\/.*)?$|^\w+:\/\//i.test(value);
}

/** What people list after "changing the password:": where it goes and where not. */
const PLACES =
  /^(?:computer|laptop|desktop|notebook|phone|iphone|ipad|android|tablet|mobile|mac|macbook|outlook|thunderbird|foxmail|webmail|browser|website|gmail|mail|email|everything|nothing|works?|worked|working|fails?|done)$/i;
const DEED =
  /(?:chang|reset|updat|renew|replac|enter|typ|forg|lost|after|since|änder|geändert|cambi|alter|修改|更改|重置|重设|改|换|換|忘)[^:：=\n]{0,28}[:：=]\s*$/i;

/** After a sign, as in "password: …": anything but words that say how it is, or where it was changed. `before` stands in front. */
export function fillsField(value: string, before = ''): boolean {
  const bare = withoutEnd(value);
  if (PLACES.test(bare) && DEED.test(before)) return false;
  return bare.length >= 4 && /[A-Za-z0-9]/.test(bare) && !/^\p{Script=Han}/u.test(bare) && !isKnownWord(bare);
}

/** Right behind the word, or with a small verb between: not a word of a sentence. */
export function isChosen(value: string): boolean {
  const bare = withoutEnd(value);
  return bare.length >= 4 && !isKnownWord(bare) && !isNamed(bare) && (isMixed(bare.replace(/!+$/, '')) || isMade(bare));
}

/** Anywhere near the word: letters with digits or signs, as no word and no name is written. */
export function isStrong(value: string): boolean {
  const bare = withoutEnd(value).replace(/!+$/, '');
  if (bare.length < 6 || isKnownWord(bare) || isNamed(bare) || /[/\\]/.test(bare)) return false;
  const letters = /[A-Za-z]/.test(bare);
  return (letters && /\d/.test(bare)) || (letters && /[\w][!@#$%^&*+=~][\w!@#$%^&*]/.test(bare)) || isMade(bare);
}

/** A code of sixteen letters that spell nothing. */
function isMade(value: string): boolean {
  return /^[A-Za-z]{16}$/.test(value) && isUnpronounceable(value);
}

function isKnownWord(value: string): boolean {
  return STATUS.test(value) || /\p{Script=Han}{3,}/u.test(value) || isAddress(value);
}

function isNamed(value: string): boolean {
  return NAMES.test(value) || CODES.test(value);
}

/** Signs that end a sentence rather than a password; "!" may well be part of one. */
function withoutEnd(value: string): string {
  return value.replace(/[.?…,:;]+$/, '');
}

/** How servers ask for name and password in base64. */
const PROMPT = /^(?:VXNlcm5hbWU6|UGFzc3dvcmQ6|dXNlcm5hbWU6|cGFzc3dvcmQ6|VXNlciBOYW1lAA==|UGFzc3dvcmQA)$/;

/** Not a word of a sentence, not a question of the server, and not a hexadecimal error code. */
export function isBase64(value: string): boolean {
  return (
    !PROMPT.test(value) &&
    /[A-Z]/.test(value) &&
    /[a-z0-9]/.test(value) &&
    !/^[A-Z]?[a-z]+$/.test(value) &&
    !/^0x/i.test(value)
  );
}

/** Letters with digits or signs, or capitals inside: not a word of a language. */
export function isMixed(value: string): boolean {
  return (
    (/\d/.test(value) && /[A-Za-z!@#$%^&*]/.test(value)) ||
    /[A-Za-z0-9][!@#$%^&*_+=]/.test(value) ||
    /[a-z][A-Z]/.test(value) ||
    /^\d{6,}$/.test(value)
  );
}

/** Random letters pile up consonants; words do not. */
export function isUnpronounceable(value: string): boolean {
  const vowels = value.match(/[aeiou]/gi)?.length ?? 0;
  return /[^aeiouy]{5,}/i.test(value) || vowels < 4 || /q(?!u)|[jvxz]{2}/i.test(value);
}
