import { DEFAULT_LIMITS } from '../src/adapters/mail-network/options.ts';
import { zooNetwork } from '../test/support/mail-zoo/network.ts';
import { HOST } from '../test/support/mail-zoo/zoo.ts';
import type { MailServerFacts } from './processes/mail-server.ts';
import { firstMessage, forkBench, stopped } from './support/child.ts';
import { countOf, median, ratio, type Row, time, times } from './support/figures.ts';
import { contextFor, handshake, VERSIONS } from './support/handshakes.ts';
import { programRows } from './support/tls-programs.ts';

const AT_ONCE = 100;
/** Each check is to be a real one, and none is to wait for its turn. */
const LIMITS = { ...DEFAULT_LIMITS, cacheMs: 0, ratePerTarget: Infinity, rateInAll: Infinity };

/** Our look at a mail server beside handshakes that look at nothing, on loopback; the server is another process. */
export async function tlsPart(share: number): Promise<Row[]> {
  const child = forkBench('mail-server');
  const server = await firstMessage<MailServerFacts>(child);
  const checks = await besideHandshakes(server, countOf(200, share));
  const rows = [
    ...checks.rows,
    await atOnce(server, countOf(5, share)),
    ...(await programRows(HOST, server, checks.median, share)),
  ];
  await stopped(child);
  return rows;
}

async function besideHandshakes(
  { port, ca }: MailServerFacts,
  rounds: number,
): Promise<{ rows: Row[]; median: number }> {
  const network = zooNetwork({ ports: { 993: port }, ca, limits: LIMITS });
  const context = contextFor(ca);
  const contexts = [context, ...VERSIONS.slice(0, -1).map((version) => contextFor(ca, version))];
  const [checks, one, all]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    checks.push(await taken(() => checked(network, HOST)));
    one.push(await taken(() => handshake(port, HOST, context)));
    all.push(await taken(() => Promise.all(contexts.map((each) => handshake(port, HOST, each)))));
  }
  const own = times(checks);
  const rows = [
    {
      what: 'tls: check of one port, every TLS version tried',
      ...own,
      ratio: ratio(median(checks), median(one), `one handshake (${time(median(one))})`),
      budget: '≤ 1.5 ×',
      met: median(checks) <= 1.5 * median(one),
    },
    {
      what: 'tls: the same, beside as many handshakes',
      ...own,
      ratio: ratio(median(checks), median(all), `${contexts.length} handshakes at once (${time(median(all))})`),
    },
  ];
  return { rows, median: median(checks) };
}

async function atOnce({ port, ca }: MailServerFacts, rounds: number): Promise<Row> {
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const network = zooNetwork({ ports: { 993: port }, ca, limits: LIMITS });
    const hosts = Array.from({ length: AT_ONCE }, (_, index) => `mail${index}.example.org`);
    all.push(await taken(() => Promise.all(hosts.map((host) => checked(network, host)))));
  }
  return {
    what: `tls: ${AT_ONCE} checks at once`,
    median: time(median(all)),
    budget: '≤ 1.5 s',
    met: median(all) <= 1500,
  };
}

async function checked(network: ReturnType<typeof zooNetwork>, host: string): Promise<void> {
  const { ports } = await network.check(host, 993, new AbortController().signal);
  if (ports[0]?.tlsVersion === undefined) throw new Error(`the check saw no TLS: ${ports[0]?.failure ?? 'refused'}`);
}

async function taken(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
