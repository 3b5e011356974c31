import { anyOf, type MatterRule } from './matter.ts';

const WHO = '(?:recipient|customer|client|person|address|contact|domain|company|supplier|guy|woman|man|firm|friend)';
const REST = '(?:everyone|everybody|all (?:the )?others?|others|the rest|anyone else)';
const DEVICE =
  '(?:\\bscanners?\\b|\\bprinters?\\b|\\bcopiers?\\b|\\bphotocopier|\\bmulti-?function|\\bmfp\\b|\\bnas\\b|\\bsynology\\b|\\bqnap\\b|\\bscan[- ]?to[- ]?(?:e-?)?mail|\\bnvr\\b|\\bdvr\\b|\\bcameras?\\b|\\balarm (?:system|panel)|\\bwordpress\\b|\\b(?:contact|web|website) form\\b|\\bcron\\b|\\bour (?:software|erp|crm|app|application|website|web ?shop)\\b|\\b(?:python|php|bash|powershell) script\\b)';
const DEVICE_ZH =
  '(?:扫描(?:仪|器|机)|扫描(?:到|至)(?:邮件|邮箱|信箱)|打印机|复印机|印表机|影印机|事务机|一体机|群晖|威联通|(?<![a-z])nas(?![a-z])|摄像头|摄影机|监控(?:主机|录像)|脚本|(?:网站|系统|软件|程序|后台|erp|oa)(?:自动)?[^，。]{0,6}发(?:邮件|信|通知)|告警邮件|网站表单)';

/** Mail goes out under somebody's address that they did not write. */
const IN_MY_NAME = anyOf(
  "\\b(?:e-?mails?|messages?|mails?|stuff|anything|it|them|that) (?:that |which )?i (?:never|did ?n['’]?t|have ?n['’]?t|did not) (?:ever )?(?:sent|send|writ|wrote)",
  '\\b(?:get|gets|getting|receiv\\w+|got)\\b[^.!?]{0,24}\\b(?:spam|scam|fake|strange|weird|junk)\\b[^.!?]{0,24}\\bfrom (?:me\\b|my (?:e-?mail|address|account))',
  '\\b(?:someone|somebody|people|strangers|spammers|they)\\b[^.!?]{0,24}\\b(?:send|sends|sending|sent|using|uses)\\b[^.!?]{0,30}\\b(?:from my (?:e-?mail|address|account)|in my name|as me|my (?:e-?mail )?address)\\b',
  '(?:不是|没有?|从没|从来没有?|根本没有?)(?:我)?(?:发|寄|写)(?:过|的)?[^，。]{0,8}(?:退信|投递失败|退回|邮件)|(?:我)(?:没|从没|根本没)(?:有)?(?:发|寄)过?(?:这些|这封|那些|的)?[^，。]{0,10}(?:却|怎么|一直|全是|好多|大量|几百)',
  '(?:冒充|冒用|假冒|盗用|用)(?:了)?我的?(?:名义|邮箱|信箱|地址|账号)?[^，。]{0,6}(?:发|寄)(?:的|了|出|垃圾|诈骗|邮件|信)|以我的?名义(?:发|寄)|(?:别人|朋友|同事|客户)(?:说)?(?:收到|老收到)(?:了)?我(?:发|寄)的(?:垃圾|诈骗|奇怪|广告)',
);

/** Somebody has left the company, and mail still comes for them. */
const LEAVER = anyOf(
  '\\b(?:left (?:the|our) company|leavers?|ex-?employees?|(?:former|previous|departed) (?:employees?|colleagues?|staff|coworkers?)|(?:colleague|employee|coworker) (?:who |that )?(?:has |have )?(?:left|leaves|quit|was fired))\\b(?=.*(?:mail|account|address|inbox))(?=.*(?:forward|redirect|delet|remov|\\bclos|customer|still|take over|for (?:his|her|their)))',
  '^(?=.*(?:邮箱|邮件|账号|帐号|信箱))(?=.*(?:转|删|客户|接手|收到))(?:.*)(?:离职|前同事|前员工|辞职的)',
);
/** Money went to a stranger on the word of a false mail. */
const PAID = anyOf(
  '\\b(?:paid|transferred|wired|sent (?:the |them |him )?(?:money|payment))\\b.{0,60}\\b(?:fake|scam\\w*|fraud\\w*|hacker|wrong account|false)\\b|\\b(?:fake|false|changed) (?:invoice|bank (?:details|account))',
  '(?:汇|转账|转帐|打款|付款|付了钱|打了钱)[^。！]{0,40}(?:骗|诈|假|冒充|怎么办)|(?:骗|诈骗|冒充|假冒|假的?收款|改了收款)[^。！]{0,40}(?:汇|转账|转帐|打款|付款)',
);

/** To whom sending fails, and what sends that is no mail program. */
export const SENDING_MATTERS: MatterRule[] = [
  { topic: 'money-sent', intents: ['send-receive-problem'], always: true, words: PAID, surely: PAID },
  { topic: 'leaver-mailbox', intents: ['send-receive-problem'], always: true, words: LEAVER, surely: LEAVER },
  {
    topic: 'mail-in-my-name',
    intents: ['send-receive-problem', 'sync-or-missing-mail', 'auth-failure'],
    always: true,
    despiteError: true,
    words: IN_MY_NAME,
    surely: IN_MY_NAME,
  },
  {
    topic: 'domain-proofs',
    intents: ['send-receive-problem', 'autoconfig'],
    words: /\b(?:spf|dkim|dmarc)\b/,
  },
  {
    topic: 'outgoing-sign-in',
    intents: ['send-receive-problem', 'auth-failure', 'client-setup', 'connection-error'],
    words: anyOf(
      '\\b(?:requires?|needs?|wants?|asks for|no|without)\\b[^.]{0,12}\\bauthentication\\b|\\bauthentication (?:is )?(?:required|needed|off|none|empty|not ticked)\\b',
      '(?:要求|需要|勾选?|打开|开启)(?:smtp)?(?:身份)?(?:验证|认证)|(?:身份验证|smtp验证|smtp认证)[^，。]{0,8}(?:没|要不要|未|空|勾|开|选)',
    ),
  },
  {
    topic: 'refused-outside',
    intents: ['send-receive-problem'],
    within: ['send-receive-problem'],
    despiteError: true,
    words: anyOf(
      '\\b(?:to|for) (?:\\w+ ){0,3}(?:outside|external)\\b|\\b(?:outside|external) (?:address|recipient|people|person|domain|mail|customer|client|contact|partner|one)|^(?!.*\\b(?:home|hotels?|travel\\w*|abroad|road)\\b).*\\b(?:inside|internal\\w*|in-?house|within (?:the|our) (?:company|firm|domain)|same (?:company|domain))\\b.{0,30}\\b(?:ok|fine|works?|no problem|goes|go through|arrive)',
      '(?:内部|公司内|同事|站内|本公司|同域|自己人)[^，。]{0,10}(?:可以|正常|没问题|能|ok|收得到)|(?:外部|外面|公司外|外域|外单位|对外|外边)[^，。]{0,10}(?:不|退|拒|失败|没)|外发|发(?:给|到)?外(?:面|部|边|域)',
    ),
    first: anyOf(
      '\\b(?:inside|internal\\w*|in-?house|within the company|colleagues)\\b.{0,40}\\b(?:fine|ok|works?|goes|no problem)\\b.{0,60}\\b(?:outside|external)|\\b(?:outside|external)\\b.{0,60}\\b(?:inside|internal\\w*|colleagues|in-?house)\\b',
      '(?:内部|公司内|同事|站内)[^。]{0,14}(?:能|可以|正常|没问题)[^。]{0,16}(?:外部|外面|外域|公司外|对外|外边)[^。]{0,8}(?:不|退|拒|失败|没)|(?:外部|外面|公司外|对外)[^。]{0,8}(?:不|退|拒|失败|没)[^。]{0,16}(?:内部|公司(?:内|里)|同事)',
    ),
  },
  {
    topic: 'one-recipient',
    intents: ['send-receive-problem'],
    within: ['send-receive-problem'],
    despiteError: true,
    words: anyOf(
      `\\b(?:only|just) (?:to |for |with )?(?:one|this|that|a single|him|her|1)\\b|\\b(?:one|single|that|this) (?:particular |single |certain )?${WHO}\\b`,
      `\\b${REST}\\b.{0,24}\\b(?:fine|ok|works?|gets?|receives?|arrives?|no problem)`,
      '\\b(?:address|spelling) (?:is|was) (?:right|correct|ok|fine)\\b|\\bchecked the (?:address|spelling)',
      '地址(?:是)?(?:没错|没问题|对的|正确|没写错)|核对(?:过|了)(?:了)?(?:地址)?|(?:就|只有|只是|单单|仅|只给)(?:这|那)?(?:一个|一位|他|她|某个|对方)|(?:别人|其他人|别的(?:人|客户|地址)|其他(?:客户|地址))[^，。]{0,4}(?:正常|没问题|能收|可以|好的|收得到|没事)|发(?:给)?(?:别人|其他人)[^，。]{0,4}(?:正常|可以|没问题|能)',
    ),
    first: anyOf(
      `\\b(?:one|a single|this one|that one|only one|just one) ${WHO}\\b.{0,60}\\b${REST}\\b|\\b${REST}\\b.{0,60}\\b(?:one|this|that|single) ${WHO}\\b`,
      '(?:一个|某个)(?:客户|人|地址|收件人|公司)[^。]{0,24}(?:别人|其他人|其他客户)[^，。]{0,6}(?:正常|没问题|能收|可以)',
    ),
  },
  {
    topic: 'device-sends-mail',
    intents: ['client-setup', 'auth-failure', 'send-receive-problem', 'connection-error'],
    words: anyOf(DEVICE, DEVICE_ZH),
    first: anyOf(`^(?=.*(?:\\bsend|\\bmail|\\bsmtp)).*${DEVICE}`, `^(?=.*(?:发|寄|smtp|邮|信)).*${DEVICE_ZH}`),
  },
];
