import { beforeAll, describe, expect, it } from 'vitest';
import type { HostAddress } from '../../../src/adapters/mail-network/index.ts';
import { PUBLIC_4, PUBLIC_6, zooNetwork } from '../../support/mail-zoo/network.ts';
import { HOST, openZoo, visit, type Zoo } from '../../support/mail-zoo/zoo.ts';

const NEVER = new AbortController().signal;
const V4: HostAddress = { address: PUBLIC_4, family: 4 };
const V6: HostAddress = { address: PUBLIC_6, family: 6 };

let zoo: Zoo;
beforeAll(async () => {
  zoo = await openZoo();
});

function resolveTo(...records: HostAddress[]) {
  let asked = 0;
  const addresses = async () => {
    asked += 1;
    return { status: 'found' as const, records };
  };
  return { resolve: { addresses }, asked: () => asked };
}

describe('the addresses of a host', () => {
  it('are tried in turn when the first is dead', async () => {
    const { resolve } = resolveTo({ address: '80.80.80.81', family: 4 }, V4);

    const { port } = await visit({ zoo, port: 993, behaviour: zoo.good('imap', true), resolve, dead: '80.80.80.81' });

    expect(port).toMatchObject({ findings: ['first-address-dead', 'encrypted'], reachable: true });
  });

  it('are judged apart by family: IPv6 refuses, IPv4 answers', async () => {
    const { resolve } = resolveTo(V4, V6);

    const { port, check } = await visit({ zoo, port: 993, behaviour: zoo.good('imap', true), resolve });

    expect(port.families).toEqual([
      { family: 4, outcome: 'reachable' },
      { family: 6, outcome: 'refused' },
    ]);
    expect(port.findings).toEqual(['ipv6-broken', 'encrypted']);
    expect(check.verdict).toBe('good');
  });

  it('may be IPv6 alone', async () => {
    const { resolve } = resolveTo(V6);

    const { port } = await visit({ zoo, port: 993, behaviour: zoo.good('imap', true), resolve, loopback: '::1' });

    expect(port).toMatchObject({ findings: ['encrypted'], families: [{ family: 6, outcome: 'reachable' }] });
  });

  it('are looked up once for all sockets of a check', async () => {
    const { resolve, asked } = resolveTo(V4);

    const { cage } = await visit({ zoo, port: 143, behaviour: zoo.good('imap', false), resolve });

    expect(cage.visits()).toBeGreaterThan(1);
    expect(asked()).toBe(1);
  });

  it.each([
    ['no-such-name', 'name-not-found'],
    ['none', 'name-not-found'],
    ['failed', 'dns-failure'],
  ] as const)('that DNS answers with %s give %s', async (status, expected) => {
    const network = zooNetwork({ ports: {}, resolve: { addresses: async () => ({ status }) } });

    expect(await network.check(HOST, 993, NEVER)).toMatchObject({ status: expected, verdict: 'unknown' });
  });

  it('that refuse the port leave the verdict open', async () => {
    const network = zooNetwork({ ports: {} });

    const check = await network.check(HOST, 993, NEVER);

    expect(check).toMatchObject({ status: 'checked', verdict: 'unknown' });
    expect(check.ports[0]).toMatchObject({ reachable: false, failure: 'refused', findings: ['connection-refused'] });
  });
});
