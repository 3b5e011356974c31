import { describe, expect, it } from 'vitest';
import { LANGUAGES, type ServerCheck, statusLine } from '../../../src/core/index.ts';
import { testKnowledge } from '../../support/knowledge.ts';

const knowledge = testKnowledge();

function notFound(host: string, language = 'en'): string {
  const check: ServerCheck = {
    host,
    status: 'name-not-found',
    ports: [],
    verdict: 'unknown',
    notChecked: [],
    checkedAt: 0,
  };
  return statusLine(check, knowledge, language, 0);
}

describe('a name that is not found', () => {
  it('is not doubted when it is a known provider’s: our own network may be at fault', () => {
    const line = notFound('imap.gmail.com');

    expect(line).toContain('right name');
    expect(line).toContain('Gmail');
    expect(line).not.toContain('There is no server');
  });

  it('is called gone when the provider has retired it', () => {
    expect(notFound('imap-mail.outlook.com')).toMatch(/was a server of .*Outlook/);
  });

  it('is told apart from the server that it was meant to be', () => {
    const line = notFound('imap.gmial.com');

    expect(line).toContain('no server with the name imap.gmial.com');
    expect(line).toContain('imap.gmail.com');
  });

  it('of nobody we know is to be checked letter by letter', () => {
    expect(notFound('mail.lakeside-webdesign.com')).toContain('letter by letter');
  });

  it.each(LANGUAGES)('is told in %s without a gap in the sentence', (language) => {
    const lines = ['imap.gmail.com', 'imap-mail.outlook.com', 'imap.gmial.com', 'mail.lakeside-webdesign.com'].map(
      (host) => notFound(host, language),
    );

    expect(new Set(lines).size).toBe(4);
    expect(lines.join()).not.toMatch(/[{}]|undefined/);
  });
});
