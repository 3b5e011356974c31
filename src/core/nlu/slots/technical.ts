import type { Protocol } from '../../model.ts';
import { type Gated, gated } from '../gated.ts';
import { findSpans, type Span } from './span.ts';

const PORT =
  /(?<![\d.,/x-]|\d[ ])(?:25|26|110|143|465|587|993|994|995|2525)(?![\d%]|[.,]\d|[ ]?(?:[mgk]b|mails?|e-?mails?|days?|hours?|minutes?|messages?|people|users?|euros?|usd|€|天|个|封|条|年|月|日|岁|人|分|次|元|块|兆|邮箱|信箱|邮))/g;

/** Ports that mail uses; other numbers are not ports to us. */
export function findPorts(text: string): Span<number>[] {
  return findSpans(text, PORT, (match) => Number(match[0]));
}

const PROTOCOLS = gatedAll<Protocol>([
  ['imap', /(?<![a-z])(?:imaps?4?|iamp|imop|impa|imat)(?![a-z])/g],
  [
    'pop3',
    /(?<![a-z])(?:pop[ -]?3s?|pops|pop)(?![a-z]|[ -]?ups?(?![a-z])|[ -]?(?:music|song|corn|out|in\b|open)|s? (?:up|out)\b)/g,
  ],
  ['smtp', /(?<![a-z])(?:e?smtps?|stmp|smpt|sntp|smtpd|mstp|smttp|smtpp)(?![a-z])/g],
]);

/** Protocols named as words, also mistyped. */
export function findProtocols(text: string): Span<Protocol>[] {
  return PROTOCOLS.flatMap(([protocol, pattern]) => findSpans(text, pattern, () => protocol)).sort(byStart);
}

/** The protocol that a host's first label implies. */
export function protocolOfHost(host: string): Protocol | undefined {
  const label = host.split('.')[0] ?? '';
  if (/imap|iamp/.test(label)) return 'imap';
  if (/^(?:secure)?pop/.test(label)) return 'pop3';
  return /smtp|stmp|smpt|^outgoing|^send/.test(label) ? 'smtp' : undefined;
}

const SECURITY = gatedAll<string>([
  ['starttls', /start[ -]?tls/g],
  ['ssl', /(?<![a-z])ssl(?:\/tls)?(?![a-z])/g],
  ['tls', /(?<![a-z/])tls(?:\/ssl)?(?![a-z])/g],
  [
    'none',
    /(?:no|without|not) (?:ssl|tls|encryption|encrypted)|unencrypted|plain ?text|不加密|未加密|没有加密|明文|无加密/g,
  ],
]);

/** The encryption that a person names. */
export function findSecurity(text: string): Span[] {
  return SECURITY.flatMap(([kind, pattern]) => findSpans(text, pattern, () => kind)).sort(byStart);
}

const PLATFORMS = gatedAll<string>([
  ['ios', /(?<![a-z])(?:ios|iphones?|ipad|ipados)(?![a-z])|苹果手机|アイフォン|айфон|아이폰/g],
  [
    'android',
    /(?<![a-z])(?:android|samsung|xiaomi|huawei|pixel|oneplus|oppo|vivo)(?![a-z])|安卓|三星|小米|华为|荣耀|андроид|안드로이드|아웃룩 앱/g,
  ],
  ['mac', /(?<![a-z])(?:mac ?os(?: ?x)?|macbook|imac|os x|mac)(?![a-z])|苹果电脑/g],
  ['windows', /(?<![a-z])(?:windows|win ?(?:7|8|10|11|xp)|vista)(?![a-z])/g],
  ['linux', /(?<![a-z])(?:linux|ubuntu|debian|fedora)(?![a-z])/g],
]);

export const PHONES: ReadonlySet<string> = new Set(['ios', 'android']);

export function findPlatforms(text: string): Span[] {
  return PLATFORMS.flatMap(([platform, pattern]) => findSpans(text, pattern, () => platform)).sort(byStart);
}

const PASSWORD_KINDS = gatedAll<string>([
  ['authorization-code', /授权码|授权密码|auth(?:orization|orisation)? code|独立密码/g],
  ['client-password', /客户端(?:专用|授权)?密码|专用密码|安全密码|third[ -]party (?:client )?password/g],
  [
    'app-password',
    /app(?:lication)?[ -]?(?:specific )?[ -]?passwords?|应用(?:程序)?(?:专用)?密码|应用程式密码|mots? de passe d'application|app-passwor[dt]|contraseña de aplicaci[oó]n|senha de aplicativo|пароль приложения|アプリパスワード|앱 비밀번호/g,
  ],
  ['oauth2', /oauth ?2?|modern auth\w*|现代(?:身份)?验证/g],
]);

export function findPasswordKinds(text: string): Span[] {
  return PASSWORD_KINDS.flatMap(([kind, pattern]) => findSpans(text, pattern, () => kind)).sort(byStart);
}

/** Codes that name an error by themselves; phrases stand in data/errors.yaml. */
const ERROR_CODE =
  /0x[0-9a-f]{6,8}|(?<![\d.:,-])[45]\d\d(?:[ -]{1,2}#?|\W{1,3}#?)[45]\.\d{1,2}\.\d{1,3}|(?<![\d.:,$€£@-])(?:421|45[0-4]|50[0-4]|530|53[458]|55[0-4])(?![\d%]|[.,]\d|[ ]?(?:[mgk]b|mails|元|块|€))|(?<![\d.])100(?:5[134]|6[01])(?!\d)|(?<![\d.])1100[14](?!\d)|(?<![\d.])[45]\.\d\.\d{1,3}(?![\d.])/g;

export function findErrorCodes(text: string): Span[] {
  return findSpans(text, ERROR_CODE, (match) => match[0]);
}

function gatedAll<Kind>(patterns: [Kind, RegExp][]): [Kind, Gated][] {
  return patterns.map(([kind, pattern]) => [kind, gated(pattern)]);
}

function byStart(a: Span<unknown>, b: Span<unknown>): number {
  return a.start - b.start;
}
