import type { GuidePart } from '../model.ts';
import type { ClientGuide } from '../ports.ts';
import type { Question } from './answer.ts';

/** Nothing of a server is typed in there. */
const WITHOUT_SERVERS = new Set<GuidePart>(['password', 'moreMail', 'folders']);

export function typesServers(wanted: GuidePart): boolean {
  return !WITHOUT_SERVERS.has(wanted);
}

const ADDS = /\badd(?:ing)?\b|\bset(?:ting)? ?up\b|添加|新增|绑定|加(?:个|一个|上)/;
/** What of a program is asked for; adding an account where nothing tells otherwise. */
const WANTED: readonly (readonly [GuidePart, RegExp])[] = [
  ['folders', /subscrib|\bfolders?\b|订阅|文[件档]夹|资料夹/],
  [
    'moreMail',
    /\b(?:old(?:er)?|all(?: my)?) (?:mails?|e-?mails?|messages)\b|\bdays\b|(?:同步|下载).{0,6}(?:天|范围|时间|全部|更多|所有)/,
  ],
  [
    'password',
    /(?:chang|updat|replac|edit|delet|where|saved|forget)\w*\b.{0,30}\bpassword|\bnew (?:\w+ )?password|(?:改|换|更新|删|哪).{0,8}(?:密码|授权码)|(?:密码|授权码).{0,8}(?:改|换|更新|删|哪)/,
  ],
  [
    'change',
    /\b(?:chang|edit|modif|check|see|find|updat)\w*\b.{0,40}\b(?:settings?|servers?|ports?|encryption|ssl|tls|smtp|imap|pop3?|hosts?|user ?names?)\b|\bwhere\b|修改|更改|改.{0,6}(?:服务器|端口|设置|设定|加密)|在哪|哪里|哪儿/,
  ],
];

export function wantedPart({ parts }: ClientGuide, { text: words }: Question): GuidePart {
  const wanted = ADDS.test(words) ? undefined : WANTED.find(([, pattern]) => pattern.test(words))?.[0];
  return wanted !== undefined && parts[wanted] ? wanted : 'add';
}

const KEEPS_A_COPY = /\b(?:keep|leav)\w*\b.{0,30}\b(?:cop(?:y|ies)|server|there)\b|保留|副本/;

/** Some programs have one place for both: it is where an account is added too. */
export function shownParts({ parts }: ClientGuide, wanted: GuidePart, question: Question): GuidePart[] {
  const keeps = question.slots.protocols?.includes('pop3') || KEEPS_A_COPY.test(question.text);
  const care =
    wanted === 'add' || (wanted === 'change' && keeps) || isRisky(wanted, question) ? (['care'] as const) : [];
  return [parts[wanted] ? wanted : 'change', ...care];
}

/** Removes an account, or turns one kind into the other. */
const REMOVES = /pop.*imap|imap.*pop|remov|delet|删除|移除|改成|重新添加|re-?add/;
const NAMES_A_KIND = /pop|imap/;

export function isRisky(wanted: GuidePart, { text: words }: Question): boolean {
  if (!typesServers(wanted)) return false;
  return REMOVES.test(words) || (wanted === 'add' && NAMES_A_KIND.test(words));
}
