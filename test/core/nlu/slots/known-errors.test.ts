import { describe, expect, it } from 'vitest';
import { extractSlots } from '../../../../src/core/nlu/slots/index.ts';
import { normalise } from '../../../../src/core/nlu/normalise.ts';
import { testKnowledge } from '../../../support/knowledge.ts';

const knowledge = testKnowledge();

function read(text: string) {
  return extractSlots(normalise(text, knowledge).text, knowledge).slots;
}

describe('errors that people paste', () => {
  it.each(
    '0B 0D 0E 0F 18 19 78 79 90 92'
      .split(' ')
      .map((end) => `0x800CCC${end}`)
      .concat('0x80042108', '0x80042109', '0x8004210B', '0x8004010F', '0x800408FC'),
  )('of Outlook: %s', (code) => {
    const { errorId } = read(`outlook says ${code} since today`);

    expect(errorId).toContain(code.toLowerCase());
  });

  it.each([
    '535 Login Fail. Please enter your authorization code to login',
    'NO SELECT Unsafe Login. Please contact kefu@188.com for help',
    '554 DT:SPM 163 smtp',
    '550 MI:DMA',
    '534-5.7.9 Application-specific password required',
    '535-5.7.8 Username and Password not accepted',
    '550-5.7.26 unauthenticated email is not accepted',
    '550 5.7.30 Basic authentication is not supported for Client Submission',
    '530 5.7.57 Client not authenticated to send mail',
    '535 5.7.139 Authentication unsuccessful, basic authentication is disabled',
    '550 5.1.1 user unknown',
    '552 5.2.2 mailbox full',
    '550 5.4.1 Recipient address rejected: Access denied',
    '550 5.7.1 relaying denied',
    '421 too many connections',
    '[AUTHENTICATIONFAILED] Invalid credentials (Failure)',
    '-ERR [SYS/TEMP] system temporary error',
    'SSL routines:ssl3_get_record:wrong version number',
    'certificate verify failed: self signed certificate',
    'getaddrinfo ENOTFOUND imap.example.org',
    'connect ECONNREFUSED 10.0.0.1:993',
    'Cannot Get Mail. The connection to the server failed.',
    'Cannot Verify Server Identity',
    '无法验证服务器身份',
    '无法验证账户名或密码',
    'Foxmail 提示 无法连接到服务器',
    'Sending of the message failed. Unable to authenticate to Outgoing server (SMTP)',
    'An error occurred while sending mail: Relay access denied',
  ])('word for word: %s', (text) => {
    const { error, errorId } = read(text);

    expect(error).toBeDefined();
    expect(knowledge.error(errorId ?? '', 'en')?.todo.length).toBeGreaterThan(0);
  });

  it('are known in number, each in three scripts with a source', () => {
    const ids = new Set(knowledge.errorPatterns.map(({ id }) => id));

    const incomplete = [...ids].filter((id) =>
      ['en', 'zh-Hans', 'zh-Hant'].some((language) => {
        const entry = knowledge.error(id, language);
        return !entry || entry.meaning === '' || entry.todo.length === 0 || entry.sources.length === 0;
      }),
    );

    expect(ids.size).toBeGreaterThanOrEqual(150);
    expect(incomplete).toEqual([]);
  });

  it('prefer the reason to the headline above it', () => {
    expect(read('cannot get mail. the user name or password for "imap.example.org" is incorrect').errorId).toBe(
      'apple-username-or-password',
    );
  });
});

it('a message that is too large is no sending limit', () => {
  expect(read("552 5.3.4 Your message exceeded Google's message size limits").errorId).toBe('bounce-too-large');
  expect(read('you have exceeded your daily sending limit').errorId).toBe('bounce-rate-limit');
});
