import type { AliasHit, Knowledge, ProviderMatch } from '../../ports.ts';
import type { Addresses } from './addresses.ts';
import { gated } from '../gated.ts';
import { scanNames } from './names.ts';
import { Covered } from './covered.ts';
import type { Span } from './span.ts';
import { markAsides } from './asides.ts';
import { isDenied, OWN_SERVER } from './whose.ts';

/** What the conversation says of a message. */
export interface Talk {
  /** We asked for the provider. */
  asked: boolean;
  /** Mail is already the subject. */
  ongoing: boolean;
  /** It is about a company's mail, or one with a domain of its own. */
  business: boolean;
  /** Whose mailbox it is was told. */
  known?: boolean;
}

export interface ProviderSpan extends Span {
  via: ProviderMatch['via'];
  /** What was written, where it is a likely misspelling of a known name. */
  typo?: string;
  /** Named, but not as whose mailbox it is. */
  aside?: true;
  /** It stands in the name of a program, which opens other mailboxes too. */
  ofProgram?: true;
}

/** Words of mail and its troubles: beside them a name that is an everyday word too means the provider. */
const MAIL_WORD = gated(
  /邮|信箱|服务器地址|mail|imap|pop3?(?![a-z])|smtp|授权|收件|发件|寄件|收信|发信|寄信|收不到|收得到|发不出|寄不出|已读|账号|账户|密码|登录|登陆|account|inbox|password|passwor[dt]|passe|login|log ?in|sign ?in|outgoing|incoming|thunderbird|outlook|foxmail|0x800|(?<!\d)[45]\d\d[ -]|authenticat|メール|메일|почт|correo|courriel|konto|compte|servidor|@/,
);
const ONLY_DIGITS = /^\d+$/;
/** Everyday words one letter away from a provider's name. */
const NOT_TYPOS = new Set(
  'could online tells character email emails e-mail mail mails gmails cloud clouds never range ranges change oranges male hotel smile tutor terra later course small tail fail never server servers webmail hotmails yahoos female detail details oracle spectre bluetooth earth'.split(
    ' ',
  ),
);

/**
 * Providers that a message names, surest first: by the asker's address, by a domain, by a host, by name.
 * Names that are everyday words or programs too count only beside a mail word or when we asked.
 */
export function findProviders(text: string, addresses: Addresses, knowledge: Knowledge, talk: Talk): ProviderSpan[] {
  const byAddress = [
    ...own(addresses.emails, text)
      .slice(0, READ)
      .flatMap((span) => byDomain(span, domainOf(span.value), knowledge)),
    ...addresses.domains.slice(0, READ).flatMap((span) => byDomain(span, span.value, knowledge)),
    ...addresses.hosts.slice(0, READ).flatMap((span) => byHost(span, knowledge)),
    ...byMailExchanger(text, addresses, knowledge),
  ].map((span) => (isDenied(text, span) ? { ...span, aside: true as const } : span));
  const taken = new Covered(text.length, [...addresses.emails, ...addresses.domains, ...addresses.hosts]);
  const business = talk.business || hasOwnDomain(addresses, text, knowledge);
  const named = markAsides(
    byName(text, knowledge, { ...talk, business }).filter((span) => !taken.overlaps(span) && !isInDotted(text, span)),
    text,
    byAddress.length > 0 || talk.known === true || OWN_SERVER.test(text),
  );
  if (byAddress.length + named.length > 0) return [...byAddress, ...named];
  return talk.asked || MAIL_WORD.test(text) ? byMisspelling(text, knowledge) : [];
}

/** Whom a mail was for is not whose mailbox it is. Of a long list the beginning. */
export function own(emails: readonly Span[], text: string): Span[] {
  return emails
    .slice(0, 2 * READ)
    .filter(({ start }) => !TO_OTHERS.test(text.slice(Math.max(0, start - SEEN_BEFORE), start)));
}

/** "account.apple.com" is a page, and names no mailbox. */
function isInDotted(text: string, { start }: Span): boolean {
  return /[a-z0-9]\.$/.test(text.slice(Math.max(0, start - 2), start));
}

/** An address at a domain that no provider has. */
function hasOwnDomain({ emails }: Addresses, text: string, knowledge: Knowledge): boolean {
  const [email] = own(emails, text);
  return email !== undefined && !knowledge.providerByDomain(domainOf(email.value));
}

/** The first of each kind tell whose mailbox it is; a list of fifty tells no more. */
const READ = 4;

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}

function byDomain(span: Span, domain: string, knowledge: Knowledge): ProviderSpan[] {
  const match = knowledge.providerByDomain(domain);
  if (match) return [{ ...span, value: match.provider.id, via: match.via }];
  // A company's name may look like a domain: home.pl is no misspelling of home.nl.
  const [named] = knowledge.aliases(domain);
  if (named && !named.weak) return [{ ...span, value: named.provider, via: 'alias' }];
  return nearest(span, domain, knowledge.nearestDomains(domain, 1));
}

/** A host of ours, one under a domain of ours, or a misspelling of either. */
function byHost(span: Span, knowledge: Knowledge): ProviderSpan[] {
  const exact = knowledge.providerByHost(span.value);
  if (exact) return [{ ...span, value: exact.provider.id, via: exact.via }];
  const registrable = knowledge.registrableDomain(span.value);
  const match = registrable === undefined ? undefined : knowledge.providerByDomain(registrable);
  const close = knowledge
    .nearestHosts(span.value, 3)
    .filter((near) => !match || near.provider.id === match.provider.id);
  if (close.length > 0) return nearest(span, span.value, close);
  return match ? [{ ...span, value: match.provider.id, via: 'subdomain' }] : [];
}

const MX = gated(/\bmx\b/);

/** "Our MX is …": the exchanger tells who hosts the mail. */
function byMailExchanger(text: string, { hosts, domains }: Addresses, knowledge: Knowledge): ProviderSpan[] {
  if (!MX.test(text)) return [];
  return [...hosts.slice(0, READ), ...domains.slice(0, READ)].flatMap((span) => {
    const match = knowledge.providerByMx([span.value]);
    return match && 'provider' in match ? [{ ...span, value: match.provider.id, via: 'mx' as const }] : [];
  });
}

function nearest(span: Span, typed: string, matches: readonly ProviderMatch[]): ProviderSpan[] {
  const [match] = matches;
  return match ? [{ ...span, value: match.provider.id, via: 'typo', typo: typed }] : [];
}

function byName(text: string, knowledge: Knowledge, { asked, ongoing, business }: Talk): ProviderSpan[] {
  const subject = ongoing || MAIL_WORD.test(text);
  return scanNames(text, knowledge.aliasFinder, (candidate) => {
    const hit = knowledge.aliases(candidate)[0];
    return hit && MAIL_ITSELF.test(candidate) ? undefined : hit;
  })
    .filter((span, _, all) => counts(span, text, subject, asked && all.length === 1))
    .filter((span, at, all) => !isHouseOf(span, all[at + 1], text))
    .map((span) => ({
      ...span,
      value: forBusiness(span.value, text.slice(span.start, span.end), text, business),
      via: 'alias' as const,
    }));
}

/** 网易的126: the house first, then which of its mailboxes. */
const HOUSES = new Set(['网易', '腾讯', '阿里', '阿里云', 'netease', 'tencent', 'alibaba']);

function isHouseOf(span: Span<AliasHit>, next: Span<AliasHit> | undefined, text: string): boolean {
  return (
    next !== undefined &&
    HOUSES.has(text.slice(span.start, span.end)) &&
    /^的? ?$/.test(text.slice(span.end, next.start))
  );
}

/** A company's bare name means its business mail where the words around it do. */
function forBusiness({ provider, weak }: AliasHit, name: string, text: string, business: boolean): string {
  const bare = weak || OF_MICROSOFT.test(name);
  return bare && (business || BUSINESS.test(text)) ? (BUSINESS_MAIL[provider] ?? provider) : provider;
}

/** Microsoft's mail has the same names for everybody; only those of its old free mail are never a company's. */
const OF_MICROSOFT = /^(?:outlook|microsoft|微软)(?!.*(?:个人|\.com))/;

export const BUSINESS =
  /企业|企業|企邮|公司|单位|單位|学校|大学|校园|自己域名|自己的域名|business|company|corporate|custom domain|\b(?:uni(?:versity)?|school|college|campus|student|work|office|employer)(?:['’]s)? (?:(?:e-?)?mail|account|address|mailbox|inbox)/;
const BUSINESS_MAIL: Record<string, string> = {
  qq: 'exmail',
  '163': 'qiye163',
  aliyun: 'aliyun-qiye',
  outlook: 'office365',
};

/** A weak name needs mail as the subject; a number must not be part of a larger one; an everyday word needs a mail word at its side. `answers`: it is the one name in the answer to "which provider?". */
function counts({ start, end, value }: Span<AliasHit>, text: string, subject: boolean, answers: boolean): boolean {
  if (answers) return !KINDS.has(text.slice(start, end));
  if (OTHER_PRODUCT.test(text.slice(end, end + 16))) return false;
  if (TO_OTHERS.test(text.slice(Math.max(0, start - SEEN_BEFORE), start))) return false;
  const name = text.slice(start, end);
  if (PROGRAMS.has(name)) return name === 'outlook' && BUSINESS.test(text) && HAS_MAILBOX.test(text.slice(0, start));
  if (ONLY_DIGITS.test(name))
    return (
      subject &&
      !/[\d.:,-]$/.test(text.slice(0, start)) &&
      !/^[.:,-]\d|^ ?(?:mails|e-?mails|封|个|条|mb|%)/.test(text.slice(end))
    );
  if (name === 'free' && FREE_OF_CHARGE.test(text.slice(end, end + 12))) return false;
  if (EVERYDAY.has(name)) return besideMailWord(text, start, end) || (subject && isTheOne(text, start, end));
  return !value.weak || subject;
}

/** "My mails to Gmail come back": that is whom they are for, not whose mailbox it is. */
const TO_OTHERS =
  /(?:\b(?:sen[dt]|sending|(?:e-?)?mails?|messages?|deliver\w*|writ(?:e|ing)|repl(?:y|ies)|bounc\w*)\b[^.!?,;\n]{0,16}\bto (?:an? |any |all |some |other |people (?:on|at|with) |others? (?:on|at|with) )?|(?:发|寄|投)(?:送)?(?:邮件|信|信件)?(?:到|给|往|去)[^，。！？\n]{0,4}|(?:客户|对方|收件人|朋友|同事|别人|他们?|她)(?:那边|的|都|也)*(?:邮箱)?(?:是|用|用的是?|使用)|\b(?:recipients?|customers?|clients?|friends?|they|he|she) (?:is |are |(?:all )?(?:use|uses|have|has|is on|are on|at) )(?:an? )?)$/;
const SEEN_BEFORE = 48;

/** What the house of a mailbox makes besides: "google photos" and "QQ号" speak of no mail. */
const OTHER_PRODUCT =
  /^(?: ?(?:photos?|drive|docs|sheets|maps|chrome|chromecast|play|pay|meet|calendar|home|search|translate|pixel|authenticator|finance|answers|sports|teams|store|edge|music|tv|watch|photo|fotos?)\b|号(?![^，。]{0,16}(?:邮|信箱))|空间|音乐|飞车|群|好友|宠物|浏览器|输入法|头像|游戏|会员|云音乐|严选|新闻|有道|微博|巴巴|旺旺|云盘|云服务器|会议|视频|文档|地图)/;

/** "My work account with outlook", "our company mail is at outlook": what stands there is whose mailbox it is. */
const HAS_MAILBOX =
  /(?:\b(?:e-?)?mail|\b(?:account|address|mailbox|hosted)|邮箱|信箱)(?: is| are)?(?: (?:at|by|with|on|through|from|via)|,?(?:是|在|用))?,? ?$/;

/** Kinds of mailbox, which are no answer to "whose is it?". */
const KINDS = new Set(['mac', '手机邮箱', '学校邮箱', '学校信箱']);

/** Programs, phones and kinds of mailbox that bear a provider's name: alone they name no provider. */
const PROGRAMS = new Set([
  'foxmail',
  'outlook',
  'outlook 365',
  'apple mail',
  'apple',
  '苹果',
  '手机邮箱',
  '学校邮箱',
  '学校信箱',
  '闪电邮',
  'windows mail',
  'mac',
]);
/** Names that only say "mail". */
const MAIL_ITSELF = /^(?:e-?)?mails?$|^(?:邮箱|邮件|信箱)$/;
/** Names that sentences are full of. */
const EVERYDAY = new Set(
  'free live sky tom yeah aim one go me wo tim home now network office work local apple net world planet inbox post bt fast hey list'.split(
    ' ',
  ),
);
const MAIL_WORD_AFTER =
  /^[ .-]?(?:com|net)?[ ]?(?:的)?(?:邮|信箱|e?-?mail|imap|pop3?(?![a-z])|smtp|account|webmail|メール|메일|адрес|почт|internet)/;
const MAIL_WORD_BEFORE =
  /(?:邮箱|信箱|@|mail (?:is|at|from|with)|imap|pop3|smtp|provider(?: is)?|isp(?: is)?|account (?:with|at)|почта|correo|boîte|compte|konto bei) ?$/;

const FREE_OF_CHARGE = /^ (?:account|plan|version|user|tier|edition|one|of)\b/;

/** "The bt one": of two mailboxes that were named. */
function isTheOne(text: string, start: number, end: number): boolean {
  return /\bthe $/.test(text.slice(0, start)) && /^ (?:one|account)\b/.test(text.slice(end));
}

function besideMailWord(text: string, start: number, end: number): boolean {
  return (
    MAIL_WORD_AFTER.test(text.slice(end, end + 12)) || MAIL_WORD_BEFORE.test(text.slice(Math.max(0, start - 16), start))
  );
}

/** `comcats`, `gmial`: only where nothing else names a provider, and only words that are not words. */
function byMisspelling(text: string, knowledge: Knowledge): ProviderSpan[] {
  for (const match of text.slice(0, 600).matchAll(/(?<![\p{L}\p{N}.@])[a-z][a-z-]{4,14}(?![\p{L}\p{N}.@])/gu)) {
    const word = match[0];
    if (NOT_TYPOS.has(word) || knowledge.aliases(word).length > 0) continue;
    const close = knowledge.nearestAliases(word, 1)[0];
    if (close && close.provider.rank <= COMMON && close.matched.length > 4 && close.matched !== word) {
      return [
        { start: match.index, end: match.index + word.length, value: close.provider.id, via: 'typo', typo: word },
      ];
    }
  }
  return [];
}

/** Only names that many people type are worth guessing at. */
const COMMON = 60;
