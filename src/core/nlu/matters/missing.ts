import { anyOf, type MatterRule, unmistakable } from './matter.ts';

const SENDER =
  '(?:bank|supplier|customer|client|sender|friend|school|shop|insurance|doctor|company|person|paypal|amazon)';
const OTHERS = '(?:all (?:the )?others?|everything else|every other (?:mail|one)|the rest|others)';
const OTHERS_ZH = '(?:其[它他余]|别的|别人)(?:的|邮件|信|人)*(?:都|全)?';
const MAILS = '(?:mails?|e-?mails?|messages?|codes?|letters?)';

/** Nothing was returned. */
const NO_BOUNCE = [
  '\\b(?:no|any|without an?|without any|never (?:got|get) an?) (?:bounces?|bounce (?:mail|message)s?|error back|non-?delivery|returned (?:mail|message)s?|undeliver\\w+)\\b',
  "\\bnothing (?:comes|came|bounces|bounced|is returned|was returned)(?: back)?\\b|\\b(?:do|does|did)(?:n['’]?t| not) (?:bounce|come back|get (?:a |any )?(?:bounce|returned)\\w*)",
  '(?:没有?|无|不见)(?:收到)?(?:任何|过)?(?:退信|退回|被退|弹回)|退信(?:也|都)?没有?',
];
const NOT_THERE =
  "(?:n['’]?t|not|never|nothing|no one|nobody|cannot)\\b.{0,30}\\b(?:get|got|receiv\\w+|arriv\\w*|reach\\w*|see)|(?:收不到|没(?:有)?收到|没到|到不了)";

/** Mail of one sender that is missing, and mail of one's own of which nothing is heard again. */
export const MISSING_MATTERS: MatterRule[] = [
  {
    topic: 'sent-without-trace',
    intents: ['send-receive-problem'],
    within: ['send-receive-problem'],
    always: true,
    words: anyOf(...NO_BOUNCE),
    surely: unmistakable(
      ...NO_BOUNCE.map(
        (words) => `^(?=[\\s\\S]*(?:${NOT_THERE}))(?=[\\s\\S]*(?:mail|邮|信|寄|发))[\\s\\S]*(?:${words})`,
      ),
    ),
  },
  {
    topic: 'sender-in-junk',
    intents: ['send-receive-problem', 'sync-or-missing-mail'],
    within: ['send-receive-problem', 'sync-or-missing-mail'],
    words: anyOf(
      `\\bonly (?:the (?:ones?|${MAILS}) )?(?:from|of) (?:my |the |this |that |one )|\\bonly my \\w+['’]s\\b`,
      `\\b(?:just|only) (?:from|of) (?:one|this|that|a single) ${SENDER}`,
    ),
    unless: anyOf(
      `\\bto (?:my|the|one|a|this|that|him|her) ${SENDER}|\\bi (?:send|sent|write|wrote)\\b|\\b(?:they|he|she|recipients?) (?:do|does|did|can)\\b|\\bonly (?:from|of) my (?:phone|laptop|computer|i ?phone|i ?pad|pc|mac)|\\b(?:phone|laptop|computer|device)\\b`,
      '发给|寄给|对方|手机|电脑|邮箱',
    ),
    surely: unmistakable(
      `\\b(?:do ?n['’]?t|not|never|can['’]?t|cannot) (?:get|getting|receive|receiving|see)(?: \\w+){0,5} ${MAILS}(?: \\w+)? (?:from|of) (?:my |the |one |a |this )?${SENDER}`,
      `\\b${MAILS} (?:from|of) (?:my |the |one |a |this )?${SENDER}\\b.{0,40}\\b${OTHERS}\\b.{0,20}\\b(?:come|arrive|work|fine|ok)|\\b${OTHERS}\\b.{0,12}\\b(?:comes?|arrives?|get through)\\b.{0,24}\\b(?:only|just|but not) (?:my |the |one |from )`,
      `${OTHERS_ZH}(?:能)?(?:正常)?(?:收得到|收到|能收|正常)[^。]{0,6}(?:只有|就|唯独|单单|偏偏)[^，。]{1,12}的(?:邮件|信|验证码)?(?:收不到|没收到|没有)`,
      '(?:只有|唯独|单单|偏偏)[^，。]{1,10}的(?:邮件|信|验证码)?(?:收不到|没收到)',
    ),
  },
];
