import { anyOf, type MatterRule, unmistakable } from './matter.ts';

const JUNK = '(?:junk|spam)';
const PIECES = '(?:attachments?|photos?|pictures?|images?|pdfs?|files?|videos?)';
const SMALLER = '(?:smaller|compress\\w*|shrink\\w*|split\\w*|resiz\\w*|in (?:several )?parts|zip(?:ped|ping)?)';
const OLD_ONE = '(?:old|wrong|false|dead|former)\\b.{0,16}\\b(?:address|one|e-?mails?|contact|recipient)';
const TRANSFER_AGENT = '(?:postfix|sendmail|exim4?|msmtp|nullmailer|qmail|opensmtpd|mailcow|haraka)';

/** How messages leave a computer or arrive in one: their size, their folder, the address they go to. */
export const DELIVERY_MATTERS: MatterRule[] = [
  {
    topic: 'own-server-relay',
    intents: ['connection-error', 'send-receive-problem', 'ports-and-encryption'],
    despiteError: true,
    within: ['connection-error', 'send-receive-problem', 'ports-and-encryption', 'provider-settings', 'why-it-matters'],
    words: anyOf(
      '\\b(?:via|through|over|use|need|an?|smtp) relay\\b|\\bsmart ?host\\b',
      `\\b${TRANSFER_AGENT}\\b`,
      '中继|自建',
    ),
    unless:
      /\brelay(?:ing)? (?:access )?(?:denied|not|is not)|\b55\d\b|被拒|mynetworks|\blimit|限制|并发|what(?:['’]?s| is) (?:an?|the) |meaning/,
    surely: unmistakable(
      '家里?(?:里)?架(?:的|设的)?[^。，]{0,4}(?:邮件|mail)?(?:服务器|主机|server)[^。]{0,16}(?:25|寄|发|中继)',
      `\\b${TRANSFER_AGENT}\\b.{0,100}\\b(?:relay\\w*|25|send\\w*|time[ds]?|block\\w*|outgoing|deliver\\w*|home|smart ?host|go out|587)\\b|\\b(?:relay\\w*|25|send\\w*|outgoing|smart ?host|587)\\b.{0,60}\\b${TRANSFER_AGENT}\\b`,
      '\\brelayhost\\b|\\bsmart ?host\\b',
      "\\b(?:home|own|self-?hosted) (?:mail |e-?mail )?server\\b.{0,80}\\b(?:port 25|25|relay\\w*|can(?:not|['’]?t) send|blocked|outgoing)\\b|\\b(?:port )?25\\b.{0,60}\\b(?:home|own|self-?hosted) (?:mail |e-?mail )?server",
      `${TRANSFER_AGENT}[^。]{0,20}(?:发|寄|中继|超时|25|出不去)|(?:自建|自己搭|家里搭|自己架|自架)(?:的)?(?:邮件|邮局|邮箱|信箱|mail)?(?:服务器|主机|系统|server)[^。]{0,24}(?:25|发|寄|中继|封|超时|转送)`,
    ),
  },
  {
    topic: 'sender-in-junk',
    intents: ['send-receive-problem', 'sync-or-missing-mail'],
    within: ['send-receive-problem', 'sync-or-missing-mail'],
    words: anyOf(
      '\\b(?:this|that|certain) (?:particular |one )?sender\\b|\\bnot (?:spam|junk)\\b',
      '(?:只有|某|这|那)(?:一)?个(?:人|发件人|寄件[者人])(?:的|发)',
    ),
    unless: anyOf(
      `\\b(?:my|our|the) (?:own )?(?:e-?)?(?:mails?|messages?|newsletters?) (?:to|go(?:es)?|lands?|ends?|arrives?|sent)\\b|\\b(?:their|his|her|recipients?['’]?|customers?['’]?|people['’]?s?|clients?['’]?) (?:junk|spam)\\b|\\bi (?:send|sent|write|wrote)\\b|\\bwe send\\b|\\bour (?:mails?|newsletters?)\\b`,
      '\\bfrom (?:my|our) (?:own )?(?:domain|server|company|address|website|wordpress|business|account|shop)\\b|\\bhow (?:do|can) i (?:report|stop getting|block)|\\b(?:get|getting|receiv\\w+) (?:so |too )?(?:much|many|lots of)\\b|spf|dkim|dmarc|\\b55\\d\\b|\\balso never\\b|\\breset mail\\b',
      '我们?(?:发|寄)(?:的|出|给)?|(?:对方|客户|别人|人家|收件人|个客)(?:的|那边)?[^，。]{0,4}垃圾|我们?(?:公司)?的(?:信|邮件)|退信|太多|这么多|好多|发给|域名|也没有|认证信|注册',
    ),
    surely: unmistakable(
      `\\b(?:friend|son|daughter|mother|father|mum|mom|dad|brother|sister|wife|husband|colleague|customer|client|doctor|bank|school|boss)\\b(?:['’]s)?(?: (?:e-?)?(?:mails?|messages?|letters?))?\\b.{0,20}\\b(?:always |keeps? |every time )?(?:ends?|ending|lands?|landing|goes|going|is|are|gets?)\\b.{0,16}\\b${JUNK}\\b`,
      `\\b(?:mails?|e-?mails?|messages?|newsletters?|invoices?|letters?|everything|replies)\\b(?: \\w+){0,3} (?:from|of) .{0,50}\\b${JUNK}\\b`,
      `\\b${JUNK}\\b.{0,40}\\b(?:mails?|e-?mails?|messages?|newsletters?|invoices?|letters?|everything)\\b(?: \\w+){0,2} from\\b|\\bfrom (?:my (?!own|domain)|the |our (?!own|domain)|one |him|her|this |that ).{0,40}\\b(?:goes?|going|lands?|landing|ends?|ending|is|are|always|puts?|moved?|sorted)\\b.{0,24}\\b${JUNK}\\b`,
      `\\b(?:stop|prevent|keep|avoid)\\b.{0,50}\\b(?:from )?(?:going|landing|being (?:put|moved|sorted)|ending up) (?:in|into|to|as) (?:my |the )?${JUNK}\\b`,
      '\\bsafe[ -]?senders?\\b|\\b(?:white|allow)[ -]?list\\b.{0,40}\\b(?:sender|mail|address|domain)',
      '(?:某|一|这|那)?(?:个|位)?(?:人|他|她|客户|朋友|同事|老师|老板|银行|公司|学校|发件人|寄件[者人]|供应商)(?:发|寄)?(?:来|给我|過來|过来)?的?(?:邮件|信|信件)[^。]{0,8}(?:垃圾)',
      '(?:总是?|老是?|一直|每次|又)[^，。]{0,6}(?:进|到|跑到?|被?(?:放|分|扔|丢)[到进]?)[^，。]{0,4}垃圾(?:箱|邮件|信|桶|匣)|(?:加|添加|设)[^，。]{0,4}白名单|白名单[^，。]{0,6}(?:怎么|在哪|哪里|设)|安全(?:的)?(?:发|寄)件[者人]',
    ),
  },
  {
    topic: 'remembered-address',
    intents: ['client-setup', 'send-receive-problem'],
    within: ['send-receive-problem', 'client-setup'],
    words: anyOf('\\baddress ?book\\b|\\bsuggest(?:s|ed|ion)', '联想|自动(?:带出|完成|补全)'),
    asks: true,
    unless: /\b(?:imap|pop3?|smtp)\b/,
    surely: unmistakable(
      '\\b(?:offers?|suggests?|proposes|shows?|keeps?)\\b.{0,20}\\b(?:dead|old|wrong|outdated) (?:e-?mail )?(?:address(?:es)?|contacts?|recipients?)\\b',
      `\\b(?:suggest\\w*|propos\\w*|remember\\w*|puts?|fills?|offers?|inserts?|comes? up|pops? up|shows? up|auto-?\\w+)\\b.{0,40}\\b${OLD_ONE}\\b`,
      `\\b${OLD_ONE}\\b.{0,40}\\b(?:suggest\\w*|remember\\w*|comes? up|pops? up|shows? up|auto-?(?:complet|fill)\\w*|when i (?:type|start))`,
      '\\b(?:remov|delet|clear|eras|get rid of|forget|chang|edit)\\w*\\b.{0,40}\\b(?:suggest(?:ion|ed)\\w*|auto-?complet\\w*|auto-?fill|remembered address|recent (?:recipients?|addresses)|previous recipients?)',
      '\\b(?:address )?auto-?complet\\w*\\b.{0,60}\\b(?:address|recipient|contact|mail|wrong|old)',
      '(?:自动|联想|下拉|记住|历史|跳出|弹出|带出)[^。，]{0,8}(?:旧|错|老|以前)的?[^。，]{0,4}(?:地址|邮箱|信箱|联系人|收件人)|(?:旧|错|老)的?[^。，]{0,3}(?:地址|收件人|联系人)[^。，]{0,10}(?:自动|跳出|弹出|出现|联想|带出|老是)',
      '(?:收件人|地址|邮箱|信箱)[^。，]{0,6}(?:自动(?:完成|填充|补全|带出)|联想)|(?:删|清)(?:除|掉|空)?[^。，]{0,6}(?:联想|历史收件人|最近联系人|自动完成|记住的地址)',
    ),
  },
  {
    topic: 'smaller-attachments',
    intents: ['send-receive-problem'],
    despiteError: true,
    within: ['send-receive-problem'],
    words: anyOf(
      `\\b${SMALLER}\\b|\\bwithout (?:a |the |any )?cloud\\b|\\bno cloud\\b|\\b(?:several|two|more|many) (?:mails|e-?mails|messages)\\b`,
      '压缩|变小|缩小|拆开|分卷|分(?:开|几|两|成)[^，。]{0,3}(?:发|寄|封)|不用(?:云|网盘|链接)|没有(?:云|网盘)',
    ),
    surely: unmistakable(
      `\\b${PIECES}\\b.{0,20}\\btoo (?:big|large)\\b.{0,30}\\b(?:make|compress|reduce|shrink)\\b`,
      `\\b(?:attachments?|attach|e-?mail|send)\\b.{0,60}\\b${SMALLER}\\b|\\b${SMALLER}\\b.{0,50}\\b(?:attachments?|to (?:e-?)?mail|to send|for (?:e-?)?mail|by (?:e-?)?mail)\\b`,
      `\\b(?:make|get|reduce|cut)\\b.{0,30}\\b${PIECES}\\b.{0,24}\\bsmaller\\b.{0,40}\\b(?:mail|send|attach)`,
      '(?:附件|照片|图片|档案|文[档件]|视频|影片|pdf)[^。]{0,12}(?:压缩|变小|缩小|拆开|分卷|分(?:开|几封|次)发|分(?:开|几封|次)寄|切开)[^。]{0,10}(?:发|寄|邮|附件|$)|附件[^。]{0,10}(?:压缩|变小|缩小|拆|分卷|分几封)',
    ),
    unless: /\bsplit (?:screen|view)|unzip|解压|\busb\b|\bpst\b|\.?\bexe\b|block|refus|\b55\d\b/,
  },
  {
    topic: 'sent-folder',
    intents: ['sync-or-missing-mail', 'client-setup'],
    within: ['sync-or-missing-mail', 'client-setup'],
    words: anyOf('\\bwhere\\b.{0,30}\\bsent\\b', '(?:已发送|寄件备份)[^，。]{0,6}(?:在哪|哪里)'),
    surely: unmistakable(
      "\\b(?:where (?:is|are|do i (?:see|find|set|choose|change)|can i (?:see|find|set|choose|change|look))|how (?:do|can) i (?:see|find|set|choose|change)|(?:can(?:not|['’]?t)|do ?n['’]?t) (?:see|find))\\b.{0,30}\\b(?:sent (?:folder|mail ?box|items?|mails?|e-?mails?|messages?)|(?:mails?|e-?mails?|messages?) (?:that )?(?:i|i have|i['’]ve) sent)\\b",
      '(?:已发送|寄件备份|发件夹|发过的(?:信|邮件)|寄过的(?:信|邮件))[^。，]{0,8}(?:在哪|哪里|怎么(?:看|设|找|选)|去哪)|(?:在哪|哪里|怎么|去哪)[^。，]{0,6}(?:看|找|设|选)[^。，]{0,8}(?:已发送|寄件备份|发过的|寄过的)',
    ),
  },
];
