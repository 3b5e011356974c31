import { describe, expect, it } from 'vitest';
import type { ConversationState, Slots } from '../../../../src/core/index.ts';
import { understand } from '../../../../src/core/nlu/understand.ts';
import { BLANK_CONVERSATION } from '../../../support/blank-conversation.ts';
import { testKnowledge } from '../../../support/knowledge.ts';

const knowledge = testKnowledge();
const talk: ConversationState = { ...BLANK_CONVERSATION, lastIntent: 'auth-failure' };

function slotsAfter(text: string, slots: Slots = {}): Slots {
  return understand(text, { ...talk, slots }, knowledge, 0).slotsNow;
}

describe('a name that is denied is not taken, and what was known of it is forgotten', () => {
  it.each<[string, Slots, string | undefined]>([
    ["it's not gmail", { provider: 'gmail' }, undefined],
    ["it is not gmail, it's yahoo", { provider: 'gmail' }, 'yahoo'],
    ['no its my university address not outlook.com. m@student.uni.example', { provider: 'outlook' }, undefined],
    ['不是QQ的', { provider: 'qq' }, undefined],
    ['不是163，是126', { provider: '163' }, '126'],
    ['唔係gmail，係公司嘅', { provider: 'gmail' }, undefined],
  ])('%s', (text, before, provider) => {
    expect(slotsAfter(text, before).provider).toBe(provider);
  });

  it.each([
    'gmail is not accepting my password',
    'not receiving emails in gmail',
    '不能收gmail邮件',
    '是不是gmail的问题',
  ])('is no denial: %s', (text) => {
    expect(slotsAfter(text).provider).toBe('gmail');
  });
});

describe('a school or a company with a bare name means the business service', () => {
  it.each([
    ["my uni mail is at microsoft/outlook and thunderbird doesn't accept the password", 'office365'],
    ['I have a work account with outlook, cannot sign in in thunderbird', 'office365'],
    ["It's Microsoft something, name@hartmann-logistik.example", 'office365'],
    ['学校邮箱，outlook的，登录不了', 'office365'],
    ['公司outlook邮箱收不到邮件', 'office365'],
    ['my outlook.com mail at work', 'outlook'],
  ])('%s', (text, provider) => {
    expect(slotsAfter(text).provider).toBe(provider);
  });
});

describe('who sells the domain or runs the line keeps no mailbox', () => {
  it.each<[string, Slots, string | undefined]>([
    ['domain bought at GoDaddy, mail does not arrive', {}, undefined],
    ['我们的域名在阿里云买的，客户是gmail', { provider: 'qiye163' }, 'qiye163'],
    ['ISP is Vodafone. my mail is on my own server', {}, undefined],
    ['on Vodafone broadband i cannot send with my gmail', {}, 'gmail'],
    ['my isp is comcast, what are the mail settings', {}, 'comcast'],
  ])('%s', (text, before, provider) => {
    expect(slotsAfter(text, before).provider).toBe(provider);
  });
});

describe('the program on a phone, and a program that opens other mailboxes', () => {
  it.each<[string, Slots, Slots]>([
    ['the Outlook app. On the iPhone.', {}, { client: 'outlook-mobile', platform: 'ios' }],
    ['my outlook on the ipad asks for the password', {}, { client: 'outlook-mobile', platform: 'ios' }],
    ['Outlook. I think.', { client: 'iphone', platform: 'ios' }, { client: 'outlook-mobile', platform: 'ios' }],
    ['手机上的outlook收不到信', {}, { client: 'outlook-mobile' }],
    ['i use the gmail app with my fastmail address', {}, { client: 'gmail-app', provider: 'fastmail' }],
    ['gmail app', { provider: 'fastmail' }, { client: 'gmail-app', provider: 'fastmail' }],
    ['gmail app', {}, { client: 'gmail-app', provider: 'gmail' }],
  ])('%s', (text, before, after) => {
    expect(slotsAfter(text, before)).toMatchObject(after);
  });
});

describe('an address or a page', () => {
  it('takes a page to sign in at for no server', () => {
    const slots = slotsAfter('i am on account.apple.com, i see Sign-In and Security', { provider: 'icloud' });

    expect(slots).toEqual({ provider: 'icloud' });
  });

  it('reads the domain behind an @ after Chinese words', () => {
    expect(slotsAfter('不知道是哪家的 就是学号@stu.xxx.edu.cn').domain).toBe('stu.xxx.edu.cn');
  });

  it('takes a school’s mailbox for no system by name', () => {
    const asked = { ...talk, asked: 'provider' as const };

    expect(understand('学校邮箱，不是这几家', asked, knowledge, 0).slotsNow.provider).toBeUndefined();
  });
});
