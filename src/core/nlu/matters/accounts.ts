import { anyOf, type MatterRule, unmistakable } from './matter.ts';

const MAILBOX = '(?:(?:mail ?)?box|inbox|(?:e-?)?mails?|account|address|messages?|\\S*@\\S*)';
const ACCOUNT_ZH = '(?:账户|账号|帐户|帐号|邮箱|信箱)';
const PEOPLE =
  '(?:(?:two|three|four|five|six|several|many|multiple|all|both|[2-9]|1\\d|20) (?:of us|people|persons|users|employees|colleagues|staff|co-?workers)|the (?:whole )?team|everyone in|everybody in|colleagues|we all|all of us|me and my (?:wife|husband|partner|colleague|boss)|my (?:wife|husband|partner|colleague) and (?:i|me))';
const PEOPLE_ZH =
  '(?:[几两三四五六多2-9]个?(?:人|同事|员工|位)|同事们?|大家|我们(?:都|几个)|全(?:部门|组|办公室)|夫妻|老婆|老公)';
const REFUSED =
  '\\b[45]\\d\\d\\b|\\b[45]\\.\\d\\.\\d+|reject|refus|denied|bounc|dmarc|\\bspf\\b|stopped|被拒|退信|失败|报错';
const TROUBLE = `${REFUSED}|\\bservers?\\b|\\bhosts?\\b|settings for|max(?:imum)? connection|\\bhung\\b|服务器|收不|没更新`;
const TWICE =
  '(?:\\btwice\\b|\\bdoubled?\\b|\\bdoubles\\b|\\btwo (?:copies|of (?:every|each|all|the same))|\\b2 (?:copies|of (?:every|each))|\\bduplicat\\w*|\\b(?:two|2) times\\b)';
const TWICE_ZH = '(?:两遍|两次|两份|两封|双份|重复|2遍|2次|2份|2封)';

/** Who shares a mailbox, in what device it is, whose name a message bears, and where mail goes on to. */
export const ACCOUNT_MATTERS: MatterRule[] = [
  {
    topic: 'shared-mailbox',
    intents: ['client-setup', 'imap-vs-pop3', 'sync-or-missing-mail'],
    words: anyOf(
      '^(?:shared|common|joint|team|group) (?:mail ?box|inbox|account)$',
      '^(?:公共|共用|共享|公用)(?:邮箱|信箱)$',
    ),
    unless: anyOf(TROUBLE, '\\bdelet|disappear|vanish|恢复|删|怎么回事'),
    surely: unmistakable(
      '\\b(?:secretary|assistant|colleague|partner|wife|husband|bookkeeper)\\b.{0,24}\\b(?:also|too|as well)?.{0,8}\\b(?:reads?|sees?|access|answers?)\\b.{0,16}\\bmy (?:mail ?box|inbox|(?:e-?)?mails?)\\b',
      '\\b(?:shared?|sharing|common|joint|team|group|functional|delegated?) (?:mail ?box|inbox|(?:e-?)?mail account|(?:e-?)?mail address)',
      `\\b(?:one|same|single|a|the) ${MAILBOX}\\b.{0,30}\\b(?:for|with|by|among|between) (?:${PEOPLE}|(?:the )?(?:office|company|team|family))`,
      `\\b(?:one|same|single) ${MAILBOX}\\b.{0,30}\\b${PEOPLE}|\\b${PEOPLE}\\b.{0,50}\\b(?:share|sharing|one|same|all (?:read|see|use|want|answer)|want to (?:all )?(?:read|see|use|answer|access))\\b.{0,24}(?:${MAILBOX}|@)`,
      `\\b${PEOPLE}\\b.{0,40}\\b(?:read|see|use|answer|check|access)\\b.{0,16}(?:\\binfo\\b|\\boffice@|\\bsales@|\\S+@\\S+|\\bthe same (?:mail|inbox|account))`,
      '\\bhow (?:do|can) (?:we|i) share (?:an?|one|the|our|my) (?:mail|inbox|e-?mail)',
      `(?:公共|共用|共享|公用|合用|部门)(?:的)?(?:邮箱|信箱|账号)|${PEOPLE_ZH}[^。，]{0,10}(?:共用|合用|共享|同时用|一起用|用同一个|用一个|都(?:要|想|能)?(?:看|收|用))[^。，]{0,8}(?:邮箱|信箱|邮件|账号|info)`,
      `(?:一个|同一个)(?:邮箱|信箱|账号)[^。]{0,8}${PEOPLE_ZH}[^。]{0,6}(?:用|看|收|登)|一个(?:邮箱|信箱)(?:给|让)?(?:多|几)个?人`,
    ),
  },
  {
    topic: 'everything-twice',
    intents: ['sync-or-missing-mail', 'send-receive-problem'],
    within: ['sync-or-missing-mail', 'client-setup', 'send-receive-problem'],
    words: anyOf(
      `${TWICE}|\\b(?:in there|added|set up|listed|there) (?:twice|two times|double)\\b|\\btwo of (?:it|them|the same)\\b`,
      `${TWICE_ZH}|(?:加|添加|设)(?:了|过)?(?:两|2)(?:次|遍|个)|(?:有|出现)(?:两|2)个(?:一样|相同|同样)`,
    ),
    unless: anyOf(
      '\\bpop3?\\b|\\bimap\\b|password|\\basks?\\b|\\bpaid\\b|log ?in|\\btried\\b',
      '\\b(?:people|they|customers?|clients?|recipients?|boss)\\b|\\bsen[dt]\\b',
      'pop|密码|客户?|对方|收件人|老板|发(?:了|送|出|信)?(?:两|2|十|好?几)|重复发|点一次|send',
    ),
    surely: unmistakable(
      '\\b(?:every|each|all|same)\\b.{0,16}\\b(?:mails?|e-?mails?|messages?)\\b.{0,12}\\b(?:2x|2 x|x2)\\b',
      `(?:\\b(?:get|got|gets|getting|receiv\\w+|see|seeing|have|arriv\\w+|com(?:es?|ing)|shows?|every|each|all)\\b.*\\b(?:mails?|e-?mails?|messages?|everything|letters?|one)\\b.*${TWICE}|${TWICE}.*\\b(?:mails?|e-?mails?|messages?|letters?)\\b)`,
      `(?:(?:邮件|信|邮箱|收)[^。，]{0,12}${TWICE_ZH}|${TWICE_ZH}(?:的)?(?:邮件|信))`,
    ),
  },
  {
    topic: 'remove-account',
    intents: ['client-setup', 'sync-or-missing-mail', 'imap-vs-pop3'],
    words: anyOf(
      '\\b(?:delet\\w*|remov\\w*|get rid of|take off)(?: \\w+){0,4} accounts?\\b',
      '\\b(?:mails?|messages?) (?:is|are) (?:already |all )?in (?:the )?local folders\\b|(?:信|邮件)(?:都|已经)*在本地文件夹',
      `(?:删|移除|去掉|卸)(?:除|掉|了)?[^，。]{0,6}${ACCOUNT_ZH}`,
    ),
    within: ['client-setup', 'sync-or-missing-mail', 'imap-vs-pop3', 'send-receive-problem'],
    unless: anyOf(
      'permanent|for good|forever|\\bclose\\b|注销|永久',
      're-?add|add (?:it|again)|anew|again|重新|重加|where are|找回|误删',
    ),
    surely: unmistakable(
      '\\btake (?:my |the |an? )?(?:old |mail |e-?mail )?account off\\b',
      '\\b(?:delet\\w*|remov\\w*|get(?:ting)? rid of|take off)(?: (?!and\\b|then\\b)\\w+){0,3} (?:old|second|other|previous|former|unused|mail|e-?mail|gmail|yahoo|outlook|hotmail|pop3?|imap)(?: \\w+){0,2} accounts?\\b',
      '\\b(?:delet\\w*|remov\\w*)(?: \\w+){0,3} (?:mail ?)?accounts?\\b.{0,40}\\b(?:from|on|in|off) (?:my |the |this )?(?:phone|i ?phone|i ?pad|mac|computer|pc|laptop|outlook|thunderbird|mail app|device|tablet|foxmail)\\b',
      '\\b(?:delet\\w*|remov\\w*)(?: \\w+){0,4} accounts?\\b.{0,60}\\b(?:los[et]|gone|delet\\w*|keep|stay|still there|safe|server)\\b',
      `(?:删|移除)(?:除|掉|了)?[^，。]{0,6}(?:旧|老|原来|以前|多余|另一个|其中一个|一个)的?[^，。]{0,4}${ACCOUNT_ZH}`,
      `(?:删|移除)(?:除|掉|了)?[^，。]{0,4}${ACCOUNT_ZH}[^。]{0,16}(?:会不会|会|还在|丢|没了|不见|影响|服务器|保留|邮件)`,
      `(?:手机|电脑|outlook|foxmail|thunderbird|iphone)(?:上|里)[^，。]{0,6}(?:删|移除)(?:除|掉)?[^，。]{0,6}${ACCOUNT_ZH}`,
    ),
  },
  {
    topic: 'remove-account',
    intents: ['client-setup'],
    within: ['client-setup'],
    words: anyOf(
      '\\b(?:delet\\w*|remov\\w*) (?:it|that|(?:the )?(?:old|second|other|first) one)\\b(?!.{0,20}\\b(?:add|again))',
      '(?:删|移除)(?:除|掉)?(?:旧|老|另一|多余|那)(?:的|个)',
    ),
  },
  {
    topic: 'wrong-sender',
    intents: ['client-setup', 'send-receive-problem'],
    words: anyOf(
      '\\b(?:from|sender|sending) (?:address|name|account|field|line)\\b|\\bdefault (?:account|address|sender|mailbox)\\b|\\bwrong (?:account|address|name|sender)\\b',
      '发件人|寄件[者人]|默认(?:账|帐|邮箱|发)|预设(?:账|帐|信箱)',
    ),
    within: ['send-receive-problem', 'client-setup'],
    asks: true,
    unless: anyOf(REFUSED, '\\bmatch|from address book|分组|按发件人|名字|昵称|规则|过滤|拉黑|屏蔽|block'),
    surely: unmistakable(
      '\\b(?:mails?|e-?mails?|messages?|replies|answers?|answer)\\b.{0,20}\\b(?:go|goes|going|come|sent) out (?:as|under|in)\\b(?!.{0,24}\\bname)',
      `(?:回(?:信|复|覆)|发(?:信|邮件)|寄信)[^。]{0,8}(?:用的?(?:是|了)|变成)[^，。]{0,4}(?:另一个|别的|旧的?|错的?)${ACCOUNT_ZH}`,
      '\\b(?:wrong|incorrect) (?:from|sender|sending)\\b|\\b(?:other|old|different|private|personal) (?:sender|from[ -]address|sending (?:address|account))\\b|\\bfrom (?:address|line|field)\\b',
      '\\b(?:sen[dt]s?|sending|repl(?:y|ies|ied|ying)|answers?|writes?|goes? out|go out|went out)\\b.{0,40}\\b(?:from|with|under|as|through|via) (?:the |my |an? |our )?(?:wrong|other|old|private|personal|different|second|gmail|work|company) (?:e-?mail )?(?:account|address|mail ?box|name|one)\\b',
      '\\b(?:default|standard) (?:e-?mail |mail |sending |sender )?(?:account|address|sender)\\b',
      '\\b(?:change|choose|set|switch|pick|correct|fix)(?: \\w+){0,3} (?:sender|from (?:address|line|field)|from$)',
      '(?:发件人|寄件[者人]|发信人)[^。]{0,10}(?:错|不对|不是|变成|怎么(?:换|改|选|切)|换成|切换|选|改成|旧)|(?:错|换|改|切换|选择?|变)(?:了|换|错)?[^，。]{0,4}(?:发件人|寄件[者人]|发信人|发件账|寄件账)',
      `(?:默认|预设)(?:的)?(?:发件|寄件|发信|寄信)?(?:人|者)?(?:的)?(?:账|帐|邮箱|信箱|地址)|(?:用|从)(?:了)?(?:错|另一个|别的|旧)的?${ACCOUNT_ZH}(?:发|寄|回)`,
    ),
  },
  {
    topic: 'move-provider',
    intents: ['client-setup', 'sync-or-missing-mail', 'imap-vs-pop3'],
    words: anyOf(
      '\\bhow (?:do|can) i copy\\b|怎么复制',
      '\\ball (?:my |the )?old (?:e-?)?mails?\\b.{0,20}\\b(?:too|along|with)\\b',
    ),
    within: ['client-setup'],
    asks: true,
    unless: anyOf(
      TROUBLE,
      'internet|\\bisp\\b|\\bdsl\\b|fibre|fiber|certificate|fingerprint|at (?:our|my|the) provider|not there|missing|gone|no one answers|\\b(?:address|name)\\b.{0,30}\\bname\\b|电脑|手机|批处理|宽带',
    ),
    surely: unmistakable(
      '\\b(?:yahoo|gmail|outlook|hotmail|gmx|web\\.de|aol|icloud|t-online|comcast|qq|163) to (?:yahoo|gmail|google|outlook|hotmail|gmx|icloud|proton|fastmail|posteo|qq|163)\\b.{0,40}\\b(?:old|all|every\\w*|along)\\b',
      '\\b(?:mov\\w+|switch\\w*|chang\\w+|migrat\\w+|transfer\\w*|bring|go|going|leav\\w+)\\b(?!.{0,40}\\b(?:imap|pop3?|phone|laptop|computer|port)\\b).{0,40}\\b(?:from )?(?:yahoo|gmail|outlook\\.com|hotmail|gmx|web\\.de|aol|icloud|proton\\w*|fastmail|t-online|comcast|qq|163|provider|host)\\b.{0,20}\\bto\\b (?:an? |the |my )?(?:yahoo|gmail|google|outlook|hotmail|gmx|aol|icloud|proton\\w*|fastmail|posteo|mailbox|zoho|qq|163|new|other|another|different)',
      '\\b(?:chang\\w+|switch\\w*|mov\\w+|leav\\w+)(?: \\w+){0,3} (?:(?:e-?)?mail )?(?:provider|mail host|mail company)\\b|\\b(?:take|bring|carry|get|keep|move|copy|transfer|migrate)(?: \\w+){0,6} (?:e-?mails?|mail|messages|folders)\\b.{0,30}\\b(?:new|other|another|different) (?:e-?mail )?(?:provider|mail ?box|address|account|host)\\b',
      '(?:换|转|搬|迁移?)(?:到|成|去|至)?[^，。]{0,6}(?:另一家|别家|新)的?(?:邮箱|信箱|服务商|邮件)|(?:邮箱|信箱)(?:搬家|迁移|搬迁)|(?:换|更换)(?:邮箱|信箱|邮件)?(?:服务商|业者)',
      '(?:qq|163|126|新浪|雅虎|奇摩|gmail|hotmail|outlook|hinet|seednet)(?:邮箱|信箱|的信|的邮件|的)?[^，。]{0,8}(?:搬|迁移?|转移|全部转|换)(?:到|去|成|至)[^，。]{0,6}(?:qq|163|126|gmail|outlook|icloud|雅虎|新|hotmail|企业)',
    ),
  },
  {
    topic: 'forward-and-collect',
    intents: ['client-setup', 'send-receive-problem'],
    words: anyOf('^(?:and )?(?:can i )?(?:just |no )?forward(?:ing)?\\b', '^(?:那)?(?:自动)?转[发寄]'),
    within: ['client-setup', 'provider-settings', 'send-receive-problem'],
    unless: anyOf(TROUBLE, 'subject|physical|\\bpost\\b|letters|contains?|主题|包含|取消'),
    surely: unmistakable(
      '\\bget (?:my |the )?(?:\\S+ )?(?:mails?|e-?mails?|messages) (?:in|into|to) (?:my )?gmail\\b',
      'gmail(?:里|中)?(?:怎么|如何|能不能|可以)(?:代)?收(?:取)?(?:别的|其他|其它|别家|另一个)(?:的)?(?:邮箱|信箱)',
      '^(?:so |and |but )?(?:can|could|may) i (?:just |not )?forward\\b|\\b(?:auto-?|automatic(?:ally)? )forward|\\bforward(?:ing)?\\b.{0,30}\\b(?:all|my|every|incoming|from \\w+|the) ?(?:\\w+ ){0,3}(?:mails?|e-?mails?|messages?|to (?:my |an? |the )?(?:gmail|other|another|new|yahoo|outlook|qq|address|\\S+@))|\\bforward(?:ing)? (?:from|between)\\b|\\b(?:set ?up|turn on|switch on|enable|make|want) (?:an? )?(?:mail |e-?mail )?forward',
      '\\b(?:collect|fetch|pull|import|get|read|see|combine|merge|check)\\b.{0,40}\\b(?:in|into|inside|within|via|from|with) (?:my )?(?:one|a single|gmail|another|other|the same|both|the other)(?: \\w+){0,2} (?:mail ?box|inbox|account|place|accounts|mail ?boxes)\\b',
      '\\b(?:godaddy|domain|own domain|work|company|business|yahoo|ionos|strato|other)\\b.{0,30}\\b(?:mail|e-?mail|address|account|mailbox)\\b.{0,30}\\b(?:in|into|to|inside) (?:my )?gmail\\b(?! app)',
      '\\bgmail(?:ify| no longer (?:collects|fetches))\\b|\\bcheck mail from other accounts\\b|\\b(?:several|multiple|two|all(?: my)?|both) (?:mail ?boxes|e-?mail accounts|addresses|inboxes)\\b.{0,30}\\b(?:one place|in one|together|same (?:app|program|place))',
      '自动转[发寄]|(?:邮件|信|邮箱|信箱)[^，。]{0,6}(?:转[发寄])(?:到|至|去|给)[^，。]{0,8}(?:邮箱|信箱|gmail|qq|163|另|别)|(?:设置?|开|怎么|如何|能不能|可以)(?:个)?(?:邮件)?转[发寄](?!给)',
      '代收|(?:合并|集中|统一|一起)(?:到)?[^，。]{0,6}(?:收|看|管理)[^，。]{0,6}(?:邮箱|信箱|邮件)|(?:几|两|多|2|3)个(?:邮箱|信箱)[^，。]{0,8}(?:一起|放在?一|合(?:并|在)|同一个|一个(?:地方|程序|软件|app))',
    ),
  },
];
