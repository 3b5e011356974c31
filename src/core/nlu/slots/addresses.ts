import type { Knowledge } from '../../ports.ts';
import { gated } from '../gated.ts';
import { Covered } from './covered.ts';
import { findSpans, type Span } from './span.ts';

export interface Addresses {
  emails: Span[];
  /** Host names as typed, a glued port or word cut off. */
  hosts: Span[];
  /** Names that stand for where addresses live: gmail.com, hotmail.co.uk. */
  domains: Span[];
  /** Ports that were glued to a host: `smtp.gmail.com587`. */
  ports: Span<number>[];
}

// Bounded repetition keeps every pattern linear on hostile input ("a@a@a@…").
const LABEL = '[a-z0-9\\u00E0-\\u02AF\\u0370-\\u04FF](?:[a-z0-9\\u00E0-\\u02AF\\u0370-\\u04FF_%-]{0,62})';
const EMAIL = new RegExp(`(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@(${LABEL}(?:\\.${LABEL}){1,6})`, 'g');
const HOST = new RegExp(`(?<![a-z0-9@._-])${LABEL}(?:[.,]${LABEL}){1,6}`, 'g');
/** Addresses that are no names: they are looked at by nobody, but they are what a person asks about. */
const LITERAL =
  /(?<![\w.:-])(?:(?:0x[0-9a-f]{1,8}|\d{1,10})(?:\.(?:0x[0-9a-f]{1,2}|\d{1,4})){1,3}(?=:\d|\/|$|[^\w.]*(?:$|[\s，。?？的]))|localhost|\[[0-9a-f:.]{2,45}\])(?!\.\d)/g;
/** Enhanced status codes (RFC 3463) look like addresses that lack a number. */
const STATUS = /^[245]\.\d{1,3}\.\d{1,3}$/;
const MAY_BE_LITERAL = /[\da-f]\.[\dx]|localhost|\[/;
const MAIL_LABEL =
  /^(?:imap|pop3?|smtp|stmp|smpt|mail|mx|incoming|outgoing|secureimap|securesmtp|in|out|webmail|exchange|mbox|authsmtp|relay)\d*$/;
const COMMON_SUFFIX =
  /\.(?:com|net|org|cn|de|uk|fr|es|it|jp|kr|ru|br|mx|tw|hk|au|in|nl|ch|at|pl|ca|us|eu|io|co|edu|gov|info|biz|example|test|invalid)$/;
const FILE_NAME =
  /\.(?:exe|dll|png|jpe?g|gif|pdf|docx?|xlsx?|pptx?|php|py|js|ts|sh|md|txt|html?|log|pst|ost|eml|zip|json|yaml|conf|cfg|ini|so)$/;
/** Addresses of help desks and daemons stand in error messages: nobody asks about their own. */
const OFFICE = /^(?:kefu|support|help|service|postmaster|mailer-daemon|no-?reply|admin|abuse)@/;
/** Mail domains that have no web page of their own, but which people type for the web page. */
const WEB_PAGE = /^www\./;

/** Where people sign in with a browser: no mail server, unless they ask what to think of it. */
const SIGN_IN_PAGE = /^(?:accounts?|my-?account|appleid|login|signin|sso)\.[a-z-]+\.[a-z]{2,4}$/;

/** Numbers with dots are versions and codes to most people: addresses only to those who want one looked at. */
const CHECKING = gated(
  /check|test|verify|probe|scan|prüf|vérif|comprueb|检查|检测|测一下|测下|测试|チェック|確認|проверь|\bsafe\b|安全|加密|\btls\b|\bssl\b|imap server/,
);

/** More names than this in one message are a list, not a question: the others are not looked up. */
export const MOST_NAMES = 20;
/** And more words with dots, which may be names or not. */
const MOST_DOTTED = 2 * MOST_NAMES;

/** E-mail addresses, host names and mail domains in normalised text, also next to Han text or glued to ports and words. */
export function findAddresses(written: string, knowledge: Knowledge): Addresses {
  const text = withoutUserInfo(written);
  const found: Addresses = { emails: findEmails(text), hosts: [], domains: [], ports: [] };
  const named = text.includes('@') ? text.replaceAll(BARE_AT, ' ') : text;
  const dotted = named.includes('。') ? named.replaceAll(/(?<=[a-z0-9])。(?=[a-z])/g, '.') : named;
  const emails = new Covered(text.length, found.emails);
  let dottedWords = 0;
  for (const span of findDotted(dotted)) {
    const isKey = dotted[span.end] === '=';
    const isPage = SIGN_IN_PAGE.test(span.value) && !CHECKING.test(text);
    if (isKey || isPage || emails.overlaps(span) || /^[\d.,]+$/.test(span.value) || FILE_NAME.test(span.value))
      continue;
    addName(span, knowledge, found, named[span.start - 1] !== text[span.start - 1]);
    if (found.hosts.length + found.domains.length >= MOST_NAMES || ++dottedWords >= MOST_DOTTED) break;
  }
  if (MAY_BE_LITERAL.test(text) && CHECKING.test(text))
    found.hosts.push(...findSpans(text, LITERAL, ([literal]) => (STATUS.test(literal) ? undefined : literal)));
  return found;
}

/** "@known.example": the part after the @, as we ask for it. */
const BARE_AT = /(?<![^\s(（:：,，\p{Script=Han}])@(?=[a-z0-9-]+\.[a-z])/gu;

/**
 * `imap://name:word@host`, `smtps://me@mail.example@host`, `known.example@10.1.2.3`: the host is what stands behind; in
 * front stands what is to look like one.
 */
const IN_ADDRESS = /(?<=:\/\/)(?:[^\s/@]{1,100}@){1,2}/g;
const BEFORE_NUMBERS = /[^\s/@]{1,100}@(?=\d{1,3}(?:\.\d{1,3}){3})/g;
const HAS_NUMBERS = /@\d{1,3}(?:\.\d{1,3}){3}/;

function withoutUserInfo(text: string): string {
  if (!text.includes('@')) return text;
  const bare = text.includes('://') ? text.replaceAll(IN_ADDRESS, blank) : text;
  return HAS_NUMBERS.test(bare) ? bare.replaceAll(BEFORE_NUMBERS, blank) : bare;
}

/** Of the same length, so that places stay. */
function blank(part: string): string {
  return ' '.repeat(part.length);
}

function findEmails(text: string): Span[] {
  if (!text.includes('@')) return [];
  return findSpans(text, EMAIL, (match) => (OFFICE.test(match[0]) ? undefined : trimmed(match[0])));
}

/** Names with dots. Nearly all words have none within: only where one has is the pattern tried. */
function findDotted(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = nextInnerDot(text, 0); at >= 0;) {
    const end = runEnd(text, at);
    // What stands before a name decides whether it is one.
    const from = Math.max(0, runStart(text, at) - 1);
    for (const span of findSpans(text.slice(from, end), HOST, (match) => match[0])) {
      spans.push({ ...span, start: span.start + from, end: span.end + from });
    }
    at = nextInnerDot(text, end);
  }
  return spans;
}

/** The next dot or comma with a character of a label on both sides; -1 when there is none. */
function nextInnerDot(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const isDot = text.charCodeAt(at) === DOT || text.charCodeAt(at) === COMMA;
    if (isDot && inLabel(text.charCodeAt(at - 1)) && inLabel(text.charCodeAt(at + 1))) return at;
  }
  return -1;
}

function runStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && inRun(text.charCodeAt(at - 1))) at--;
  return at;
}

function runEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && inRun(text.charCodeAt(at))) at++;
  return at;
}

const DOT = 0x2e;
const COMMA = 0x2c;

function inRun(code: number): boolean {
  return inLabel(code) || code === DOT || code === COMMA;
}

/** As LABEL says; `NaN`, beyond the ends of a text, is in none. */
function inLabel(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || [0x25, 0x2d, 0x5f].includes(code);
  return (code >= 0xe0 && code <= 0x2af) || (code >= 0x370 && code <= 0x4ff);
}

function trimmed(address: string): string {
  return address.replace(/[._-]+$/, '');
}

/** `ofAddress`: it stood behind an @. */
function addName(span: Span, knowledge: Knowledge, found: Addresses, ofAddress: boolean): void {
  const typed = span.value.replaceAll(',', '.').replace(/[._-]+$/, '');
  if (span.value.includes(',') && !startsLikeMailHost(typed)) return;
  const { name, port } = unglue(typed, knowledge);
  if (port !== undefined) found.ports.push({ ...span, value: port });
  const kind = ofAddress && !startsLikeMailHost(name) ? 'domains' : kindOf(name, knowledge);
  if (kind) found[kind].push({ start: span.start, end: span.end, value: name });
}

/** Cuts a port or a word that was typed right behind the host: `mail.iinet.net.au587`, `smtp.gmail.commust`. */
function unglue(typed: string, knowledge: Knowledge): { name: string; port?: number } {
  const port = /^(.*[a-z])(25|110|143|465|587|993|995|2525)$/.exec(typed);
  if (port?.[1] && port[1].includes('.')) return { name: port[1], port: Number(port[2]) };
  if (knowledge.registrableDomain(typed) !== undefined) return { name: typed };
  const last = typed.lastIndexOf('.') + 1;
  for (let end = Math.min(typed.length - 1, last + LONGEST_ENDING); end > last + 1; end--) {
    const shorter = typed.slice(0, end);
    if (knowledge.registrableDomain(shorter) === undefined) continue;
    if (knowledge.providerByHost(shorter) ?? knowledge.providerByDomain(shorter)) return { name: shorter };
  }
  return { name: typed };
}

/** Of the last labels of known names. */
const LONGEST_ENDING = 8;

function startsLikeMailHost(name: string): boolean {
  return MAIL_LABEL.test(name.split('.')[0] ?? '');
}

function kindOf(name: string, knowledge: Knowledge): 'hosts' | 'domains' | undefined {
  if (knowledge.providerByHost(name)) return 'hosts';
  if (knowledge.providerByDomain(name)?.via === 'domain') return 'domains';
  const labels = name.split('.').length;
  if (startsLikeMailHost(name) || WEB_PAGE.test(name)) return 'hosts';
  const registrable = knowledge.registrableDomain(name);
  if (labels > 2 && (registrable !== undefined || COMMON_SUFFIX.test(name)))
    return registrable === name ? 'domains' : 'hosts';
  return COMMON_SUFFIX.test(name) ? 'domains' : undefined;
}
