import { describe, expect, it } from 'vitest';
import { matterOf } from '../../../src/core/nlu/matters/index.ts';

const topicOf = (text: string) => matterOf(text, undefined, undefined)?.topic;

describe('mail that goes out in somebody’s name', () => {
  it.each([
    "i'm getting hundreds of 'mail delivery failed' messages for emails i never sent",
    'bounces for mails that i did not send',
    'my friends get spam from my address, have i been hacked?',
    'my son says he gets strange mails from me',
    'somebody is sending spam from my email address',
    'strangers are using my address to send spam',
    '我没发过这些邮件却一直收到退信',
    '有人冒充我的邮箱发诈骗邮件',
    '朋友说收到我发的垃圾邮件',
    '有人用我的名义发邮件',
  ])('is heard in "%s"', (text) => {
    expect(topicOf(text)).toBe('mail-in-my-name');
  });

  it.each([
    'i cannot send mail from my address',
    'the mail i sent yesterday came back',
    'i get spam from a shop',
    '我发的邮件被退回了',
    '收到垃圾邮件怎么办',
    'he did not get the mail that i sent',
  ])('is not heard in "%s"', (text) => {
    expect(topicOf(text)).not.toBe('mail-in-my-name');
  });
});
