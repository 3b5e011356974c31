import { expect, it } from 'vitest';
import { isOwnTrade, namesPerson } from '../../../src/core/nlu/person-words.ts';
import { deniesPerson, withoutRemark } from '../../../src/core/nlu/remarks.ts';

it.each([
  ['works now thanks. what about smtp?', 'what about smtp?'],
  ['geht jetzt aber nur empfangen', 'aber nur empfangen'],
  ['可以了，谢谢。那smtp呢', '那smtp呢'],
  ['弄好了 但是垃圾邮件怎么这么多', '但是垃圾邮件怎么这么多'],
])('“%s” works, and goes on', (text, rest) => {
  expect(withoutRemark(text)).toEqual({ text: rest, remark: 'works' });
});

it.each([
  'works now thanks',
  'it works, thank you very much!',
  'everything works now. bye',
  'it works on my phone, but not on the laptop',
  'it works in webmail',
  'does it work now?',
  'it works only with pop3',
  '可以了吗',
  '行了谢谢',
])('“%s” is left as it is', (text) => {
  expect(withoutRemark(text)).toEqual({ text });
});

it.each([
  'i dont need a human',
  'i never asked for a person',
  '我说的不是人工,是公司专线',
  '我没说要人工',
  '不用转人工',
])('“%s” declines a person', (text) => {
  expect(deniesPerson(text)).toBe(true);
});

it.each([
  '要不要转人工',
  '为什么不转人工',
  '不要机器人，要人工',
  '能不能转人工',
  '怎么还不转人工',
  "don't you have a human",
  '是不是人工',
  '没有人工吗',
  'i do not want a bot, i want a human',
])('“%s” does not', (text) => {
  expect(deniesPerson(text)).toBe(false);
});

it.each(['i am the admin, where do i allow that', '我就是管理员，在哪里打开'])('“%s” says who asks', (text) => {
  expect(isOwnTrade(text)).toBe(true);
});

it.each(['i am the admin and want to talk to a person', 'can an admin help me here', '我是管理员，转人工'])(
  '“%s” wishes for somebody',
  (text) => {
    expect(isOwnTrade(text)).toBe(false);
    expect(namesPerson(text)).toBe(true);
  },
);
