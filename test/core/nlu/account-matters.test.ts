import { describe, expect, it } from 'vitest';
import type { IntentName } from '../../../src/core/index.ts';
import { matterOf } from '../../../src/core/nlu/matters/index.ts';
import { normalise } from '../../../src/core/nlu/normalise.ts';
import { testKnowledge } from '../../support/knowledge.ts';

const knowledge = testKnowledge();

function topicOf(message: string, subject?: IntentName): string | undefined {
  return matterOf(normalise(message, knowledge).text, subject, { intent: 'out-of-scope', confidence: 0.3 })?.topic;
}

/** Ways to say it in a first message, which the examples need not know. */
const SAID: [topic: string, messages: string[]][] = [
  [
    'shared-mailbox',
    [
      'we are 3 people in the office and want to all read info@ourshop.example. how',
      'one mailbox, several people. shared mailbox',
      'how can two of us use the same mailbox',
      'my wife and I share one e-mail account, how do we both see it',
      'can the whole team answer from info@',
      'how do we share an inbox',
      'is there a way that my secretary also reads my mailbox',
      '我们三个人要共用一个邮箱',
      '公司的公共邮箱怎么几个人一起收',
      '同事们都想看info的邮件，用同一个邮箱',
      '共用信箱怎麼設定',
    ],
  ],
  [
    'everything-twice',
    [
      'got two of every email',
      'i get every mail twice on my ipad',
      'all my messages arrive double. duplicates everywhere',
      'why do I see everything two times',
      'my iphone shows every mail 2x',
      'I receive duplicate emails since yesterday',
      '每封邮件都收到两遍',
      '信都是重复的，每封出现两次',
      '手機上每封信都有兩份',
    ],
  ],
  [
    'remove-account',
    [
      'please delete my old account from thunderbird',
      'I want to remove the second account on my iphone, will the mails be gone?',
      'if i delete the account from my phone do i lose my emails',
      'how to get rid of the old pop3 account',
      'can i take my account off the old phone',
      'I deleted one of the two accounts, did i delete mails on the server now?',
      '手机上删除账号，服务器上的邮件会不会没了',
      '怎么删掉旧的邮箱账户',
      'Outlook裡移除舊帳號，信會不會不見',
    ],
  ],
  [
    'wrong-sender',
    [
      'my replies go out from the wrong account',
      'i dont want servers. i want the from address right',
      'how do i change the default account on iphone',
      'mail is sent from my gmail account instead of my work one, wrong sender',
      'outlook always sends with my private address',
      'emails i answer go out as my husband',
      '回信的时候用的是另一个邮箱',
      '发件人显示错了，怎么换成公司邮箱',
      '怎么设置默认发件账户',
      '就是「寄件者」那一欄，要怎麼切換成公司信箱',
      '寄件人顯示錯誤',
    ],
  ],
  [
    'forward-and-collect',
    [
      'forward from godaddy to gmail?',
      'can i forward all my yahoo mail to my gmail address',
      'i want to read both mailboxes in one inbox',
      'how to get my domain email into gmail',
      'set up automatic forwarding',
      'get my gmx mails in gmail',
      'gmail怎么收别的邮箱的信',
      'can i just forward? i have proton free',
      '怎么设置自动转发到QQ邮箱',
      '两个邮箱能不能放在一起收',
      '163的邮件转发到gmail',
      'QQ郵箱代收功能',
      '我想把公司信箱的信自動轉寄到 Gmail',
    ],
  ],
  [
    'move-provider',
    [
      'moving from yahoo to gmail, want my old mail along',
      'how do i take all my emails to a new provider',
      'i am changing my email provider',
      'switching from gmx to posteo',
      'yahoo to gmail, i want all my old mail along',
      '想把163的邮件全部搬到QQ邮箱',
      '邮箱搬家怎么弄',
      '換信箱業者，舊信怎麼辦',
    ],
  ],
];

describe.each(SAID)('%s', (topic, messages) => {
  it.each(messages)('is meant by: %s', (message) => {
    expect(topicOf(message)).toBe(topic);
  });
});

it.each<[topic: string, subject: IntentName, message: string]>([
  ['everything-twice', 'sync-or-missing-mail', 'i think i have it in there twice'],
  ['remove-account', 'client-setup', 'can i delete that account now'],
  ['remove-account', 'client-setup', 'pop mails are in local folders. so?'],
  ['move-provider', 'client-setup', 'how do i copy in thunderbird'],
  ['remove-account', 'client-setup', 'no i want to DELETE the old one'],
  ['forward-and-collect', 'client-setup', 'no forward!'],
])('means %s in a talk about %s: %s', (topic, subject, message) => {
  expect(topicOf(message, subject)).toBe(topic);
});

it.each([
  'it asks for my password twice',
  'i tried two times, same error',
  'do i have to delete the account and add it again for imap?',
  'switch from pop3 to imap',
  'i want to move to a new phone',
  'which server for gmail',
  'sending from my phone fails',
  'i can not send from outlook',
  'mail from one sender does not arrive',
  'my old account does not sign in',
  '重复提示输入密码',
  '密码输了两遍都不对',
  '换手机了，邮箱怎么弄',
  '从QQ邮箱发到gmail被退回',
  '新手机怎么添加账户',
  '发件服务器怎么填',
])('leaves to others: %s', (message) => {
  const topics = SAID.map(([topic]) => topic);

  expect(topics).not.toContain(topicOf(message));
});
