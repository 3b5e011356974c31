import { describe, expect, it } from 'vitest';
import { alarmIn } from '../../../src/core/nlu/alarm.ts';
import { normalise } from '../../../src/core/nlu/normalise.ts';
import { testKnowledge } from '../../support/knowledge.ts';

const knowledge = testKnowledge();

function alarmOf(text: string, ...before: string[]) {
  const told = before.map((line) => normalise(line, knowledge).text);
  return alarmIn(normalise(text, knowledge).text, () => told);
}

describe('alarm', () => {
  it.each([
    'HELP i typed my password on a fake microsoft page',
    'my wife entered her gmail password into a phishing site what now',
    'i clicked on the link and put in my password',
    'gave my password to a scammer on the phone',
    'i think i fell for a phishing mail',
    'clicked a link in a scam mail',
    'got phished',
    'oh no i gave them my password',
    'i logged in on a phishing site',
    'typed pw into fake outlook login',
    'i filled in the form in the email with my password and now i think its a scam',
    'someone called from microsoft and i told him my password',
    'entered my yahoo password on a page from an email, was that wrong?',
    'the page looked like gmail but it wasnt, i signed in there',
    'ich habe mein passwort auf einer gefälschten seite eingegeben',
    '我把密码发给骗子了',
    '我在假的QQ邮箱页面登录了',
    '刚才那个网站好像是假的，我密码都填了',
    '不小心点了垃圾邮件里的链接',
    '密碼好像被偷了',
    '我已经点了，还输了密码怎么办',
    '点了那个链接，密码也填进去了',
    '密码填在假网站了',
    '被骗了',
    '好像中招了，怎么办',
    '我點了連結，密碼也輸入了',
    '被騙了，密碼給出去了',
    '在釣魚網站輸入了密碼',
  ])('hears that a password was given away: %s', (text) => {
    expect(alarmOf(text)).toBe('given');
  });

  it.each([
    'i clicked the button to add my mail account in outlook and typed my password and it says cannot connect',
    'i clicked continue at the certificate warning and entered my password',
    'i typed my password three times and it is refused',
    'is imap.gmail.com legit',
    'what happens if i type my password into a fake server',
    'i gave my phone the wrong password',
    'i told outlook to save my password',
    'my password is wrong it says',
    'i entered the code and the details and it still fails',
    'how can i tell if the mail server is the real one and not a fake',
    'my mailbox is blocked, how do i log in',
    '我输了密码还是登录不了怎么办',
    '点了设置，输了授权码，还是报错',
    '填了密码，收不到邮件',
    '是不是真的要用授权码',
    '华为手机邮件app，qq邮箱突然让重新输密码，输了又说不对',
    '手机自带的邮件里选了其他，输完账号密码说无法验证',
  ])('leaves an ordinary question alone: %s', (text) => {
    expect(alarmOf(text)).toBeUndefined();
  });

  it('takes few words for it where a doubtful mail was spoken of', () => {
    const trap = 'i got a mail that my account will be closed if i do not click the link';

    expect(alarmOf(trap)).toBe('doubt');
    expect(alarmOf('is it real?', trap)).toBe('doubt');
    expect(alarmOf('i put it in already', trap)).toBe('given');
    expect(alarmOf('i put it in already')).toBeUndefined();
  });

  it('goes on with what to do afterwards until something else is asked', () => {
    const given = '我点了链接，还输了密码';

    expect(alarmOf('改完密码还要做什么', given)).toBe('after');
    expect(alarmOf('公司邮箱', given)).toBe('after');
    expect(alarmOf('imap的端口是多少，安全吗', given)).toBeUndefined();
    expect(alarmOf('公司邮箱')).toBeUndefined();
  });
});

describe('a mailbox that somebody else is in', () => {
  it.each([
    'someone got into my email',
    'my mailbox has been hacked',
    '我的邮箱被盗了',
    '有人登录了我的邮箱',
    '信箱被盜用，一直寄出垃圾信',
    '帳號可能被盜',
  ])('is heard of: %s', (text) => {
    expect(alarmOf(text)).toBe('taken');
  });

  it.each(['my instagram was hacked', '不开ssl邮箱会被盗吗', '邮箱被盗后改了密码，手机收不到信'])(
    'is not what is asked: %s',
    (text) => {
      expect(alarmOf(text)).toBeUndefined();
    },
  );
});
