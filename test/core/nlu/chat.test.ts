import { describe, expect, it } from 'vitest';
import { type ChatKind, chatKind } from '../../../src/core/nlu/chat.ts';
import { normalise } from '../../../src/core/nlu/normalise.ts';
import { understand } from '../../../src/core/nlu/understand.ts';
import { BLANK_CONVERSATION } from '../../support/blank-conversation.ts';
import { testKnowledge } from '../../support/knowledge.ts';

const knowledge = testKnowledge();

const SAID: [ChatKind, string[]][] = [
  [
    'realPerson',
    [
      'are you a real human?',
      'wait, are you a bot',
      'am i talking to a machine?',
      'is this a real person',
      'r u a robot',
      "wow you're quick, are you an ai?",
      'so you are just a bot',
      '你是真人吗',
      '您是机器人吗？',
      '你是人工还是机器人',
      '對面是真人嗎',
      '你系咪机器人',
    ],
  ],
  [
    'complaint',
    [
      "it's the second time i am asking this",
      'this is the fourth time i have written to you',
      'third time we contact you now',
      'this is so frustrating',
      'not very user friendly',
      'nobody ever answers',
      '这是我第三次来问了',
      '我都问了好几遍了',
      '太难用了',
      '氣死我了',
      '已經是第二次反映了，第2次說',
    ],
  ],
  [
    'joke',
    [
      'just kidding',
      'haha i was joking',
      'only kidding!',
      'lol jk',
      'it was just a joke',
      '开玩笑的',
      '跟你开个玩笑',
      '逗你玩',
      '開玩笑啦',
      '說著玩的',
    ],
  ],
  [
    'praise',
    [
      "you're a star",
      'absolute legend',
      'you are a genius!',
      'wow, what a lifesaver',
      'good bot',
      'nice work',
      'you rock',
      '太牛了',
      '你真厉害',
      '太棒了',
      '好專業喔',
      '幫了我大忙',
      '厉害啊！',
    ],
  ],
];

describe.each(SAID)('%s', (kind, messages) => {
  it.each(messages)('is heard in: %s', (message) => {
    expect(chatKind(normalise(message, knowledge).text)).toBe(kind);
  });

  it.each(messages)('is talk, in and outside a trouble: %s', (message) => {
    const alone = understand(message, BLANK_CONVERSATION, knowledge, 0);
    const within = understand(message, { ...BLANK_CONVERSATION, lastIntent: 'send-receive-problem' }, knowledge, 0);

    expect([alone, within].map(({ intent, zone }) => [intent, zone])).toEqual([
      ['smalltalk', 'answer'],
      ['smalltalk', 'answer'],
    ]);
  });
});

describe('a wish for a person', () => {
  it.each([
    'can i talk to a real person',
    'real person please',
    '有没有真人',
    '转真人',
    'i want a human, not a bot',
    '问了三遍都一样，叫你们主管来',
  ])('stays one: %s', (message) => {
    expect(understand(message, BLANK_CONVERSATION, knowledge, 0).intent).toBe('talk-to-human');
  });
});

describe('what only sounds like it', () => {
  it.each([
    'best bot for a discord server',
    'is this computer program real or a virus',
    '第二次报名在哪里',
    '华为手机信号很强',
    'third time i try to log in to my bank',
    '电脑卡得要命，气死我了，怎么清理',
  ])('is none: %s', (message) => {
    expect(chatKind(normalise(message, knowledge).text)).toBeUndefined();
  });
});

describe('trouble with mail', () => {
  it.each([
    'great, but now it does not send',
    'this is frustrating, outlook keeps asking for the password',
    '太牛了，不过还是收不到信',
    'is my server a real mail server',
  ])('is no chat: %s', (message) => {
    const { intent } = understand(message, { ...BLANK_CONVERSATION, lastIntent: 'auth-failure' }, knowledge, 0);

    expect(intent).not.toBe('smalltalk');
  });
});
