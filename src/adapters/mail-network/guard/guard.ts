import type { HostAddress, Resolve } from '../dns.ts';
import { isInNetworks, isPublicAddress, parseNetworks } from './addresses.ts';
import { hostName, isPublicName } from './host-names.ts';

/** A name with the addresses that may be dialled for it: the only thing a dialler is ever given. */
export type Vetting =
  | { status: 'vetted'; host: string; addresses: HostAddress[] }
  | { status: 'refused' }
  | { status: 'name-not-found' }
  | { status: 'dns-failure' };

export interface Guard {
  /** The name in ASCII when it may be asked about at all. */
  name(text: string): string | undefined;
  /** Resolves once and judges every address; one that may not be dialled refuses all. */
  vet(text: string, signal: AbortSignal): Promise<Vetting>;
}

/** Throws a RangeError for an allowed network that is not in CIDR form. */
export function createGuard(resolve: Pick<Resolve, 'addresses'>, allowNetworks: readonly string[] = []): Guard {
  const allowed = parseNetworks(allowNetworks);

  function name(text: string): string | undefined {
    const host = hostName(text);
    if (host === undefined) return undefined;
    // A company's own names need no public suffix, but then every address must lie in its own networks.
    return isPublicName(host) || allowed.length > 0 ? host : undefined;
  }

  function mayDial(host: string, { address }: HostAddress): boolean {
    return isInNetworks(address, allowed) || (isPublicName(host) && isPublicAddress(address));
  }

  async function vet(text: string, signal: AbortSignal): Promise<Vetting> {
    const host = name(text);
    if (host === undefined) return { status: 'refused' };
    const answer = await resolve.addresses(host, signal);
    if (answer.status === 'failed') return { status: 'dns-failure' };
    if (answer.status !== 'found' || answer.records.length === 0) return { status: 'name-not-found' };
    if (!answer.records.every((record) => mayDial(host, record))) return { status: 'refused' };
    return { status: 'vetted', host, addresses: answer.records };
  }

  return { name, vet };
}
