import { describe, expect, it } from 'vitest';
import { matterOf } from '../../../src/core/nlu/matters/index.ts';
import { doubtsMessage } from '../../../src/core/nlu/suspicious.ts';

const topicOf = (text: string) => matterOf(text, undefined, undefined)?.topic;

describe('what costs a company its mail or its money', () => {
  it.each([
    ['a colleague has left the company, how do i get mail for his address', 'leaver-mailbox'],
    ['can i delete the account of a former employee? customers still mail him', 'leaver-mailbox'],
    ['同事离职了,他的邮箱还有客户发邮件进来,怎么转给我', 'leaver-mailbox'],
    ['删除离职员工账号之后怎么继续收到发给他的邮件', 'leaver-mailbox'],
    ['we paid an invoice and it was a scam', 'money-sent'],
    ['客户已经汇了8万美金了,现在该怎么办?', 'money-sent'],
    ['被骗了，钱已经转账给假的供应商', 'money-sent'],
    ['how do i delete my old account in outlook', 'remove-account'],
  ])('is heard in "%s": %s', (text, topic) => {
    expect(topicOf(text)).toBe(topic);
  });

  it.each(['i got a blackmail mail with bitcoin, do i have to pay', '收到勒索邮件要比特币'])(
    'is doubt about a message: %s',
    (text) => {
      expect(doubtsMessage(text)).toBe(true);
    },
  );
});
