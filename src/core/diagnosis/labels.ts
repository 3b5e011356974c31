import type { PastedServer, Protocol, Security } from '../model.ts';

export type Side = Pick<PastedServer, 'protocol' | 'direction'>;

const INCOMING =
  /incoming|receiv|(?<![a-z])(?:imap|pop)|收件|接收|收信|inbound|posteingang|eingang|entrant|entrante|recepci[oó]n|受信|входящ|수신/;
const OUTGOING =
  /outgoing|sending|relayhost|(?<![a-z])e?smtp|stmp|smpt|发件|发送|寄件|外发|发信|postausgang|ausgang|sortant|saliente|saída|送信|исходящ|발신|sendmail|phpmailer|nodemailer/;
const NAMES = /(?<![\w-])[\w-]+(?:\.[\w-]+)+/g;
const SENDING_KEYS = /^spring\.mail|^mail\.smtp/;

/** A name such as `imap.qq.com` says what the host is, not what the field is for. Of the same length, so that places stay. */
export function withoutNames(text: string): string {
  return text.replaceAll(NAMES, (name) => (SENDING_KEYS.test(name) ? 'smtp' : '').padEnd(name.length));
}

/** Programs and libraries that only send: what stands in their settings is the outgoing server, whatever its name. */
export const SENDS_ONLY =
  /phpmailer|issmtp|smtpsecure|nodemailer|createtransport|smtplib|spring\.mail|mail_mailer|email_host|action_?mailer|gitlab_rails|relayhost|mail_smtp/;

/** Protocol or direction that the words of a line without names say; undefined where they say none or both. */
export function sideOf(label: string): Side | undefined {
  const incoming = INCOMING.test(label);
  if (incoming === OUTGOING.test(label)) return undefined;
  if (!incoming) return { protocol: 'smtp', direction: 'outgoing' };
  const protocol: Protocol | undefined = /pop/.test(label) ? 'pop3' : /imap/.test(label) ? 'imap' : undefined;
  return { direction: 'incoming', ...(protocol !== undefined && { protocol }) };
}

const OFF = String.raw`(?:none|off|no|false|disabled?|0|nein|keine|aucun|否|无|关|关闭|不使用|未勾选?)`;
const ON = String.raw`(?:yes|true|on|1|enabled?|required|encrypt|是|开|开启|勾选|使用)`;
const SET = String.raw`["'\])]*\s*(?:=>|[:=：,]|\s)\s*["']?`;

const STARTTLS_OFF = new RegExp(`start[ _-]?tls(?:[._]?\\w+)*${SET}${OFF}(?![a-z])`);
const STARTTLS = /start[ _-]?tls|encryption_starttls|stls\b/;
/** Settings of programs whose name says which of the two is meant. */
const IMPLICIT = new RegExp(
  `(?:use_?ssl|smtp_tls|ssl[._]enable|wrappermode|smtp_ssl|imap4_ssl|pop3_ssl|encryption_smtps|secure)${SET}${ON}(?![a-z])|(?:smtp|imap4|pop3)_ssl\\s*\\(|encryption_smtps|(?:imaps|pops|pop3s|smtps):\\/\\/`,
);
const NEGOTIATED = new RegExp(`(?:use_?tls|smtp_use_tls|tls_security_level)${SET}(?:${ON}|may|verify|secure)(?![a-z])`);
const NONE = new RegExp(
  `(?:ssl|tls|encryption|encrypted|security|secure connection|加密(?:方式|类型|连接)?|安全(?:性|类型|连接)?|verschlüsselung|sicherheit|chiffrement|暗号化)(?:\\s*\\([^)\\n]{0,16}\\))?${SET}(?:type\\s*)?${OFF}(?![a-z])|unencrypted|不加密|未加密|明文|without (?:ssl|tls|encryption)|(?<![a-z])no (?:ssl|tls|encryption)`,
);
/** "secure: false" of nodemailer begins in the clear and upgrades when it can. */
const UNDECIDED = /(?<![a-z_])secure["']?\s*[:=]\s*false|\bauto(?:matic)?\b|自动/;
const BOTH = /ssl\s*\/\s*tls|tls\s*\/\s*ssl/;

/** `either`: the word "TLS" alone, which mail programs and libraries have used for both ways. */
export type SaidSecurity = Security | 'auto' | 'either';

/** All that is tried below holds one of these. */
const ENCRYPTION = /ssl|tls|secur|encr|auto|wrappermode|s:\/\/|verschl|sicher|chiffr|加密|安全|明文|自动|暗号/;

/** Encryption that a line says; `label` is the same without names. */
export function securityOf(line: string, label: string): SaidSecurity | undefined {
  if (!ENCRYPTION.test(line)) return undefined;
  if (STARTTLS.test(line) && !STARTTLS_OFF.test(line)) return 'starttls';
  if (UNDECIDED.test(line)) return 'auto';
  if (NONE.test(line.replace(STARTTLS_OFF, ''))) return 'none';
  if (IMPLICIT.test(line) || BOTH.test(line)) return 'tls';
  if (NEGOTIATED.test(line)) return 'starttls';
  if (/(?<![a-z])ssl(?![a-z])/.test(label)) return 'tls';
  if (/(?<![a-z_])tls(?![a-z_])/.test(label)) return 'either';
  return label.includes('加密') ? 'tls' : undefined;
}

/** Ports on which encryption begins on request (RFC 8314). */
const BEGINS_PLAIN: ReadonlySet<number> = new Set([25, 110, 143, 587, 2525]);

/** What "TLS" means beside a port. */
export function securityMeant(said: SaidSecurity, port: number | undefined): Security | 'auto' {
  if (said !== 'either') return said;
  return port !== undefined && BEGINS_PLAIN.has(port) ? 'starttls' : 'tls';
}

const USER =
  /(?:user(?:[ _-]?(?:name|id))?|login(?: ?name)?|account(?: ?name)?|用户名|用户名称|账号|账户(?:名称?)?|使用者名称|帐号|benutzer(?:name)?|utilisateur|usuario|utilizador|ユーザー名)["'\])]*\s*(?:=>|[:=：])\s*["']?([^\s"',;，；]+)/;

/** What stands in the field of the user name; undefined for a placeholder. */
export function userOf(line: string): string | undefined {
  const user = USER.exec(line)?.[1];
  return user === undefined || /^[[<*$%({]|^(?:getenv|env|os|process|your)/.test(user) ? undefined : user;
}

const SIGN_IN =
  /(?:auth(?:entication|\.?type)?(?: method| type)?|sign-?in method|身份验证(?:方法|方式|类型)?|认证(?:方法|方式)|验证方式|登录方式|authentifizierung\w*)["'\])]*\s*(?:=>|[:=：])\s*["']?([^\n;；]{2,40})/;

/** How it wants to sign in, where a line says so. */
export function signInOf(line: string): PastedServer['signIn'] {
  const way = SIGN_IN.exec(line)?.[1];
  if (way === undefined) return undefined;
  if (/oauth|modern|现代/.test(way)) return 'oauth2';
  return /password|plain|login|normal|basic|密码|passwort/.test(way) ? 'password' : undefined;
}

/** Settings that are labelled, which tells them from a sentence that names a server. */
export const SETTINGS_LABEL =
  /(?:server|host(?: ?name)?|port|服务器|主机|端口|smtp_|imap_|mail_|email_|relayhost|encryption|security|ssl|加密)[\w ()'"\]./-]{0,24}\s*(?:=>|[:=：]|',)|^\s*(?:imap|pop3?|smtp)\b.{0,12}[:：]?\s*\S+\.\S+.{0,3}\d{2,4}|^\s*host\s+\S+\.\S+\s*$|(?:imaps?|pop3?s?|smtps?):\/\/|(?:smtp|imap4|pop3)(?:_ssl)?\s*\(|(?:服务器|主机).{0,4}[a-z]\S*\.\S+[\s\S]{0,30}?(?:端口|\d{3})/m;
