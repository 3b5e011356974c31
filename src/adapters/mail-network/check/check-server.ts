import { tlsVerdict, type ServerCheck } from '../../../core/index.ts';
import type { HostAddress } from '../dns.ts';
import { portsToCheck } from '../dialogues/ports.ts';
import type { Slots } from '../slots.ts';
import { checkPort } from './check-port.ts';
import type { CheckTools } from './talk.ts';

/** What a check does not look at; said with every result. */
export const NOT_CHECKED = ['cipher-lists', 'old-ssl', 'revocation', 'dane', 'caa', 'mta-sts'] as const;

export interface ServerTarget {
  host: string;
  addresses: readonly HostAddress[];
  /** All ports that the host's name suggests, where absent. */
  port: number | undefined;
}

/** Checks the ports of a vetted server side by side, within the slots that all checks share. */
export async function checkServer(
  { host, addresses, port }: ServerTarget,
  tools: CheckTools,
  slots: Slots,
  signal: AbortSignal,
): Promise<ServerCheck> {
  const checks = portsToCheck(host, port).map((mailPort) =>
    slots(() => checkPort({ host, addresses, mailPort }, tools, signal)),
  );
  const ports = await Promise.all(checks);
  const checkedAt = tools.now();
  const verdict = tlsVerdict(ports, checkedAt);
  return { host, status: 'checked', ports, verdict, notChecked: [...NOT_CHECKED], checkedAt };
}
