import type { PastedServer } from '../model.ts';
import type { Addresses } from '../nlu/slots/addresses.ts';
import { protocolOfHost } from '../nlu/slots/technical.ts';
import { SENDS_ONLY, type SaidSecurity, securityMeant, type Side } from './labels.ts';
import { type Line, linesOf } from './settings-lines.ts';

/** A server while its lines are still being read. */
interface Draft {
  protocol: PastedServer['protocol'];
  direction: PastedServer['direction'];
  host: string | undefined;
  port: number | undefined;
  security: SaidSecurity | undefined;
  username: string | undefined;
  signIn: PastedServer['signIn'];
  glued: boolean;
}

function draftOf({ protocol, direction }: Side = {}): Draft {
  const nothing = { host: undefined, port: undefined, security: undefined, username: undefined, signIn: undefined };
  return { protocol, direction, ...nothing, glued: false };
}

/** Most servers that anybody pastes at once: two mailboxes with three each. More is a list, not settings. */
const MOST_SERVERS = 6;
/** From the first server on: ten lines for each of them. What stands further on is another matter. */
const MOST_LINES = 60;

/**
 * Reads the servers out of pasted settings: a block of labelled lines, a dialog's text, a configuration file, or one
 * line of words. A label before a host names its side; port, encryption and user name belong to the server that their
 * own line names, else to the last one. `addresses` are those of the text.
 */
export function readSettings(text: string, addresses: Addresses): PastedServer[] {
  const servers: Draft[] = [];
  let section: Side | undefined = SENDS_ONLY.test(text) ? { protocol: 'smtp', direction: 'outgoing' } : undefined;
  let lines = 0;
  for (const line of linesOf(text, addresses)) {
    section = line.side ?? section;
    for (const host of line.hosts) addHost(servers, host, section);
    if (servers.length > MOST_SERVERS || lines > MOST_LINES) break;
    if (servers.length > 0) lines++;
    complete(servers, line);
  }
  return servers.flatMap(finished);
}

/** A side without a host is no server. */
function finished({ protocol, direction, host, port, security, username, signIn, glued }: Draft): PastedServer[] {
  if (host === undefined) return [];
  return [
    {
      ...(direction !== undefined && { direction }),
      ...(protocol !== undefined && { protocol }),
      host,
      ...(port !== undefined && { port }),
      ...(security !== undefined && { security: securityMeant(security, port) }),
      ...(username !== undefined && { username }),
      ...(signIn !== undefined && { signIn }),
      ...(glued && { glued }),
    },
  ];
}

/** A new server, unless its place was opened by a line before that named no host. */
function addHost(servers: Draft[], host: string, side: Side | undefined): void {
  const waiting = servers.findLast((server) => server.host === undefined && isSide(server, side));
  const server = waiting ?? draftOf();
  server.host = host;
  server.protocol = protocolFor(host, side) ?? server.protocol;
  server.direction = side?.direction ?? server.direction;
  if (!waiting) servers.push(server);
}

/** The label decides; where there is none, the host's own name does. */
function protocolFor(host: string, side: Side | undefined): PastedServer['protocol'] {
  const implied = protocolOfHost(host);
  return side?.protocol ?? (side?.direction === 'incoming' && implied === 'smtp' ? undefined : implied);
}

function isSide(server: Draft, side: Side | undefined): boolean {
  if (side === undefined) return true;
  if (side.protocol !== undefined && server.protocol !== undefined) return server.protocol === side.protocol;
  return server.direction === undefined || server.direction === side.direction;
}

/** Gives what the line says to its server. */
function complete(servers: Draft[], line: Line): void {
  const { hosts, ports, security, username, signIn, glued } = line;
  if (isSilent(line)) return;
  const named = servers.slice(hosts.length > 0 ? -hosts.length : servers.length);
  if (named.length > 1 && ports.length === named.length) {
    for (const [index, server] of named.entries()) server.port ??= ports[index] ?? 0;
  }
  const server = named.at(-1) ?? ownerOf(servers, line);
  const [port] = named.length > 1 ? [] : ports;
  server.port ??= port;
  server.security ??= security;
  server.username ??= username;
  server.signIn ??= signIn;
  if (glued) server.glued = true;
}

function isSilent({ hosts, ports, security, username, signIn }: Line): boolean {
  return hosts.length + ports.length === 0 && (security ?? username ?? signIn) === undefined;
}

/** The last server of the side that the line names; one that still waits for its host where there is none. */
function ownerOf(servers: Draft[], { side, ports }: Line): Draft {
  const fits = (server: Draft): boolean => isSide(server, side) && (ports.length === 0 || server.port === undefined);
  const owner = side === undefined ? servers.at(-1) : servers.findLast(fits);
  if (owner) return owner;
  const fresh = draftOf(side);
  servers.push(fresh);
  return fresh;
}
