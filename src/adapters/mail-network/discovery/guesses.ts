import type { DiscoveredServer, Protocol } from '../../../core/index.ts';
import { checkPort } from '../check/check-port.ts';
import { MAIL_PORTS, type MailPort } from '../dialogues/ports.ts';
import { registrable } from '../guard/host-names.ts';
import { rung, type DiscoveryTools, type Rung } from './rung.ts';

/** Usual first labels, likeliest first. */
const LABELS: Record<Protocol, string[]> = { imap: ['imap', 'mail'], pop3: ['pop', 'mail'], smtp: ['smtp', 'mail'] };
/** The ports worth guessing: encrypted from the start, and the usual one for submission. */
const PORTS = MAIL_PORTS.filter(({ mode, port }) => mode === 'tls' || port === 587);

/** Usual host names; one counts only when our own check finds mail there with a valid certificate for its name. */
export async function guesses(
  domain: string,
  mx: readonly string[],
  tools: DiscoveryTools,
  signal: AbortSignal,
): Promise<Rung> {
  const own = mx.filter((host) => registrable(host) === registrable(domain)).slice(0, 1);
  const tries = PORTS.map((mailPort) => {
    const hosts = [...LABELS[mailPort.dialogue.protocol].map((label) => `${label}.${domain}`), ...own];
    return firstConfirmed([...new Set(hosts)], mailPort, tools, signal);
  });
  const found = await Promise.all(tries);
  return rung('guess', found.flat());
}

async function firstConfirmed(
  hosts: readonly string[],
  mailPort: MailPort,
  tools: DiscoveryTools,
  signal: AbortSignal,
): Promise<DiscoveredServer[]> {
  const confirmed = await Promise.all(hosts.map((host) => isConfirmed(host, mailPort, tools, signal)));
  const host = hosts[confirmed.indexOf(true)];
  if (host === undefined) return [];
  const { port, mode, dialogue } = mailPort;
  return [{ protocol: dialogue.protocol, host, port, security: mode, via: 'guess', trust: 'guess' }];
}

async function isConfirmed(
  host: string,
  mailPort: MailPort,
  { guard, checks, slots }: DiscoveryTools,
  signal: AbortSignal,
): Promise<boolean> {
  const vetting = await guard.vet(host, signal);
  if (vetting.status !== 'vetted') return false;
  const target = { host: vetting.host, addresses: vetting.addresses, mailPort };
  const check = await slots(() => checkPort(target, checks, signal));
  return check.authorized === true && check.failure === undefined && check.mode === mailPort.mode;
}
