import type { Protocol } from '../../../src/core/index.ts';
import { issue, type Issued } from './authority.ts';
import { keep, mailServer, type Behaviour } from './keeper.ts';
import { zooNetwork, type ZooOptions } from './network.ts';

export const HOST = 'mail.example.org';

/** An authority that the network under test trusts, and a good certificate for HOST. */
export interface Zoo {
  root: Issued;
  intermediate: Issued;
  leaf: Issued;
  good(protocol: Protocol, implicit: boolean): Behaviour;
}

export async function openZoo(): Promise<Zoo> {
  const root = await issue({ subject: 'CN=Zoo Root', ca: true, to: 900 });
  const intermediate = await issue({ subject: 'CN=Zoo Intermediate', ca: true, to: 800, issuer: root });
  const leaf = await issue({ names: [HOST], issuer: intermediate, send: [intermediate] });
  return {
    root,
    intermediate,
    leaf,
    good: (protocol, implicit) => mailServer({ protocol, implicit, credentials: leaf }),
  };
}

export interface Visit extends Partial<ZooOptions> {
  zoo: Zoo;
  port: number;
  behaviour: Behaviour;
  /** Where it listens. */
  loopback?: '127.0.0.1' | '::1';
}

/** Checks one port of HOST behind which the behaviour lives. */
export async function visit({ zoo, port, behaviour, loopback, ...options }: Visit) {
  const cage = await keep(behaviour, loopback);
  try {
    const network = zooNetwork({ ports: { [port]: cage.port }, ca: zoo.root.cert, ...options });
    const check = await network.check(HOST, port, new AbortController().signal);
    return { check, port: onlyPort(check.ports), cage };
  } finally {
    await cage.close();
  }
}

function onlyPort<T>(ports: readonly T[]): T {
  const [port] = ports;
  if (!port || ports.length !== 1) throw new Error(`expected one port, got ${ports.length}`);
  return port;
}
