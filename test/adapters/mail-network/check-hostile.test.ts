import { beforeAll, describe, expect, it } from 'vitest';
import * as animals from '../../support/mail-zoo/animals.ts';
import type { Behaviour } from '../../support/mail-zoo/keeper.ts';
import { openZoo, visit, type Zoo } from '../../support/mail-zoo/zoo.ts';

const { imapThat, says, STARTTLS_OFFERED } = animals;

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

describe('a hostile server on a port that begins in the clear', () => {
  it.concurrent.each(PLAIN_PORT)('that $name gets its finding', async ({ port, behaviour, verdict, findings }) => {
    const found = await visit({ zoo, port, behaviour: behaviour() });

    expect(found.port.findings).toEqual(findings);
    expect(found.check.verdict).toBe(verdict);
  });
});
