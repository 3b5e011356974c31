import { describe, expect, it } from 'vitest';
import type { IntentName } from '../../../src/core/index.ts';
import { matterOf } from '../../../src/core/nlu/matters/index.ts';
import { normalise } from '../../../src/core/nlu/normalise.ts';
import { testKnowledge } from '../../support/knowledge.ts';

const knowledge = testKnowledge();

function topicOf(message: string, subject?: IntentName, provider?: string): string | undefined {
  const { text } = normalise(message, knowledge);
  return matterOf(text, subject, { intent: 'out-of-scope', confidence: 0.3 }, undefined, provider)?.topic;
}

/** Ways to say it in a first message, which the examples need not know. */
const SAID: [topic: string, messages: string[]][] = [
  [
    'sender-in-junk',
    [
      'mails from my bank always land in spam, how do i stop that',
      "my daughter's emails from gmail go to my junk folder",
      'how can i stop messages from the school going to junk',
      'emails from one customer keep ending in the junk folder',
      'how do i add someone to the safe senders',
      'one friend always ends up in spam',
      "my son's mails are in junk every time",
      '客户的邮件总是进垃圾箱',
      '老师发来的邮件每次都在垃圾邮件里',
      '怎么加白名单',
      '朋友寄來的信一直跑到垃圾信件匣',
    ],
  ],
  [
    'own-server-relay',
    [
      'postfix on my home server times out sending to gmail on port 25',
      'how do i set relayhost in postfix',
      'my home mail server can not send, port 25 blocked by vodafone',
      'does strato have a smtp relay for postfix, port 587?',
      '自建邮件服务器25端口出不去',
      'postfix发信超时',
      '家裡架的郵件主機寄不出去 25 port',
      '自架的郵件伺服器 25 被封了怎麼寄',
    ],
  ],
  [
    'allow-smtp-auth',
    [
      'where do i enable authenticated smtp in office 365',
      'smtp auth is disabled for our tenant, how to turn on',
      'microsoft 365 direct send for a ricoh printer',
      '微软365 哪里开启 smtp auth',
      'Microsoft 365 的 SMTP 驗證在哪裡打開',
    ],
  ],
  [
    'second-step-lost',
    [
      'new phone, gmail wants me to confirm on the old phone which is broken',
      'i lost my phone and cannot get the verification code',
      'my authenticator is gone, new phone',
      'it sends the code to my old number',
      '换号码了收不到谷歌验证码',
      '旧手机坏了，登录要旧手机确认',
      '手机丢了收不到验证码',
      '手機內建的 Gmail app，他要我去舊手機按確認，可是舊手機壞了',
      '驗證碼傳到舊號碼',
    ],
  ],
  [
    'sent-folder',
    [
      'where do i see my sent mails on the iphone',
      "i can't find the sent folder on my ipad",
      'where can i set the sent mailbox',
      '已发送在哪里看',
      '手機上寄件備份在哪',
    ],
  ],
  [
    'remembered-address',
    [
      'my address book always puts the wrong one in. how to remove in outlook',
      'outlook keeps suggesting an old address',
      'outlook offers me dead addresses',
      'how do i delete an autocomplete address',
      'when i write to my son an old e-mail comes up',
      '收件人自动带出旧地址，怎么删',
      '自動完成老是跳出舊的信箱',
    ],
  ],
  [
    'smaller-attachments',
    [
      'how do i make the attachment smaller',
      'can i split a big file for e-mail',
      'compress photos to send by mail',
      'pictures too big to send, how to make small',
      '附件太大怎么压缩',
      '照片太大，怎麼壓縮再寄',
    ],
  ],
  [
    'plain-encryption',
    [
      "what does encryption mean. I don't know what I have in there, my late husband did it",
      'i am 81, please explain encryption in plain words',
      '我75岁，加密是什么意思，简单说',
    ],
  ],
  ['plain-pop3', ['what is pop3? its talktalk', 'pop3 in simple words please', '大白话说说pop3是啥']],
  ['plain-imap', ['imap in plain english? i am 81', 'IMAP是什麼，我不懂電腦']],
  ['plain-mail-password', ['what is a separate mail password, in simple words', '授权码是啥，说人话']],
];

describe.each(SAID)('%s', (topic, messages) => {
  it.each(messages)('is meant by: %s', (message) => {
    expect(topicOf(message)).toBe(topic);
  });
});

it.each<[topic: string | undefined, subject: IntentName, message: string, provider?: string]>([
  ['allow-smtp-auth', 'auth-failure', 'I am the admin. where do I allow that', 'office365'],
  ['allow-smtp-auth', 'client-setup', 'is there another way for the ricoh then', 'office365'],
  [undefined, 'auth-failure', 'I am the admin. where do I allow that', 'strato'],
  ['own-server-relay', 'connection-error', 'how do I send via a relay?'],
  ['smaller-attachments', 'send-receive-problem', 'without a cloud please'],
  ['second-step-lost', 'auth-failure', '我有備用信箱可以收驗證碼嗎'],
  ['sender-in-junk', 'send-receive-problem', 'mail of that sender is missing'],
])('means %s in a talk about %s: %s', (topic, subject, message, provider) => {
  expect(topicOf(message, subject, provider)).toBe(topic);
});

it.each([
  'my mails to customers land in their spam',
  'mail from my own domain goes to spam at gmail',
  'i get so much spam from casinos',
  '我们发给客户的邮件总进垃圾箱',
  '550 5.7.1 relaying denied',
  'my phone wants a password for the mail',
  'i move from my old phone to a new one, imap account',
  'which encryption should i choose',
  'what is the imap server of gmx',
  'imap or pop3',
  'the attachment does not arrive',
  'my sent mail is not on the other device',
  '发送服务器需要验证吗',
])('leaves to others: %s', (message) => {
  const topics = SAID.map(([topic]) => topic);

  expect(topics).not.toContain(topicOf(message));
});
