import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/intents/answer.ts';
import { INTENTS } from '../../../src/core/intents/index.ts';
import type { IntentName, Situation, Slots } from '../../../src/core/model.ts';
import { asksWhere } from '../../../src/core/turns/asked-where.ts';
import { buttonQuestion } from '../../../src/core/turns/button-question.ts';
import { plainText } from '../../../src/core/turns/plain-text.ts';
import { BLANK_CONVERSATION } from '../../support/blank-conversation.ts';
import { testKnowledge } from '../../support/knowledge.ts';

function asked(intent: IntentName, text: string, slots: Slots, lastIntent?: IntentName): Question {
  const situation: Situation = {
    conversation: { ...BLANK_CONVERSATION, ...(lastIntent && { lastIntent }) },
    person: { id: 'test:me', version: 0, name: 'Me', blocked: false },
    ticketEvents: [],
    nextTicketNumber: 1,
    settings: { defaultLanguage: 'en' },
  };
  return { ...buttonQuestion({ name: intent, slots }, situation, 'en', testKnowledge(), 0), fresh: slots, text };
}

function saidOf(question: Question): string {
  return plainText(INTENTS[question.intent].answer(question).blocks);
}

const ADD = 'New Account → Email Account';
const CHANGE = 'Server Settings (server name';
const PASSWORD = 'Saved Passwords';
const MORE_MAIL = 'Synchronization & Storage';
const FOLDERS = 'Subscribe…';
const ALL_PARTS = [ADD, CHANGE, PASSWORD, MORE_MAIL, FOLDERS];

function partsIn(said: string): string[] {
  return ALL_PARTS.filter((part) => said.includes(part));
}

describe('of a program that is named', () => {
  it.each([
    ['how do i set up gmx in thunderbird', ADD],
    ['thunderbird', ADD],
    ['add an account, where do i do that in thunderbird', ADD],
    ['where do i change the smtp server in thunderbird', CHANGE],
    ['how can i see which port thunderbird uses', CHANGE],
    ['雷鸟在哪里改服务器', CHANGE],
    ['how do i update the saved password in thunderbird', PASSWORD],
    ['雷鸟怎么改密码', PASSWORD],
    ['how do i get all my mails into thunderbird', MORE_MAIL],
    ['how do i subscribe to folders in thunderbird', FOLDERS],
  ])('"%s" is answered by the part that it is about', (text, part) => {
    expect(partsIn(saidOf(asked('client-setup', text, { client: 'thunderbird' })))).toEqual([part]);
  });

  it.each<[IntentName, string, string[]]>([
    ['send-receive-problem', 'i cannot send mail', [CHANGE]],
    ['connection-error', 'cannot connect to the server', [CHANGE]],
    ['sync-or-missing-mail', 'i only see the last month of mail', [MORE_MAIL]],
    ['sync-or-missing-mail', 'my folders are missing', [FOLDERS]],
    ['sync-or-missing-mail', 'all my mail is gone', [MORE_MAIL]],
    ['sync-or-missing-mail', 'i deleted it on the phone and it is deleted everywhere', [MORE_MAIL]],
    ['sync-or-missing-mail', 'my sent mail is only on the laptop', []],
    ['send-receive-problem', 'the attachment is too large', []],
    ['send-receive-problem', 'my mail goes to their spam folder', []],
    ['imap-vs-pop3', 'which one am i on, imap or pop', [CHANGE]],
    ['find-server-address', 'where is the server shown', [CHANGE]],
  ])('the trouble %s, "%s", takes %j', (intent, text, parts) => {
    const answer = saidOf(asked(intent, text, { client: 'thunderbird' }, intent));

    expect(partsIn(answer)).toEqual(parts);
  });

  it('a wrong server comes with where the right one is typed', () => {
    const question = asked('wrong-server-address', '', { client: 'thunderbird', provider: 'gmx' });

    expect(partsIn(saidOf(question))).toEqual([CHANGE]);
  });

  it.each<IntentName>(['send-receive-problem', 'connection-error', 'wrong-server-address', 'find-server-address'])(
    '%s says where the names of the menus come from',
    (intent) => {
      const question = asked(intent, 'where, I cannot send', { client: 'foxmail', provider: 'gmx' }, intent);

      expect(saidOf(question)).toContain('Foxmail menus (not verified');
    },
  );

  it('a refused password comes with where the saved one is', () => {
    const question = asked('auth-failure', 'wrong password', { client: 'thunderbird', provider: 'yahoo' });

    expect(partsIn(saidOf(question))).toEqual([PASSWORD]);
  });

  it.each<[IntentName, string, string]>([
    ['auth-failure', 'where is that', PASSWORD],
    ['provider-settings', 'where do i put the password', PASSWORD],
    ['provider-settings', 'where is that', CHANGE],
    ['sync-or-missing-mail', 'where do i see the older mail settings', MORE_MAIL],
  ])('asked back about %s, "%s" is shown in its menus', (subject, text, part) => {
    const question = asked(subject, text, { client: 'thunderbird' }, subject);

    const { blocks } = asksWhere(subject, { ...question, slots: { client: 'thunderbird', provider: 'gmx' } });

    expect(partsIn(plainText(blocks))).toEqual([part]);
  });
});

describe('a program that has been retired', () => {
  it.each<IntentName>(['send-receive-problem', 'connection-error', 'sync-or-missing-mail', 'auth-failure'])(
    'is told of first in %s',
    (intent) => {
      const answer = saidOf(asked(intent, '', { client: 'windows-mail', provider: 'gmx' }, intent));

      expect(answer.split('\n').slice(0, 2).join(' ')).toMatch(/backed up.*retired since 2024-12-31/);
    },
  );

  it('is not told of again where it was named before', () => {
    const question = asked('connection-error', 'still the same', { client: 'windows-mail', provider: 'gmx' });

    expect(saidOf({ ...question, fresh: {} })).not.toContain('retired');
  });
});

it.each<[string, Slots]>([
  ['where is that tick box', { client: 'thunderbird', protocols: ['pop3'] }],
  ['where do i set it to leave a copy on the server', { client: 'thunderbird' }],
])('"%s" tells where POP3 keeps a copy', (text, slots) => {
  expect(saidOf(asked('client-setup', text, slots))).toContain('Leave messages on server');
});

it('which of IMAP and POP3 it is, is seen in the menus of the program at once', () => {
  const question = asked('imap-vs-pop3', 'how do i know which one i am on', { client: 'thunderbird' });

  expect(partsIn(saidOf(question))).toEqual([CHANGE]);
});

it('whoever changes from POP3 to IMAP is shown how the second account is added', () => {
  const question = asked('imap-vs-pop3', 'how do i switch from pop3 to imap', { client: 'thunderbird' });

  expect(partsIn(saidOf(question))).toEqual([ADD]);
});

it('a device that only sends gets the outgoing server alone', () => {
  const answer = saidOf(asked('client-setup', 'set it up', { client: 'scanner', provider: 'gmx' }));

  expect(answer).toContain('mail.gmx.net');
  expect(answer).not.toContain('imap.gmx.net');
});

describe('a program that differs by the device', () => {
  it.each([
    ['android', '添加邮箱账号'],
    ['windows', '☰ → 添加邮箱'],
    [undefined, '☰ → 添加邮箱'],
  ])('shows the menus of %s', (platform, said) => {
    const slots = { client: 'netease-master', ...(platform && { platform }) };

    expect(saidOf(asked('client-setup', '', slots))).toContain(said);
  });
});

describe('whether a program can still be used', () => {
  it.each([
    ['outlook-express', 'retired since 2014-04-08'],
    ['windows-mail', 'It can no longer send or receive'],
    ['thunderbird', 'TLS 1.2'],
  ])('is told of %s', (client, said) => {
    const answer = saidOf(asked('client-setup', 'can i still use it', { client, provider: 'gmx' }));

    expect(answer).toContain(said);
    expect(answer).not.toContain('imap.gmx.net');
  });
});
