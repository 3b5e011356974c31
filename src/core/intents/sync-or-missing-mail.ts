import { type Answer, type IntentHandler, type Question, text } from './answer.ts';
import type { TopicChoice } from './topics.ts';
import { troubleHandler } from './trouble.ts';

export const SYNC_TOPICS: TopicChoice = [
  ['deleted-everywhere', /delet|删/],
  ['sent-mail-elsewhere', /\bsent\b|已发送|寄件备份|已寄/],
  // Matching sees Taiwan's 文件 as 文档, and so 文件夹 too.
  ['folders-missing', /folder|文[件档]夹|资料夹/],
  [
    'old-mail-not-shown',
    /(?:web ?mail|web ?site|browser|online|\.com|网页|网站).{0,16}(?:there|see|show|能看|看得|有)/,
  ],
  [
    'old-mail-not-shown',
    /\bold\b|older|last (?:\d+ )?(?:month|week|day)|only (?:shows?|see|get|have|goes? back|displays?|the last|recent)|(?:shows?|see|display\w*|sync\w*) only|only \d+ (?:e-?mails?|messages|mails)|以前|旧|更早|只(?:能)?(?:看到|显示|收到|有)|最近.*(?:天|月)|\d+ ?天/,
  ],
];

const trouble = troubleHandler('sync-or-missing-mail', SYNC_TOPICS, 'mail-vanished');

export const syncOrMissingMail: IntentHandler = {
  name: 'sync-or-missing-mail',
  answer: (question) => byProtocol(question) ?? trouble.answer(question),
};

/** "IMAP or POP3?", answered: that tells where the mail is. */
function byProtocol(question: Question): Answer | undefined {
  const { fresh, conversation, intent, texts, topic } = question;
  const [protocol, ...others] = fresh.protocols ?? [];
  if (topic !== undefined || conversation.lastIntent !== intent || others.length > 0) return undefined;
  const { ofPop3, ofImap } = texts.nextSteps;
  const words = protocol === 'pop3' ? ofPop3 : protocol === 'imap' ? ofImap : undefined;
  return words === undefined ? undefined : { zone: 'answer', servers: [], blocks: [text(words)] };
}
