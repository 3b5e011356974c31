import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createMailNetwork,
  type DnsAnswer,
  type HostAddress,
  type Limits,
  type Resolve,
} from '../../../src/adapters/mail-network/index.ts';
import type { Knowledge, MailNetwork } from '../../../src/core/index.ts';

/** Public addresses that stand for the loopback of the test: the guard judges these, the dialler maps them. */
export const PUBLIC_4 = '80.80.80.80';
export const PUBLIC_6 = '2a00::80';

/** A port where nothing listens. */
const NOBODY = 1;

/** Short enough for tests, in the proportions of the real ones. */
export const TEST_LIMITS: Partial<Limits> = {
  checkMs: 1_500,
  discoveryMs: 1_500,
  silentMs: 100,
  dnsMs: 300,
  refusalMs: 20,
  connectMs: 600,
};

export const SILENT_LOG = { info: () => undefined, warn: () => undefined, error: () => undefined };

const NOTHING = { status: 'none' } as const;

/** A resolver that knows one address for every host, and no MX or SRV, unless told otherwise. */
export function fakeResolve(own: Partial<Resolve> = {}): Resolve {
  const found: DnsAnswer<HostAddress> = { status: 'found', records: [{ address: PUBLIC_4, family: 4 }] };
  return {
    addresses: async () => found,
    mx: async () => NOTHING,
    srv: async () => NOTHING,
    alias: async () => NOTHING,
    ...own,
  };
}

/** Knows nothing: checks do not ask it, discovery asks it for providers. */
export const NO_KNOWLEDGE = {
  providerByDomain: () => undefined,
  providerByHost: () => undefined,
  providerByMx: () => undefined,
} as unknown as Knowledge;

export interface ZooOptions {
  /** Loopback port by the real port dialled; a port that is not named refuses. */
  ports: Record<number, number>;
  ca?: string;
  resolve?: Partial<Resolve>;
  knowledge?: Knowledge;
  limits?: Partial<Limits>;
  now?: () => number;
  allowNetworks?: readonly string[];
  /** An address where nothing listens. */
  dead?: string;
  /** Every address and port dialled. */
  dialled?: string[];
}

/** The real adapter, whose dialler reaches the zoo instead of the world. */
export function zooNetwork(options: ZooOptions): MailNetwork {
  const {
    ports,
    ca,
    dialled,
    resolve,
    knowledge = NO_KNOWLEDGE,
    now = Date.now,
    limits,
    allowNetworks,
    dead,
  } = options;
  return withCaFile(ca, (caFile) =>
    createMailNetwork({
      knowledge,
      now,
      log: SILENT_LOG,
      resolve: fakeResolve(resolve),
      dial: (address, port) => {
        dialled?.push(`${address}:${port}`);
        const host = address.includes(':') ? '::1' : '127.0.0.1';
        return connect({ noDelay: true, host, port: address === dead ? NOBODY : (ports[port] ?? NOBODY) });
      },
      limits: { ...TEST_LIMITS, ...limits },
      ...(allowNetworks && { allowNetworks }),
      ...(caFile !== undefined && { caFile }),
    }),
  );
}

function withCaFile<T>(ca: string | undefined, use: (caFile?: string) => T): T {
  if (ca === undefined) return use();
  const folder = mkdtempSync(join(tmpdir(), 'zoo-'));
  writeFileSync(join(folder, 'ca.pem'), ca);
  try {
    return use(join(folder, 'ca.pem'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
