import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDns } from '../../test/support/dns-double/server.ts';
import type { MailServerFacts } from '../processes/mail-server.ts';
import { ended, program, spawnNode, timed } from './child.ts';
import { countOf, median, ratio, type Row, skipped, time } from './figures.ts';
import { inScratch } from './scratch.ts';

const CLI = program('src/bot/cli/index.js');
const OPENSSL = 'openssl';
const TESTSSL_LIMIT_MS = 60_000;

/** Our check beside the programs that an operator would use instead; `inBot` is its median in a process that runs, ms. */
export async function programRows(host: string, server: MailServerFacts, inBot: number, share: number): Promise<Row[]> {
  if (server.port !== 993) return [skipped('tls: check as a process', 'port 993 could not be listened on')];
  const { own, openssl } = await asProcesses(host, server, share);
  return [
    { what: 'tls: check in the bot', median: time(inBot), ratio: besideOpenSsl(inBot, openssl), budget: '≤ 1 ×' },
    { what: 'tls: check as a process', median: time(median(own)), ratio: besideOpenSsl(median(own), openssl) },
    await testssl(server, inBot),
  ];
}

function besideOpenSsl(own: number, openssl: readonly number[]): string {
  if (openssl.length === 0) return 'openssl is not installed';
  return ratio(own, median(openssl), `openssl s_client as a process (${time(median(openssl))})`);
}

async function asProcesses(
  host: string,
  { port, ca }: MailServerFacts,
  share: number,
): Promise<{ own: number[]; openssl: number[] }> {
  const dns = await startDns({
    [`${host} A`]: { records: [{ type: 'A', address: '127.0.0.1' }] },
    [`${host} AAAA`]: { records: [] },
  });
  const [own, openssl]: [number[], number[]] = [[], []];
  await inScratch(async (folder) => {
    const caFile = join(folder, 'ca.pem');
    writeFileSync(caFile, ca);
    const variables = { CHECK_DNS_SERVERS: dns.server, CHECK_ALLOW_NETWORKS: '127.0.0.0/8', CHECK_CA_FILE: caFile };
    for (let round = 0; round < countOf(7, share); round++) {
      own.push(await timed(() => spawnNode([CLI, 'check', `${host}:993`, '--json'], variables), succeeded));
      if (isInstalled(OPENSSL)) openssl.push(await timed(() => sClient(host, port), succeeded));
    }
  });
  await dns.close();
  return { own, openssl };
}

function sClient(host: string, port: number): ChildProcess {
  const args = ['s_client', '-connect', `127.0.0.1:${port}`, '-servername', host, '-brief'];
  return spawn(OPENSSL, args, { stdio: ['ignore', 'ignore', 'ignore'] });
}

async function succeeded(child: ChildProcess): Promise<void> {
  child.stdout?.resume();
  const code = await ended(child);
  if (code !== 0) throw new Error(`${child.spawnargs.slice(0, 4).join(' ')} ended with ${code}`);
}

async function testssl({ port }: MailServerFacts, inBot: number): Promise<Row> {
  const what = 'tls: testssl.sh, protocols and certificate only';
  const name = ['testssl.sh', 'testssl'].find(isInstalled);
  if (name === undefined) return skipped(what, 'testssl.sh is not installed');
  const args = ['--quiet', '--warnings', 'off', '--protocols', '--server-defaults', `127.0.0.1:${port}`];
  const run = (): ChildProcess => spawn(name, args, { stdio: 'ignore', timeout: TESTSSL_LIMIT_MS });
  const taken = await timed(run, ended);
  return { what, median: time(taken), ratio: ratio(taken, inBot, 'our check in the bot'), budget: '≥ 100 ×' };
}

function isInstalled(name: string): boolean {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined;
}
