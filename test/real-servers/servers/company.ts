import { createServer } from 'node:https';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issue } from '../../support/mail-zoo/authority.ts';
import { ADDRESS, type Daemon } from './daemon.ts';
import { startDovecot } from './dovecot.ts';
import { startKnot } from './knot.ts';
import { startPostfix } from './postfix.ts';

/** A company's own mail: dovecot, postfix, knot and a page that describes them; and an old server that is badly kept. */
export interface Company {
  /** PEM file of the authority that signed for it. */
  caFile: string;
  stop(): Promise<void>;
}

const AUTOCONFIG = `<?xml version="1.0"?>
<clientConfig version="1.1"><emailProvider id="company.example"><domain>company.example</domain>
<incomingServer type="imap"><hostname>mail.company.example</hostname><port>993</port><socketType>SSL</socketType>
<username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></incomingServer>
<outgoingServer type="smtp"><hostname>mail.company.example</hostname><port>465</port><socketType>SSL</socketType>
<username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></outgoingServer>
</emailProvider></clientConfig>`;

export async function openCompany(): Promise<Company> {
  const folder = mkdtempSync(join(tmpdir(), 'company-'));
  chmodSync(folder, 0o755);
  const root = await issue({ subject: 'CN=Company Root', ca: true });
  const names = ['mail.company.example', 'autoconfig.company.example'];
  const certificate = await issue({ names, issuer: root });
  const expired = await issue({ names: ['old.company.example'], issuer: root, from: -90, to: -3 });
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, root.cert);
  const at = (name: string): string => join(folder, name);
  const started: Daemon[] = [];
  try {
    started.push(await startKnot(at('knot')));
    started.push(await startDovecot({ address: ADDRESS.good, folder: at('good'), certificate }));
    started.push(
      await startDovecot({ address: ADDRESS.bad, folder: at('bad'), certificate: expired, plaintextLogin: true }),
    );
    started.push(await startPostfix({ address: ADDRESS.good, folder: at('postfix'), auth: at('good'), certificate }));
    started.push(await startPage(certificate));
  } catch (error) {
    await stopAll(started, folder);
    throw error;
  }
  return { caFile, stop: () => stopAll(started, folder) };
}

async function startPage({ cert, key }: { cert: string; key: string }): Promise<Daemon> {
  const server = createServer({ cert, key }, (request, response) => {
    const found = request.url?.startsWith('/mail/config-v1.1.xml') ?? false;
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/xml' }).end(found ? AUTOCONFIG : '');
  });
  server.listen(443, ADDRESS.good);
  await once(server, 'listening');
  return {
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

async function stopAll(daemons: Daemon[], folder: string): Promise<void> {
  await Promise.all(daemons.map((daemon) => daemon.stop()));
  rmSync(folder, { recursive: true, force: true });
}
