import { anyOf, type MatterRule, unmistakable } from './matter.ts';

/** Who wants it said so that anybody understands it. */
const PLAINLY =
  "(?:\\b(?:plain|simple|easy|normal|everyday|layman['’]?s?) (?:words|english|language|terms)\\b|\\bexplain\\b.{0,20}\\b(?:simply|slowly|child|grandm\\w+|grandpa|old)\\b|\\bfor (?:dummies|beginners|an old)\\b|\\b(?:i am|i['’]?m|am) (?:already |over |an? )?(?:[6-9]\\d|old\\b|pensioner|not (?:very |so )?(?:technical|good with)|no (?:expert|good with|technician))|\\bmy late (?:husband|wife)\\b|\\b(?:do ?n['’]?t|not) (?:understand|know)(?: about| anything about)? (?:computers?|technical|these words|such things)|大白话|通俗|简单(?:地)?(?:说|讲|点)|说人话|白话|老人|(?:我)?[6-9]\\d ?(?:多)?岁|不懂(?:技术|电脑|这些)|小白)";
const MEANS = "(?:what(?:['’]?s| is| does| do| are)(?: an?| the| this| that)?(?: word)?)";

function plain(topic: string, intent: MatterRule['intents'], word: string, asked: string[]): MatterRule {
  return {
    topic,
    intents: intent,
    within: [],
    words: anyOf(word),
    unless: /\bservers?\b|\bsettings\b|\bports?\b|服务器|端口|or pop|or imap|还是|\bdiff|区别|不同/,
    surely: unmistakable(`^(?=.*${PLAINLY}).*${word}`, ...asked),
  };
}

/** Words that somebody hears for the first time. */
export const PLAIN_WORDS: MatterRule[] = [
  plain('plain-encryption', ['ports-and-encryption'], '(?:\\bencrypt(?:ion|ed)\\b|加密)', [
    `\\b${MEANS} encryption(?: mean| for)?\\b(?! (?:do i|should|is|does|type))`,
  ]),
  plain('plain-pop3', ['imap-vs-pop3'], '(?:\\bpop ?3?\\b|pop3)', [`\\b${MEANS} pop ?3?(?: mean)?[?.!,]+ ?[a-z]`]),
  plain('plain-imap', ['imap-vs-pop3'], '(?:\\bimap\\b|imap)', [`\\b${MEANS} imap(?: mean)?[?.!,]+ ?[a-z]`]),
  plain(
    'plain-mail-password',
    ['auth-failure'],
    '(?:\\b(?:app|separate|special|second|mail|other)(?: mail)? passwords?\\b|授权码|专用密码|应用(?:程序|程式)?密码)',
    [],
  ),
];
