import type { Span } from './span.ts';

/** So far before and after a name stands what it is named for. */
const BEFORE = 48;
const AFTER = 24;

const DENIED =
  /(?:(?:^|[,.;:!?–-]|\b(?:it['’]?s|is|i['’]?m|am|are|was|address|mailbox|account|(?:e-?)?mail|one|no|definitely|really|actually)) ?not (?:from |at |with |really |actually )?(?:an? |my |the )?|\b(?:is|was|are) ?n['’]?t (?:from |at |with )?(?:an? |my |the )?)$/;
const DENIED_ZH = /(?:^|[,，。;；!！?？\s我这那它也都并可的号箱])(?:不是|并非)(?:用|在)?(?:的)?$/;

/** "It's not gmail", 不是QQ的: named only to say that it is another. */
export function isDenied(text: string, { start }: Span<unknown>): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  return DENIED.test(before) || DENIED_ZH.test(before);
}

const DOMAIN = /domain|域名|网域/;
const BOUGHT =
  /(?:\b(?:bought|registered|purchased|buy|register|got it)\b(?: \w+){0,4}? (?:at|from|with|through|via|on|by)|\bregistrar(?: is)?:?) (?:the )?$/;
const BOUGHT_ZH = /^(?:上|那里|那边|云)?(?:面)?(?:买|购买|注册|申请)/;

/** "The domain was bought at …", 域名在…买的: who sells names is not who keeps the mail. */
export function isRegistrar(text: string, { start, end }: Span<unknown>): boolean {
  if (!DOMAIN.test(text)) return false;
  return BOUGHT.test(text.slice(Math.max(0, start - BEFORE), start)) || BOUGHT_ZH.test(text.slice(end, end + AFTER));
}

const LINE =
  /^(?:['’]s)? (?:broadband|fib(?:re|er)|wi-?fi|wlan|line|network|router|hub|hotspot|mobile data|internet(?! (?:e-?)?mail| account))\b|^(?:的)?(?:宽带|宽频|光纤|光猫|路由|热点|流量|网络)/;
const ISP = /\b(?:isp|internet provider)(?: is| = ?|: ?)? ?$/;

/** "On … broadband", "my ISP is …": the line to the internet, which has a mailbox of its own name for those who have no other. */
export function isNetwork(text: string, { start, end }: Span<unknown>): boolean {
  return LINE.test(text.slice(end, end + AFTER)) || ISP.test(text.slice(Math.max(0, start - BEFORE), start));
}

/** Those who run a mail server themselves. */
export const OWN_SERVER =
  /\b(?:own|home|my) (?:mail ?)?server\b|postfix|\bself[- ]?host|\bown domain\b|自建|自己的?(?:服务器|域名)/;
