import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [Address, number];

/** Only 2000::/3 is handed out (IANA IPv6 address space). */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');
/** What ipaddr.js takes for public: Azure's metadata and DNS address. (`::/96`, old IPv4-compatible forms, is outside 2000::/3.) */
const NOT_PUBLIC_AFTER_ALL = [ipaddr.parseCIDR('168.63.129.16/32')];

/** Reads CIDR blocks; throws a RangeError that names the one that is wrong. */
export function parseNetworks(blocks: readonly string[]): Network[] {
  return blocks.map((block) => {
    if (!ipaddr.isValidCIDR(block)) throw new RangeError(`not a network in CIDR form: ${block}`);
    return ipaddr.parseCIDR(block);
  });
}

/** Whether an address, as a resolver returns it, is reachable by the whole Internet. Anything else, other notations too, is not. */
export function isPublicAddress(text: string): boolean {
  const address = parseAddress(text);
  if (!address || address.range() !== 'unicast') return false;
  if (address.kind() === 'ipv6') return isWithin(address, [GLOBAL_IPV6]);
  return !isWithin(address, NOT_PUBLIC_AFTER_ALL);
}

export function isInNetworks(text: string, networks: readonly Network[]): boolean {
  const address = parseAddress(text);
  return address !== undefined && isWithin(address, networks);
}

/** Canonical notation only: `127.1` and zone ids are no addresses here. */
function parseAddress(text: string): Address | undefined {
  return isIP(text) === 0 || text.includes('%') ? undefined : ipaddr.parse(text);
}

function isWithin(address: Address, networks: readonly Network[]): boolean {
  return networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
}
