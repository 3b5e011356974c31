import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issued } from '../../support/mail-zoo/authority.ts';
import { type Daemon, startDaemon } from './daemon.ts';
import { authSocket } from './dovecot.ts';

function services(address: string): string {
  return `
${address}:465 inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
  -o smtpd_sasl_auth_enable=yes
${address}:587 inet n - n - - smtpd
  -o smtpd_tls_security_level=encrypt
  -o smtpd_tls_auth_only=yes
  -o smtpd_sasl_auth_enable=yes
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
anvil unix - - n - 1 anvil
proxymap unix - - n - - proxymap
postlog unix-dgram n - n - 1 postlogd
`;
}

/** The address stands in `services`: `inet_interfaces` takes only addresses that an interface bears by itself. */
function configuration(folder: string, auth: string): string {
  return `
compatibility_level = 3.6
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
queue_directory = ${folder}/queue
data_directory = ${folder}/data
mail_owner = postfix
setgid_group = postdrop
myhostname = mail.company.example
inet_interfaces = loopback-only
inet_protocols = ipv4
smtpd_tls_security_level = may
smtpd_tls_protocols = >=TLSv1.2
smtpd_tls_mandatory_protocols = >=TLSv1.2
smtpd_tls_chain_files = ${folder}/chain.pem
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${authSocket(auth)}
`;
}

/** Submission as Debian ships it, on its two ports. Dovecot, whose folder is `auth`, knows who may sign in. */
export async function startPostfix(options: {
  address: string;
  folder: string;
  auth: string;
  certificate: Issued;
}): Promise<Daemon> {
  const { address, folder, auth, certificate } = options;
  const settings = join(folder, 'settings');
  for (const part of ['settings', 'queue', 'data']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'chain.pem'), `${certificate.key}\n${certificate.cert}`, { mode: 0o600 });
  writeFileSync(join(settings, 'main.cf'), configuration(folder, auth));
  writeFileSync(join(settings, 'master.cf'), services(address));
  execFileSync('chown', ['postfix', join(folder, 'data')]);
  const ports = [465, 587].map((port): [string, number] => [address, port]);
  const daemon = await startDaemon('/usr/sbin/postfix', ['-c', settings, 'start-fg'], ports);
  return {
    // Its master leaves the process group: only postfix itself can stop it.
    stop: async () => {
      execFileSync('/usr/sbin/postfix', ['-c', settings, 'stop'], { stdio: 'ignore' });
      await daemon.stop();
    },
  };
}
