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

describe('a hostile server on a port that begins with TLS', () => {
  it.concurrent.each(TLS_PORT)('that $name gets its finding', async ({ port, behaviour, verdict, findings }) => {
    const found = await visit({ zoo, port, behaviour: behaviour() });

    expect(found.port.findings).toEqual(findings);
    expect(found.check.verdict).toBe(verdict);
  });
});
