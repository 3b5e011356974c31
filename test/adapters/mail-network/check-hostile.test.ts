import { beforeAll, describe, expect, it } from 'vitest';
import * as animals from '../../support/mail-zoo/animals.ts';
import { mailServer, type Behaviour } from '../../support/mail-zoo/keeper.ts';
import { openZoo, visit, type Zoo } from '../../support/mail-zoo/zoo.ts';

let zoo: Zoo;
beforeAll(async () => {
  zoo = await openZoo();
});

interface Hostile {
  name: string;
  port: number;
  behaviour: () => Behaviour;
  verdict: 'good' | 'risky' | 'broken' | 'unknown';
  findings: string[];
}

const { imapThat, says, STARTTLS_OFFERED } = animals;

const PLAIN_PORT: Hostile[] = [
  {
    name: 'closes on accept',
    port: 143,
    behaviour: () => animals.closesOnAccept,
    verdict: 'unknown',
    findings: ['connection-closed'],
  },
  {
    name: 'resets on accept',
    port: 143,
    behaviour: () => animals.resetsOnAccept,
    verdict: 'unknown',
    findings: ['connection-reset'],
  },
  { name: 'never greets', port: 143, behaviour: () => animals.silent, verdict: 'unknown', findings: ['no-greeting'] },
  { name: 'drips bytes', port: 143, behaviour: () => animals.drips, verdict: 'unknown', findings: ['too-slow'] },
  {
    name: 'sends an endless line',
    port: 143,
    behaviour: () => animals.endless('x'),
    verdict: 'broken',
    findings: ['flood'],
  },
  {
    name: 'sends endless lines of a greeting',
    port: 587,
    behaviour: () => animals.endless('220-x\r\n'),
    verdict: 'broken',
    findings: ['flood'],
  },
  {
    name: 'sends binary garbage',
    port: 143,
    behaviour: () => says(Buffer.from([0, 255, 7, 200, 10])),
    verdict: 'broken',
    findings: ['not-mail-server'],
  },
  {
    name: 'speaks SSH',
    port: 143,
    behaviour: () => says('SSH-2.0-OpenSSH_9\r\n'),
    verdict: 'broken',
    findings: ['not-mail-server'],
  },
  {
    name: 'speaks HTTP when spoken to',
    port: 143,
    behaviour: () => animals.answersAnything('HTTP/1.1 400 Bad Request\r\n\r\n'),
    verdict: 'broken',
    findings: ['not-mail-server'],
  },
  {
    name: 'speaks SMTP on the IMAP port',
    port: 143,
    behaviour: () => says('220 zoo ESMTP\r\n'),
    verdict: 'broken',
    findings: ['other-mail-protocol'],
  },
  {
    name: 'speaks IMAP on the submission port',
    port: 587,
    behaviour: () => says('* OK zoo\r\n'),
    verdict: 'broken',
    findings: ['other-mail-protocol'],
  },
  {
    name: 'turns us away with 554',
    port: 587,
    behaviour: () => says('554 no\r\n'),
    verdict: 'unknown',
    findings: ['turned-away'],
  },
  {
    name: 'turns us away with -ERR',
    port: 110,
    behaviour: () => says('-ERR no\r\n'),
    verdict: 'unknown',
    findings: ['turned-away'],
  },
  {
    name: 'is busy with 421',
    port: 587,
    behaviour: () => animals.saysAndCloses('421 later\r\n'),
    verdict: 'unknown',
    findings: ['busy'],
  },
  {
    name: 'is busy with BYE',
    port: 143,
    behaviour: () => animals.saysAndCloses('* BYE later\r\n'),
    verdict: 'unknown',
    findings: ['busy'],
  },
  {
    name: 'is already signed in',
    port: 143,
    behaviour: () => says('* PREAUTH hello\r\n'),
    verdict: 'broken',
    findings: ['preauth'],
  },
  {
    name: 'closes after the greeting',
    port: 143,
    behaviour: () => animals.saysAndCloses('* OK zoo\r\n'),
    verdict: 'unknown',
    findings: ['closed-after-greeting'],
  },
  {
    name: 'has no STARTTLS',
    port: 143,
    behaviour: () => imapThat({ CAPABILITY: '* CAPABILITY IMAP4rev1\r\nTAG OK\r\n' }),
    verdict: 'broken',
    findings: ['plaintext-connection'],
  },
  {
    name: 'refuses STARTTLS',
    port: 143,
    behaviour: () => imapThat({ ...STARTTLS_OFFERED, STARTTLS: 'TAG NO no\r\n' }),
    verdict: 'broken',
    findings: ['starttls-refused'],
  },
  {
    name: 'is silent after OK',
    port: 143,
    behaviour: () => imapThat(STARTTLS_OFFERED),
    verdict: 'broken',
    findings: ['starttls-silent'],
  },
  {
    name: 'closes after OK',
    port: 143,
    behaviour: () => imapThat(STARTTLS_OFFERED, (socket) => socket.end()),
    verdict: 'broken',
    findings: ['starttls-closed'],
  },
  {
    name: 'resets after OK',
    port: 143,
    behaviour: () => imapThat(STARTTLS_OFFERED, (socket) => socket.resetAndDestroy()),
    verdict: 'broken',
    findings: ['starttls-closed'],
  },
  {
    name: 'goes on in the clear after OK',
    port: 143,
    behaviour: () =>
      imapThat(STARTTLS_OFFERED, (socket) => socket.once('data', () => socket.write('* OK still in the clear\r\n'))),
    verdict: 'broken',
    findings: ['starttls-ignored'],
  },
  {
    name: 'smuggles data behind OK',
    port: 143,
    behaviour: () => imapThat({ ...STARTTLS_OFFERED, STARTTLS: 'TAG OK begin\r\n* CAPABILITY AUTH=PLAIN\r\n' }),
    verdict: 'broken',
    findings: ['starttls-injected'],
  },
];

const TLS_PORT: Hostile[] = [
  {
    name: 'speaks the clear on the TLS port',
    port: 993,
    behaviour: () => zoo.good('imap', false),
    verdict: 'broken',
    findings: ['plain-on-tls-port'],
  },
  {
    name: 'answers a TLS hello with HTTP',
    port: 993,
    behaviour: () => animals.answersAnything('HTTP/1.1 400 Bad Request\r\n\r\n'),
    verdict: 'broken',
    findings: ['not-tls'],
  },
  {
    name: 'resets in the handshake',
    port: 993,
    behaviour: () => (socket) => void socket.once('data', () => socket.resetAndDestroy()),
    verdict: 'broken',
    findings: ['handshake-reset'],
  },
  {
    name: 'is silent in the handshake',
    port: 993,
    behaviour: () => animals.silent,
    verdict: 'broken',
    findings: ['handshake-silent'],
  },
  {
    name: 'does not know the name',
    port: 993,
    behaviour: () => animals.answersAnything(animals.ALERT_UNRECOGNIZED_NAME),
    verdict: 'broken',
    findings: ['name-not-served'],
  },
  {
    name: 'refuses ALPN',
    port: 993,
    behaviour: () => animals.answersAnything(animals.ALERT_NO_APPLICATION_PROTOCOL),
    verdict: 'broken',
    findings: ['alpn-refused'],
  },
  {
    name: 'refuses every version',
    port: 993,
    behaviour: () => animals.answersAnything(animals.ALERT_PROTOCOL_VERSION),
    verdict: 'broken',
    findings: ['no-common-version'],
  },
  {
    name: 'refuses every cipher',
    port: 993,
    behaviour: () => animals.answersAnything(animals.ALERT_HANDSHAKE_FAILURE),
    verdict: 'broken',
    findings: ['no-common-cipher'],
  },
  {
    name: 'encrypts and never greets',
    port: 993,
    behaviour: () => animals.tlsThen(zoo.leaf, () => undefined),
    verdict: 'broken',
    findings: ['no-greeting-after-tls'],
  },
  {
    name: 'encrypts and hangs up',
    port: 993,
    behaviour: () => animals.tlsThen(zoo.leaf, (socket) => socket.end()),
    verdict: 'broken',
    findings: ['closed-after-tls'],
  },
  {
    name: 'wants a client certificate',
    port: 993,
    behaviour: () => mailServer({ protocol: 'imap', implicit: true, credentials: zoo.leaf, requestCert: true }),
    verdict: 'broken',
    findings: ['closed-after-tls'],
  },
  {
    name: 'knows TLS 1.0 only',
    port: 993,
    behaviour: () =>
      mailServer({
        protocol: 'imap',
        implicit: true,
        credentials: { ...zoo.leaf, minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
      }),
    verdict: 'risky',
    findings: ['old-tls-only', 'encrypted'],
  },
  {
    name: 'also knows TLS 1.0',
    port: 993,
    behaviour: () =>
      mailServer({
        protocol: 'imap',
        implicit: true,
        credentials: { ...zoo.leaf, minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
      }),
    verdict: 'good',
    findings: ['old-tls-offered', 'encrypted'],
  },
];

describe('a hostile server behind a port', () => {
  it.concurrent.each([...PLAIN_PORT, ...TLS_PORT])(
    'that $name gets its finding',
    async ({ port, behaviour, verdict, findings }) => {
      const found = await visit({ zoo, port, behaviour: behaviour() });

      expect(found.port.findings).toEqual(findings);
      expect(found.check.verdict).toBe(verdict);
    },
  );
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
  const { issue } = await import('../../support/mail-zoo/authority.ts');
  return issue({ names: ['mail.example.org'], rsaBits: 2048, issuer: zoo.intermediate, send: [zoo.intermediate] });
}
