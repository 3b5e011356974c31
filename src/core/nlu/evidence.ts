/** What a person has already found out, which spares them a step and tells the causes apart. */
export interface Evidence {
  /** Whether the provider's web page lets them in. */
  webmail?: 'works' | 'fails';
  /** Another device or program works with the same mailbox. */
  elsewhere: boolean;
  /** The same device works in another network. */
  otherNetwork: boolean;
  /** It worked before. */
  before: boolean;
  /** The password that was made for mail programs is in use already. */
  code: boolean;
}

const WEB =
  '(?:web ?mail|web ?(?:page|site|version|interface|access)|on (?:the )?(?:web|internet)|online|browser|chrome|safari|firefox|网页版?|网站|浏览器|官网|im web|auf der (?:web)?seite|sur (?:le )?(?:site|web)|navegador|navigateur|браузер)';
const DEVICE =
  '(?:(?:my |the )?(?:phone|mobile|cell|i ?phone|i ?pad|android|tablet|laptop|other (?:computer|pc|device|machine|mac)|old (?:computer|pc))|another (?:computer|pc|device|program|machine)|手机(?:端|上)?|平板|另一?[台个](?:电脑|设备|手机)?|别的(?:电脑|设备|客户端|软件)|其[他它](?:电脑|设备|客户端|软件)|家里(?:的)?电脑|同事)';
const NETWORK =
  '(?:\\bhot ?spots?\\b|\\bmobile (?:data|network)\\b|\\bcellular\\b|\\b[345]g\\b|\\btether\\w*|\\b(?:another|other|home|different) (?:wi-?fi|wlan|network)\\b|热点|流量|数据网络|[345]g|(?:别的|另一?个|其[他它]|家里的?)(?:网络?|wifi|无线))';
const HOME = '(?:\\bat home\\b|家里?)';
const AWAY = /\b(?:hotels?|office|at work|company|school|campus|caf[eé])\b|酒店|公司|单位|学校|办公室|宿舍/;
const WORKS =
  '(?:\\bworks?\\b|\\bworking\\b|\\bfine\\b|\\bok(?:ay)?\\b|\\bno (?:problems?|issues?|trouble)\\b|\\bwithout (?:a )?(?:problems?|issues?|trouble)\\b|\\bcan (?:still )?(?:log|sign|get|open|see|read|access)|\\blets? me\\b|\\b(?:log|sign) ?(?:in|on) (?:fine|there)|(?<!不)能(?!不)|(?<!不)可以|正常|没问题|没事|好好的|好的|登得|进得|funktioniert|\\bgehts?\\b|klappt|marche|fonctionne|funciona|работает)';
const NOT =
  "(?:n['’]t\\b|\\bnot\\b|\\bcannot\\b|\\bcant\\b|\\bwont\\b|\\bdoesnt\\b|\\bfail|\\brefus|\\breject|\\beither\\b|\\bneither\\b|\\bunable\\b|不(?!错)|没(?!问题|事)|无法|nicht|\\bpas\\b|\\bне\\b)";
const GAP = '[^.,;!?\\n。，；！？]{0,40}?';
const TRIED = '(?:log|sign|work|open|let|accept|get in|wrong|incorrect|same|登|进|打不开|能|行|错误|anmeld|connect)';

const ONLY_WEB = new RegExp(`(?:\\bonly\\b|\\bjust\\b|只有|只能(?:用|在|从)?) ?${GAP}${WEB}`);
const WEB_WORKS = new RegExp(`${WEB}${GAP}${WORKS}|${WORKS}${GAP}${WEB}`, 'g');
const WEB_FAILS = new RegExp(
  `${WEB}${GAP}${NOT}${GAP}${TRIED}|${WEB}${GAP}(?:wrong|incorrect|密码错|same error|(?:登|进|打)[^，。；]{0,4}[不没]|不行)|${NOT}${GAP}${TRIED}${GAP}${WEB}`,
);
const DEVICE_WORKS = new RegExp(`${DEVICE}${GAP}${WORKS}|${WORKS}${GAP}${DEVICE}`, 'g');
const HOME_WORKS = new RegExp(`${HOME}${GAP}${WORKS}|${WORKS}${GAP}${HOME}`, 'g');
const NETWORK_WORKS = new RegExp(`${NETWORK}${GAP}${WORKS}|${WORKS}${GAP}${NETWORK}`, 'g');
const NEGATED = new RegExp(`(?:${NOT}|\\bbut\\b|但)`);
const BEFORE =
  /\b(?:suddenly|used to (?:work|be)|out of (?:the blue|nowhere)|no longer|any ?more)\b|\b(?:work(?:ed|s|ing)|fine|ok) (?:\w+ ){0,3}(?:until|till|before|yesterday|last|for (?:years|months|ages|weeks)|all (?:year|week))|\bstopped\b|\b(?:since|after) (?:the |an? |my |last |i )*(?:update|upgrade|yesterday|today|this|weekend|week|month|changed)|突然|忽然|昨天(?:还|都)|(?:以前|之前|原来|一直)(?:都|还|是)?(?:可以|能|好|正常|没问题|用)|本来(?:可以|能|好)|今天(?:开始|突然|就)|最近(?:开始|突然|就)|(?:更新|升级|改密码|换密码)(?:之后|以后|后)|plötzlich|bis gestern|seit (?:gestern|heute|dem)|depuis (?:hier|ce matin)|desde ayer|внезапно|вчера/;

const CODE =
  '(?:(?:app|application)[ -]?(?:specific )?passwords?|授权码|授权密码|专用密码|客户端密码|应用(?:程序|程式)?密码|安全密码)';
const USES_CODE = new RegExp(
  [
    `\\b(?:i(?:['’]?m| am| do| did| have|['’]?ve)?|already|am) (?:already |even |only |now )*(?:use|used|using|made|created|generated|entered|typed|put in|pasted|tried) (?:in )?(?:with )?(?:the|an?|my|that|a new|a fresh)? ?(?:new )?${CODE}`,
    `(?:even |also )?with (?:the|an?|my|a new) (?:new )?${CODE}`,
    `${CODE}(?: \\w+){0,2} (?:is|was) (?:right|correct|refused|rejected|not accepted)`,
    `(?:用|填|输|写)(?:的|了)?(?:就)?(?:是)?(?:新)?(?:的)?${CODE}(?!在|怎|是什|哪|吗|还是)`,
    `(?:已经|已|有|都)(?:去|再)?(?:开|开启|开通|申请|设|设定|设置|弄|做|建立|生成)(?:了|好|过)?(?:个|一个|一组)?${CODE}`,
    `(?:开|开启|开通|申请|设|弄|生成)(?:了|好|过)?(?:个|一个|一组)?${CODE}了`,
    `${CODE}(?:也|都|就)?(?:填|输|试|换|生成|重新)(?:了|过|好)|(?:换|改|重新生成|新生成|弄)(?:了|过)(?:个|新的?)?${CODE}`,
  ].join('|'),
);

const CLAUSE_END = /[.,;!?\n。，；！？]|\b(?:but|though|although|while|whereas|yet|and)\b|但是?|不过|只是/;

/** As far before a match as a "not" still belongs to it. */
const REACH = 14;

const RECEIVES =
  /\bempfang(?:en)? (?:geht|klappt|funktioniert)|\brecevoir (?:oui|ok|marche|fonctionne|ça (?:va|marche))|\bje reçois (?:bien|toujours|sans)|\brecibir (?:s[ií]|funciona)|\b(?:s[ií] )?(?:puedo recibir|recibo bien)|\breceiv\w+ (?:still )?(?:works?|is (?:fine|ok(?:ay)?|working)|fine|ok(?:ay)?)\b|\b(?:can|do) (?:still )?(?:receive|get (?:mails?|e-?mails?))\b|(?<!不)(?:能|可以)(?:正常)?收(?![不多几吗么什啥])|收(?:信|件|邮件)?(?:是)?(?:没问题|正常)/;
const SENDS =
  /\bsenden (?:geht|klappt|funktioniert)|\benvoyer (?:oui|ok|marche|fonctionne)|\benviar (?:s[ií]|funciona)|\bsend\w* (?:still )?(?:works?|is (?:fine|ok(?:ay)?|working)|fine|ok(?:ay)?)\b|\bcan (?:still )?send\b|(?<!不)(?:能|可以)(?:正常)?[发寄](?![不多几吗么什啥大给])|[发寄](?:信|件|邮件)?(?:是)?(?:没问题|正常)/;
const EITHER_FAILS = /\b(?:not|no|cannot|cant|wont|but)\b|n['’]t\b|不|没(?!问题)|无法|但/;

const ONLY_RECEIVES = /\bonly (?:receiv|incoming)\w*|\bnur (?:das )?empfang(?:en)?\b|只能收(?!不)/;
const ONLY_SENDS = /\bonly (?:send|outgoing)\w*|\bnur (?:das )?senden\b|只能[发寄](?!不)/;

/** "Only receiving": the other half fails. */
export function onlyHalfThatWorks(text: string): 'receiving' | 'sending' | undefined {
  if (ONLY_RECEIVES.test(text) === ONLY_SENDS.test(text)) return undefined;
  return ONLY_RECEIVES.test(text) ? 'receiving' : 'sending';
}

/** "I can still receive": which half works, where nothing is said of the other. */
export function halfThatWorks(text: string): 'receiving' | 'sending' | undefined {
  if (EITHER_FAILS.test(text) || RECEIVES.test(text) === SENDS.test(text)) return undefined;
  return RECEIVES.test(text) ? 'receiving' : 'sending';
}

/** What is left of a line when the half that it says works is taken out, and which half that is. */
export function withoutWorkingHalf(text: string): { rest: string; works?: 'receiving' | 'sending' } {
  if (RECEIVES.test(text) === SENDS.test(text)) return { rest: text };
  const works = RECEIVES.test(text) ? 'receiving' : 'sending';
  return { rest: text.replace(works === 'receiving' ? RECEIVES : SENDS, ' '), works };
}

/** What one message tells. `text` is normalised. */
export function evidenceIn(text: string): Evidence {
  const works = ONLY_WEB.test(text) || affirmed(text, WEB_WORKS);
  const webmail = works ? 'works' : WEB_FAILS.test(text) ? 'fails' : undefined;
  const otherNetwork = affirmed(text, NETWORK_WORKS) || (AWAY.test(text) && affirmed(text, HOME_WORKS));
  return {
    ...(webmail !== undefined && { webmail }),
    elsewhere: !otherNetwork && affirmed(text, DEVICE_WORKS),
    otherNetwork,
    before: BEFORE.test(text),
    code: USES_CODE.test(text),
  };
}

/** Later words count more than earlier ones. */
export function together(earlier: Evidence, later: Evidence): Evidence {
  const webmail = later.webmail ?? earlier.webmail;
  return {
    ...(webmail !== undefined && { webmail }),
    elsewhere: earlier.elsewhere || later.elsewhere,
    otherNetwork: earlier.otherNetwork || later.otherNetwork,
    before: earlier.before || later.before,
    code: earlier.code || later.code,
  };
}

const SENTENCE_END = /[.,;!\n。，；！]/;
const QUESTION = /[?？吗嘛]|么$/;

function affirmed(text: string, words: RegExp): boolean {
  return [...text.matchAll(words)].some(({ index, 0: found }) => {
    const sentence =
      text
        .slice(Math.max(0, index - REACH), index)
        .split(CLAUSE_END)
        .at(-1) ?? '';
    return !NEGATED.test(sentence + found) && !isAsked(text.slice(index));
  });
}

/** "Can I do it on the phone?" tells nothing. */
function isAsked(rest: string): boolean {
  const [sentence = ''] = rest.split(SENTENCE_END, 1);
  return QUESTION.test(sentence);
}
