import { beforeAll, describe, expect, it } from 'vitest';
import { imapThat, says, STARTTLS_OFFERED } from '../../support/mail-zoo/animals.ts';
import { issue } from '../../support/mail-zoo/authority.ts';
import { mailServer, type Behaviour } from '../../support/mail-zoo/keeper.ts';
import { openZoo, visit, type Zoo } from '../../support/mail-zoo/zoo.ts';

let zoo: Zoo;
beforeAll(async () => {
  zoo = await openZoo();
});

describe('a strange but honest server', () => {
  it('with TLS from the start on a STARTTLS port is recognised', async () => {
    const { port, check } = await visit({ zoo, port: 143, behaviour: zoo.good('imap', true) });

    expect(port).toMatchObject({ mode: 'tls', authorized: true, findings: ['tls-on-plain-port', 'encrypted'] });
    expect(check.verdict).toBe('good');
  });

  it('that would take a password before TLS is risky', async () => {
    const manners = { plain: ['IMAP4rev1', 'STARTTLS', 'AUTH=PLAIN'] };
    const behaviour = mailServer({ protocol: 'imap', credentials: zoo.leaf, manners });

    const { port, check } = await visit({ zoo, port: 143, behaviour });

    expect(port.findings).toEqual(['login-before-tls', 'encrypted']);
    expect(check.verdict).toBe('risky');
  });

  it('that answers CAPABILITY with BAD still gets its STARTTLS', async () => {
    const answers = { ...STARTTLS_OFFERED, CAPABILITY: 'TAG BAD no\r\n' };

    const { port } = await visit({ zoo, port: 143, behaviour: imapThat(answers) });

    expect(port.findings).toEqual(['starttls-silent', 'capabilities-refused']);
  });

  it('that guesses tags and speaks before it is asked does not deceive us', async () => {
    const greeting = '* OK zoo\r\na1 OK done\r\n1 OK done\r\n';
    const answers = { CAPABILITY: 'A001 OK done\r\n* CAPABILITY IMAP4rev1\r\nTAG OK done\r\n' };

    const { port } = await visit({ zoo, port: 143, behaviour: imapThat(answers, undefined, greeting) });

    expect(port.findings).toEqual(['plaintext-connection', 'spoke-out-of-turn']);
  });

  it('that teases with a multi-line greeting and pauses is waited for', async () => {
    const manners = { greeting: '220-wait for it\r\n220 zoo ESMTP' };
    const behaviour = mailServer({ protocol: 'smtp', credentials: zoo.leaf, manners });

    const { port } = await visit({ zoo, port: 587, behaviour });

    expect(port).toMatchObject({ greeting: '220-wait for it', findings: ['encrypted'] });
  });

  it('that greets late is waited for', async () => {
    const good = zoo.good('smtp', false);
    const behaviour: Behaviour = (socket, heard) => void setTimeout(() => good(socket, heard), 250);

    const { port } = await visit({ zoo, port: 587, behaviour });

    expect(port.findings).toEqual(['encrypted']);
  });

  it('with old cipher suites only is risky', async () => {
    const credentials = { ...(await rsaLeaf()), maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA' } as const;
    const behaviour = mailServer({ protocol: 'imap', implicit: true, credentials });

    const { port } = await visit({ zoo, port: 993, behaviour });

    expect(port).toMatchObject({ cipher: 'AES128-SHA', findings: ['old-cipher', 'encrypted'] });
  });

  it('cannot smuggle markup or mentions through its greeting', async () => {
    const { port } = await visit({
      zoo,
      port: 143,
      behaviour: says('* BYE <@U123> `x` @everyone http://evil\u202e\u0007\r\n'),
    });

    expect(port.greeting).toBe('* BYE   U123   x   everyone http: //evil??');
  });
});

async function rsaLeaf() {
  return issue({ names: ['mail.example.org'], rsaBits: 2048, issuer: zoo.intermediate, send: [zoo.intermediate] });
}
