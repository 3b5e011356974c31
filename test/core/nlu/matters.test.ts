import { describe, expect, it } from 'vitest';
import type { IntentName } from '../../../src/core/index.ts';
import { matterOf } from '../../../src/core/nlu/matters/index.ts';
import { normalise } from '../../../src/core/nlu/normalise.ts';
import { testKnowledge } from '../../support/knowledge.ts';

const knowledge = testKnowledge();

/** The topic of a message in a talk about `subject`, which the classifier takes for more of the same. */
function topicIn(subject: IntentName, text: string): string | undefined {
  return matterOf(normalise(text, knowledge).text, subject, { intent: subject, confidence: 0.3 })?.topic;
}

/** Topic, what the talk was about, and ways to say it. */
const SAID: [topic: string, subject: IntentName, messages: string[]][] = [
  [
    'security-software',
    'connection-error',
    [
      'could it be my norton',
      'i have kaspersky running',
      'is the firewall to blame?',
      'my antivirus updated itself last night',
      'it started after mcafee installed something',
      'do i have to switch off bitdefender',
      'there is a mail shield in it',
      '是不是杀毒软件拦的',
      '我装了360，有关系吗',
      '火绒要关掉吗',
      '電腦有裝防毒軟體',
      '會不會是趨勢科技擋的',
      '卡巴斯基更新以后就这样',
    ],
  ],
  [
    'security-software-off',
    'auth-failure',
    [
      'norton is off now, still the same',
      'i paused the antivirus, no difference',
      'uninstalled avast, nothing changed',
      'with the firewall program disabled it does not work either',
      '杀毒软件关了也不行',
      '360退出了还是一样',
      '火绒卸载了，没用',
      '防毒軟體關掉了，還是不行',
    ],
  ],
  [
    'works-in-one-place',
    'send-receive-problem',
    [
      'inside the company it works, at home not',
      'at the office everything works, at home not',
      'in the hotel it fails but in the office it is ok',
      'it only works in the office',
      'at home it works fine but not at work',
      'it works everywhere else, just not at school',
      "outside the company it doesn't connect",
      '在公司能收，回家里就收不了',
      '家里可以，公司里不行',
      '只有在公司才能用',
      '出差的时候连不上',
      '離開公司就不能用了',
      '酒店里收不到，公司里正常',
    ],
  ],
  [
    'sending-from-other-networks',
    'send-receive-problem',
    [
      'we changed our internet provider last week',
      "i'm on a friend's wifi right now",
      'does it matter that i use another isp',
      'i am on a different network than usual',
      "it isn't on their own network",
      'here i have a vodafone line',
      '我现在用的是别家的宽带',
      '换了运营商以后就发不出去',
      '在朋友家的网络',
      '我用其他電信的網路，有差嗎',
      '不是用他们的宽带',
    ],
  ],
  [
    'wifi-or-firewall',
    'connection-error',
    [
      'company network',
      "i'm at work",
      'maybe they block it at my office',
      'the port is blocked by the hotel',
      'i am on the campus wifi',
      '公司的网',
      '酒店的wifi',
      '我在用校园网',
      '用的是辦公室的網路',
      '单位内网',
    ],
  ],
  [
    'vpn',
    'connection-error',
    [
      'do i need a vpn',
      'my vpn is on',
      'with the vpn switched off it is the same',
      'could the vpn be in the way',
      'VPN要开吗',
      '我開了翻墙',
      '挂着梯子',
      '是不是代理的问题',
    ],
  ],
  [
    'get-deleted-back',
    'sync-or-missing-mail',
    [
      'can i get them back',
      'i emptied the trash already',
      'the bin is empty',
      'is there any chance to recover them',
      'they are permanently deleted',
      'nothing in the deleted items folder, it is gone',
      'how do i restore it',
      'do they keep backups?',
      '还能恢复吗',
      '能不能找回来',
      '回收站里也没有了',
      '已经彻底删除了怎么办',
      '垃圾桶也清空了',
      '救得回來嗎',
    ],
  ],
  [
    'delete-on-one-device',
    'sync-or-missing-mail',
    [
      'how can i delete only on the phone',
      'i want to delete on my phone without losing it on the computer',
      'can each device do it on its own',
      'should be independent of each other',
      'how do i stop it deleting on the other one',
      "i don't want it deleted on my laptop",
      '能不能只删手机上的',
      '怎么让它们互不影响',
      '我想各删各的',
      '手机删了不要影响电脑',
      '不想让它同步删除',
      '可以分開刪嗎',
    ],
  ],
  [
    'mail-on-one-device',
    'sync-or-missing-mail',
    [
      'they are still there on my laptop',
      'i can see them on the ipad',
      'on the old computer everything is still there',
      "it's all on my phone",
      'on my tablet i have them',
      '电脑上还在',
      '手机上都有',
      '我手机里看得到',
      '另一台還有',
      '平板上能看到',
    ],
  ],
  [
    'change-pop-to-imap',
    'imap-vs-pop3',
    [
      'do i have to delete the account and add it again',
      'must i remove it first and set it up anew',
      'so i need to delete everything',
      'do i have to start from scratch',
      'should i re-add it',
      '要删掉重新添加吗',
      '是不是得先把账户删了',
      '要整個刪掉重加嗎',
      '全部重来吗',
      '需要重新建一个吗',
    ],
  ],
  [
    'switch-downloads-again',
    'imap-vs-pop3',
    [
      'will it download everything again',
      'do i get all mails twice then',
      'will there be duplicates',
      'does it fetch the old ones once more',
      'are they coming all over again',
      '会不会重新下载一遍',
      '旧的会再收一次吗',
      '会出现重复邮件吗',
      '會不會下載兩次',
      '那不是有两份了',
    ],
  ],
  [
    'app-password-spaces',
    'auth-failure',
    [
      'with or without the spaces?',
      'do the gaps count',
      'are the dashes part of it',
      'i typed it in one go, ok?',
      'it shows four groups of letters',
      '中间的空格要不要填',
      '带空格吗',
      '空格也要打進去嗎',
      '分成四组的，连在一起写吗',
      '横杠要输入吗',
    ],
  ],
  [
    'app-password-lost',
    'auth-failure',
    [
      'can i see it again somewhere',
      'it was only shown once',
      'i forgot to save it and closed the page',
      "i didn't write it down",
      'i lost the app password',
      'i have lost it already',
      'how do i look at it again',
      '授权码忘了',
      '只显示一次，我没记下来',
      '能再看一遍吗',
      '專用密碼找不到了',
      '我把页面关掉了',
    ],
  ],
  [
    'app-password-ends',
    'auth-failure',
    [
      'does it expire?',
      'and if i change my google password?',
      'how long is it valid',
      'will that ever run out',
      'if i change my password, do i need a new app password',
      'what about the code when i change my password?',
      'do i have to make a new one every month',
      '授权码有效期多久',
      '会不会过期',
      '改了登录密码授权码还能用吗',
      '這個會失效嗎',
      '有期限吗',
    ],
  ],
  [
    'app-password-devices',
    'auth-failure',
    [
      'can i use the same one on my ipad?',
      'do i need a separate app password for each device',
      'is it one for each phone?',
      'can i use it on the other computer too',
      'how many of these can i make',
      '每台设备都要一个授权码吗',
      '两台电脑能用同一个授权码吗',
      '授权码可以共用吗',
      '能生成几个',
      '手機和電腦可以共用嗎',
    ],
  ],
  [
    'why-app-passwords',
    'auth-failure',
    [
      'what is wrong with my usual password',
      "why can't i use my own password",
      'why not just use the login password',
      'why do i need another password',
      '为什么不能用登录密码',
      '為什麼要另一個密碼',
      '平时的密码怎么不能用',
    ],
  ],
  [
    'authorization-code-sms',
    'auth-failure',
    [
      '短信一直没反应',
      '收不到验证码',
      '发了短信没动静',
      '簡訊傳不出去，顯示失敗',
      '我点了我已发送还是不给授权码',
      'the qq page wants a text message from me',
    ],
  ],
  [
    'two-step-switched-on',
    'auth-failure',
    [
      'it said they switched on mfa',
      'our admin forced two-factor on us last week',
      'since i turned on 2fa this happens',
      'is multi-factor the reason?',
      'the company introduced an authenticator app',
      '公司要求开两步验证',
      '是不是双重验证的关系',
      '开了二次验证以后就登不上',
      '網管說啟用了MFA',
      '管理员上周启用了多因素认证',
    ],
  ],
  [
    'program-too-old',
    'auth-failure',
    [
      'is my program too old?',
      'could it be that outlook 2010 is outdated?',
      'is android 5 the problem?',
      'does windows 7 still do that?',
      'are older versions not supported?',
      '是不是版本太旧了',
      'outlook 2013太老了吗',
      '我的程式是不是過時了',
      '老系统还能用吗',
      '安卓5还行吗',
    ],
  ],
  [
    'change-saved-password',
    'client-setup',
    [
      'how do i change the password in outlook',
      'where can i update the saved password in thunderbird',
      'where do i enter my new password on the iphone',
      'changed my password on the website, how do i tell outlook',
      'how to delete the stored password in the app',
      'foxmail怎么改密码',
      '客户端里在哪修改密码',
      'outlook哪里更新密码',
      '怎么在thunderbird里换密码',
      '軟體裡要去哪裡改密碼',
    ],
  ],
  [
    'certificate-continue',
    'check-tls',
    [
      'what happens if i click continue',
      'can i just press yes',
      'should i accept it',
      'i already clicked ok',
      'i did it already',
      'i always click continue',
      'what would happen then',
      '点继续会怎么样',
      '可以直接点信任吗',
      '我已经点了继续',
      '按信任會不會有事',
      '能忽略吗',
      '能不能继续',
    ],
  ],
  [
    'certificate-whom',
    'check-tls',
    [
      'so it is expired. whom do i tell',
      'who can fix that',
      'who should i contact',
      'can i renew it myself',
      "can't i repair that myself",
      'whose fault is it',
      '已经过期了，找谁',
      '该联系谁',
      '谁来更新这个',
      '我可以自己修吗',
      '這個要通知誰',
      '到期了吗',
    ],
  ],
  [
    'certificate-only-me',
    'check-tls',
    [
      'my colleagues do not get it',
      'it is only me',
      'everyone else is fine',
      'just on my laptop',
      'nobody else has that warning, others are ok',
      '只有我这样',
      '同事都没有',
      '别人的电脑正常',
      '就我弹这个',
      '其他人都沒跳',
    ],
  ],
  [
    'password-seen',
    'wrong-server-address',
    [
      'did i leak my password now',
      'can somebody see my password',
      'is my password exposed then',
      'so a stranger may have my password',
      'do i have to change my password',
      'was my password stolen',
      '密码会不会泄露',
      '我的密码是不是被看到了，会不会泄漏',
      '要不要改密码',
      '密碼會外洩嗎',
      '需要换密码吗',
    ],
  ],
  [
    'public-wifi',
    'ports-and-encryption',
    [
      'i am mostly in hotels',
      'even on a public wifi?',
      'i use the airport network a lot',
      'and at a cafe?',
      'i work on hotspots',
      '公共wifi呢',
      '我常用酒店的网络',
      '在机场的免费wifi',
      '咖啡店的無線網路',
      '免费的热点',
    ],
  ],
  [
    'refused-outside',
    'send-receive-problem',
    [
      'inside the company it works',
      'only outside addresses are refused',
      'in the company everything arrives, to people outside the firm nothing',
      'to external people it fails',
      'internally it goes through',
      'mails within our domain arrive',
      '内部可以发',
      '发给外面的就被退',
      '同事之间没问题',
      '公司外的都退回来',
      '對外寄都失敗',
    ],
  ],
  [
    'one-recipient',
    'send-receive-problem',
    [
      'only to one customer',
      'it is just this one address',
      'everyone else gets it',
      'the others work fine',
      'only with him',
      'the address is correct, i compared it',
      '只有一个客户收不到',
      '别人都正常',
      '发给其他人没问题',
      '就他一個',
      '其他客户都能收',
    ],
  ],
  [
    'device-sends-mail',
    'auth-failure',
    [
      'it is for the printer',
      'our scanner should send it',
      'i need it for my synology',
      'the copier in the hall',
      'for a wordpress contact form',
      '是给打印机用的',
      '扫描仪要发邮件',
      '群晖发通知用',
      '影印機掃描寄信',
      '我们系统自动发邮件',
    ],
  ],
];

describe.each(SAID)('%s, in a talk about %s,', (topic, subject, messages) => {
  it.each(messages)('answers: %s', (message) => {
    expect(topicIn(subject, message)).toBe(topic);
  });
});

describe('a talk goes on by itself', () => {
  it.each<[IntentName, string]>([
    ['auth-failure', 'yes 2 factor is on'],
    ['auth-failure', 'the same password works on my phone'],
    ['auth-failure', 'i made a new app password'],
    ['auth-failure', 'i forgot my password'],
    ['auth-failure', '已经开了两步验证'],
    ['auth-failure', 'outlook 2010'],
    ['auth-failure', 'where is that page'],
    ['send-receive-problem', 'norton says the attachment has a virus'],
    ['connection-error', 'i use outlook 365 at home'],
    ['connection-error', 'server name is right'],
    ['send-receive-problem', 'one moment please'],
    ['send-receive-problem', 'nothing goes out since this morning'],
    ['sync-or-missing-mail', 'they are not on my phone'],
    ['sync-or-missing-mail', 'my phone shows only the last month'],
    ['sync-or-missing-mail', '手机上只有最近一个月的'],
    ['sync-or-missing-mail', 'i did not delete anything'],
    ['check-tls', 'mail.example.org port 993'],
    ['check-tls', 'is it safe now'],
    ['ports-and-encryption', 'now it asks for ssl or starttls or none'],
    ['ports-and-encryption', 'which port for sending'],
    ['imap-vs-pop3', 'which one is better'],
    ['provider-settings', 'and the smtp server'],
    ['client-setup', 'where do i type the server'],
  ])('%s: %s', (subject, message) => {
    expect(topicIn(subject, message)).toBeUndefined();
  });
});

describe('beside an error', () => {
  const matter = (error: string) =>
    matterOf('mail times out at the hotel, in the office it works', 'connection-error', undefined, error)?.topic;

  it('of a few common words answers the matter', () => {
    expect(matter('times out')).toBe('works-in-one-place');
  });

  it('with a code leaves it to what is known of that', () => {
    expect(matter('0x800ccc0f')).toBeUndefined();
  });
});

describe('from the first message on', () => {
  it.each<[IntentName, string, string]>([
    ['send-receive-problem', 'mail to one customer bounces, everybody else gets it', 'one-recipient'],
    ['send-receive-problem', 'sending to colleagues works, to outside addresses it is refused', 'refused-outside'],
    ['sync-or-missing-mail', 'i deleted my inbox by mistake, how do i get it back', 'get-deleted-back'],
    ['sync-or-missing-mail', '不小心删了很多邮件，还能恢复吗', 'get-deleted-back'],
    ['connection-error', 'outlook works in the office but not at home', 'works-in-one-place'],
    ['auth-failure', 'is outlook 2010 too old for gmail?', 'program-too-old'],
    ['imap-vs-pop3', 'if i switch from imap to pop3, will it download all mails again?', 'switch-downloads-again'],
    ['client-setup', 'how do i set up our scanner to send mail', 'device-sends-mail'],
    ['check-tls', 'the certificate warning: what happens if i click yes', 'certificate-continue'],
    ['send-receive-problem', "i can't send from my hotel", 'sending-from-other-networks'],
    ['send-receive-problem', '在酒店发不了邮件', 'sending-from-other-networks'],
    ['sync-or-missing-mail', '不小心把收件箱清空了', 'get-deleted-back'],
    ['sync-or-missing-mail', 'deleted a folder by mistake', 'get-deleted-back'],
    ['why-it-matters', '服务器填错了，密码会泄露吗', 'password-seen'],
    ['why-it-matters', 'is it safe to read mail on airport wifi', 'public-wifi'],
    ['check-tls', '公共wifi收邮件安全吗', 'public-wifi'],
    [
      'connection-error',
      'our mail works from the office, but in the home office we get time-outs',
      'works-in-one-place',
    ],
    ['send-receive-problem', '发给公司外面的人都被退，公司里面可以', 'refused-outside'],
  ])('%s: %s', (intent, message, topic) => {
    const matter = matterOf(message, undefined, { intent, confidence: 0.9 });

    expect(matter).toEqual({ topic, intent });
  });

  it.each<[IntentName, string]>([
    ['out-of-scope', 'my printer is out of paper'],
    ['out-of-scope', 'which antivirus is the best'],
    ['provider-settings', 'gmail smtp settings for my scanner'],
    ['out-of-scope', 'can you recover deleted photos'],
  ])('not of another intent, %s: %s', (intent, message) => {
    expect(matterOf(message, undefined, { intent, confidence: 0.9 })).toBeUndefined();
  });
});
