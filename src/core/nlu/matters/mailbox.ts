import { anyOf, type MatterRule } from './matter.ts';

const DEVICE =
  '(?:other |old |new |work |home )?(?:phone|i ?phone|i ?pad|mobile|tablet|computer|pc|laptop|mac|macbook|desktop|device)';
const DEVICE_ZH = '(?:手机|电脑|平板|笔记本|另一台|ipad|iphone|旧机|家里那台|公司那台)';
const TRASH = '(?:\\btrash|\\bbin\\b|deleted (?:items|mails?|folder|messages)|recycle)';
const COMPUTER = '(?:computer|pc|laptop|mac|machine)';
/** Not that of whom one writes to. */
const OWN = '(?!.*(?:\\b(?:recipient|their|his|her|bounce\\w*)\\b|对方|收件人|客户|别人|退信|退回))';
const TRASH_ZH = '(?:已删除|回收站|废纸篓|垃圾桶|垃圾箱|删除邮件)';

/** Mail that was deleted, that is on one device only, or that a change of protocol might fetch again. */
export const MAILBOX_MATTERS: MatterRule[] = [
  {
    topic: 'mailbox-full',
    intents: ['sync-or-missing-mail', 'send-receive-problem'],
    despiteError: true,
    words: anyOf(
      `^${OWN}.*\\b(?:mailbox|inbox|mail ?account|storage|quota|mail|space) (?:is |was |seems |says (?:it['’]?s )?|gets? )?(?:almost |nearly |completely |still |always )?(?:full|used up|over quota|exceeded)\\b`,
      `^${OWN}.*\\b(?:no|not enough|out of|low on|running out of) (?:mail |mailbox )?(?:storage|space)\\b|^${OWN}.*\\bstill full\\b`,
      `^${OWN}.*(?:邮箱|信箱|收件箱|容量|空间|存储)(?:已经|已|快|又|还是|都|老是)?(?:满|爆)|^${OWN}.*(?:容量|空间)(?:不足|不够|超|用完)|(?:怎么|如何)(?:清理|腾出?)(?:邮箱|信箱|空间|容量)|^还是满`,
    ),
  },
  {
    topic: 'carry-old-mail',
    intents: ['client-setup', 'sync-or-missing-mail', 'imap-vs-pop3'],
    words: anyOf(
      `\\b(?:mov|transfer|carry|bring|copy|migrat|export|import|get|tak)\\w*(?: \\w+){0,5} (?:mails?|e-?mails?|messages|folders|archive|everything|them)(?: \\w+){0,6} (?:to|onto|on|into|from|over)(?: \\w+){0,2} (?:new|other|old|another) ${COMPUTER}`,
      `\\b(?:old|previous) ${COMPUTER}(?:['’]s)? (?:mails?|e-?mails?|messages)\\b|\\bupload(?:ing)? (?:\\w+ ){0,4}(?:mails?|messages|them)\\b|\\b(?:import|export)(?:ing)? (?:\\w+ ){0,3}(?:mails?|messages|pst|profile|folders)\\b|\\bpst file`,
      '(?:旧|老)(?:电脑|机器|手机)(?:上|里)?(?:的|那些)[^，。]{0,8}(?:弄|搬|转|导|移|拷|传)|(?:邮件|信)[^，。]{0,8}(?:搬|导|迁|移|转|拷)(?:到|过|去|出)|(?:导出|导入|导进)[^，。]{0,4}(?:邮件|信|来|去)|搬(?:到|去)新(?:电脑|机)|(?:上传|传|弄|放)(?:到|回|上)(?:去|服务器)',
    ),
  },
  {
    topic: 'mail-vanished',
    intents: ['sync-or-missing-mail'],
    within: ['sync-or-missing-mail'],
    words: anyOf(
      "(?:did ?n['’]?t|did not|never|have ?n['’]?t|have not) delet|\\bnobody deleted",
      '(?:没|没有|未|不是我)(?:删|动)(?:过|除|掉)?|谁也没删',
    ),
  },
  {
    topic: 'keep-copy-on-server',
    intents: ['imap-vs-pop3', 'client-setup'],
    within: ['imap-vs-pop3', 'provider-settings', 'client-setup', 'sync-or-missing-mail'],
    words: anyOf(
      '\\b(?:leave|keep|stay|remain)\\w*(?: \\w+){0,5} (?:on there|on the server|there|online|in the mailbox|on it)\\b|\\bkeep(?:ing)? (?:a )?cop(?:y|ies)\\b|\\bleave (?:a )?cop(?:y|ies)\\b',
      '(?:留|保留|存)(?:一份)?(?:在|到)?(?:服务器|网上|网页|邮箱里)|保留副本|留(?:个|一份)?(?:副本|备份)|不(?:要|让它)?从服务器(?:上)?删',
    ),
    asks: true,
  },
  {
    topic: 'get-deleted-back',
    intents: ['sync-or-missing-mail'],
    within: ['sync-or-missing-mail', 'imap-vs-pop3'],
    words: anyOf(
      `${TRASH}[^.]{0,40}(?:empt|gone|clear|nothing|purg|not (?:in )?there|is ?n['’]?t there)|\\bempt\\w*(?: \\w+){0,3} ${TRASH}|\\b(?:not|nothing)(?: \\w+){0,2} in (?:the |my )?${TRASH}`,
      '\\b(?:permanent\\w*|hard|shift)[ -]?delet|\\bdelet\\w*(?: \\w+){0,4} (?:permanently|for good|forever|completely)|\\bgone (?:for good|forever)\\b',
      '\\b(?:get|bring|have|want)(?: \\w+){0,5} back\\b|\\b(?:recover|restor|undelet|retriev|rescu|salvag)\\w*|\\bany (?:hope|chance)\\b|\\b(?:keep|keeps|have|has|is there|are there)(?: \\w+){0,3} back-?ups?\\b',
      '找(?:得)?回|恢复|还原|救(?:回|得)|还有(?:救|希望)|清空|彻底(?:删|没)|永久(?:删|没)|拿(?:得)?回来?',
      `${TRASH_ZH}[^，。]{0,10}(?:没|空|清|不见|找不到)`,
    ),
    first: anyOf(
      '\\b(?:accidental\\w*|by (?:mistake|accident)|unintention\\w*) delet|\\bdelet\\w*.{0,40}\\b(?:accidental\\w*|by (?:mistake|accident))',
      '(?:不小心|误|手滑|手抖)[^。]{0,10}(?:删|清空)',
      '\\b(?:recover|restor|undelet|retriev|rescu)\\w*(?: \\w+){0,4} (?:delet|remov)\\w*(?: \\w+){0,3} (?:e-?)?(?:mails?|messages?)\\b',
      '\\bdelet\\w*(?: \\w+){0,5} (?:e-?)?(?:mails?|messages?|inbox|folder)\\b.{0,50}\\b(?:recover|restor|get (?:\\w+ ){0,3}back|undelet|retriev)',
      '(?:删|清空)[^。]{0,14}(?:邮件|信)[^。]{0,14}(?:找回|恢复|还原|救)|(?:找回|恢复)[^。]{0,8}(?:删|清空)',
    ),
  },
  {
    topic: 'delete-on-one-device',
    intents: ['imap-vs-pop3'],
    within: ['sync-or-missing-mail', 'imap-vs-pop3'],
    words: anyOf(
      '\\b(?:delet|remov|clear|eras)\\w*(?: \\w+){0,4} (?:only|just) (?:on|from|in)\\b|\\b(?:only|just) (?:delet|remov)\\w*(?: \\w+){0,4} (?:on|from)\\b',
      `\\b(?:delet|remov|clear)\\w*.{0,40}\\bwithout\\b.{0,40}(?:${DEVICE}|\\bother|\\bserver|\\beverywhere|\\bboth)`,
      '\\b(?:each|every)(?: \\w+){0,3} on (?:its|their|his|her) own\\b|\\b(?:independent|separate)(?:ly)?\\b',
      `(?:\\bnot\\b|n['’]?t\\b|\\bstop\\b|\\bavoid\\b|\\bprevent\\b).{0,30}\\b(?:delet|remov|disappear|vanish)\\w*(?: \\w+){0,3} (?:on|from) (?:the |my )?(?:${DEVICE}|other|both|server|everywhere)`,
      '各(?:删|管)各|互不(?:影响|干扰|相干)|分开(?:删|管)|(?:只|单独|光|仅)(?:删|清)(?:掉)?(?:手机|电脑|这台|一台|本地|这边|一边)',
      '删(?:了|除|掉)?[^，。]{0,10}(?:不(?:要|会|想)?影响|别影响|还(?:要)?(?:留|保留))|(?:不(?:要|想|让)?|别)[^，。]{0,4}(?:同步|一起)(?:删|没)',
    ),
  },
  {
    topic: 'mail-on-one-device',
    intents: ['sync-or-missing-mail'],
    within: ['sync-or-missing-mail'],
    words: anyOf(
      `\\b(?:still|all|they['’]?re|they are|it['’]?s|are|see (?:them|it)|have (?:them|it)|there|fine)(?: (?!not\\b|gone\\b|missing\\b|only\\b|just\\b|never\\b)\\w+){0,3} on (?:my |the |an? )?${DEVICE}\\b`,
      `\\bon (?:my |the )?${DEVICE}\\b(?:(?!\\bnot\\b|n['’]t\\b|\\bonly\\b|\\bgone\\b|\\bmissing\\b)[^.]){0,24}\\b(?:still|there|fine|all (?:of )?(?:them|it)|(?:see|have) (?:them|it))\\b`,
      `${DEVICE_ZH}(?:上|里|那边|端)?[^，。没不只]{0,4}(?:还在|都在|还有|有的|看得到|能看到|能看见|还能看|都有)`,
    ),
  },
  {
    topic: 'change-pop-to-imap',
    intents: ['imap-vs-pop3', 'client-setup'],
    within: ['imap-vs-pop3'],
    words: anyOf(
      '\\b(?:delet|remov)\\w*(?: \\w+){0,6} (?:re-?add|add|set (?:it )?up|start|create|make)\\b|\\b(?:have|need|must|got) to (?:delete|remove|re-?add)\\b|\\bre-?add\\b',
      '\\bset(?:ting)?(?: it| everything| all)? (?:all )?up (?:again|anew|from scratch)|\\bstart (?:over|from scratch|all over)',
      '删(?:掉|了|除)?[^，。]{0,6}(?:重加|重新|再加|再添|重来|重建|重配|重弄)|(?:要|得|必须|需要)(?:先)?(?:整个)?(?:删|移除)|把[^，。]{0,6}(?:账户|账号|帐户|帐号)(?:给)?删|重新(?:加|添加|新增|建|配|弄)|重(?:加|建|配|弄)(?:一|账|帐|吗|喔|哦|吧|$)|全部重来',
    ),
  },
  {
    topic: 'switch-downloads-again',
    intents: ['imap-vs-pop3', 'client-setup'],
    within: ['imap-vs-pop3'],
    words: anyOf(
      '\\b(?:download|fetch|load|pull|get|sync|import|com|receiv)\\w*(?: \\w+){0,6} (?:again|a second time|all over|anew|once more)\\b|\\bre-?download|\\bduplicat|\\bdoubles?\\b|\\btwice\\b|\\btwo copies\\b|\\beverything again\\b',
      '(?:再|重新|又|重复)(?:下载?|收取?|载)(?:一遍|一次|一回)?|(?:下载?|收|出现)(?:两|2)(?:遍|次|份)|重复(?:的)?(?:邮件|信)?|两份|双份',
    ),
    first: anyOf(
      '^(?=.*\\b(?:pop3?|imap)\\b)(?=.*\\b(?:switch|chang|mov|convert)).*(?:\\b(?:download|fetch|load|come)\\w*(?: \\w+){0,6} (?:again|twice)\\b|\\bduplicat)',
      '(?=.*(?:pop|imap))(?:换|改|切|转)(?:成|到|为)?[^。]{0,20}(?:再|重新|重复|又)(?:下|收)',
    ),
  },
];
