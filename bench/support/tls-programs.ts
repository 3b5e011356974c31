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

/** Our check as a process beside the programs that an operator would use instead. */
export async function programRows(host: string, server: MailServerFacts, share: number): Promise<Row[]> {
  return [await besideOpenSsl(host, server, share), await testssl(server)];
}

async function besideOpenSsl(host: string, { port, ca }: MailServerFacts, share: number): Promise<Row> {
  const what = 'tls: check as a process';
  if (port !== 993) return skipped(what, 'port 993 could not be listened on');
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
  const peer =
    openssl.length > 0
      ? ratio(median(own), median(openssl), `openssl s_client (${time(median(openssl))})`)
      : 'openssl is not installed';
  return { what, median: time(median(own)), ratio: peer };
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

async function testssl({ port }: MailServerFacts): Promise<Row> {
  const what = 'tls: testssl.sh, protocols and certificate only';
  const name = ['testssl.sh', 'testssl'].find(isInstalled);
  if (name === undefined) return skipped(what, 'testssl.sh is not installed');
  const args = ['--quiet', '--warnings', 'off', '--protocols', '--server-defaults', `127.0.0.1:${port}`];
  const run = (): ChildProcess => spawn(name, args, { stdio: 'ignore', timeout: TESTSSL_LIMIT_MS });
  return { what, median: time(await timed(run, ended)) };
}

function isInstalled(name: string): boolean {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined;
}
