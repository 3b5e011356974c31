import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issued } from '../../support/mail-zoo/authority.ts';
import { type Daemon, startDaemon } from './daemon.ts';

export interface DovecotOptions {
  address: string;
  folder: string;
  certificate: Issued;
  /** Lets people sign in before the connection is encrypted. */
  plaintextLogin?: boolean;
}

/** The socket over which postfix asks dovecot whom it may let in. */
export function authSocket(folder: string): string {
  return join(folder, 'auth');
}

function configuration({ address, folder, plaintextLogin = false }: DovecotOptions): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
protocols = imap pop3
listen = ${address}
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = ${plaintextLogin ? 'no' : 'yes'}
mail_location = maildir:${folder}/mail
auth_mechanisms = plain login
default_process_limit = 20
passdb {
  driver = static
  args = nopassword=y
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${folder}/home
}
service auth {
  unix_listener ${authSocket(folder)} {
    mode = 0666
  }
}
`;
}

/** IMAP and POP3 as Debian ships them, on their four ports. */
export function startDovecot(options: DovecotOptions): Promise<Daemon> {
  const { address, folder, certificate } = options;
  for (const part of ['run', 'state', 'mail', 'home']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'cert.pem'), certificate.cert);
  writeFileSync(join(folder, 'key.pem'), certificate.key, { mode: 0o600 });
  const file = join(folder, 'dovecot.conf');
  writeFileSync(file, configuration(options));
  const ports = [993, 143, 995, 110].map((port): [string, number] => [address, port]);
  return startDaemon('/usr/sbin/dovecot', ['-F', '-c', file], ports);
}
