import type { PastedServer } from '../model.ts';
import { findAddresses } from '../nlu/slots/addresses.ts';
import { findPorts, protocolOfHost } from '../nlu/slots/technical.ts';
import type { Knowledge } from '../ports.ts';
import {
  SENDS_ONLY,
  type SaidSecurity,
  securityMeant,
  securityOf,
  type Side,
  sideOf,
  signInOf,
  userOf,
} from './labels.ts';

/** Everything that one line says. */
interface Line {
  side: Side | undefined;
  hosts: string[];
  ports: number[];
  security: SaidSecurity | undefined;
  username: string | undefined;
  signIn: PastedServer['signIn'];
  glued: boolean;
}

/** A server while its lines are still being read. */
interface Draft extends Side {
  host?: string;
  port?: number | undefined;
  security?: SaidSecurity | undefined;
  username?: string | undefined;
  signIn?: PastedServer['signIn'];
  glued?: boolean;
}

/** Most settings that anybody pastes at once. */
const MOST_SERVERS = 12;

/**
 * Reads the servers out of pasted settings: a block of labelled lines, a dialog's text, a configuration file, or one
 * line of words. A label before a host names its side; port, encryption and user name belong to the server that their
 * own line names, else to the last one.
 */
export function readSettings(text: string, knowledge: Knowledge): PastedServer[] {
  const servers: Draft[] = [];
  let section: Side | undefined = SENDS_ONLY.test(text) ? { protocol: 'smtp', direction: 'outgoing' } : undefined;
  for (const part of partsOf(text)) {
    const line = readLine(part, knowledge);
    section = line.side ?? section;
    for (const host of line.hosts) addHost(servers, host, section);
    if (servers.length > MOST_SERVERS) break;
    complete(servers, line);
  }
  return servers.flatMap(finished);
}

/** A side without a host is no server. */
function finished({ host, port, security, username, signIn, glued, ...side }: Draft): PastedServer[] {
  if (host === undefined) return [];
  return [
    {
      ...side,
      host,
      ...(port !== undefined && { port }),
      ...(security !== undefined && { security: securityMeant(security, port) }),
      ...(username !== undefined && { username }),
      ...(signIn !== undefined && { signIn }),
      ...(glued && { glued }),
    },
  ];
}

/** Lines, and the parts of a line in which one server follows another. */
function partsOf(text: string): string[] {
  return text
    .split(
      /\n|[;；。]|\.\s+(?=[a-z])|[,，、|](?=\s*(?:[a-z\p{Script=Han}'"]|\d{2,4}(?!\d)))|\s(?:and|&|und|et|y)\s(?=\S)|(?<=\d|tls|ssl|加密)\s+(?=(?:imap|pop|smtp|incoming|outgoing|(?:post)?(?:ein|aus)gang|发|收|寄))/u,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(?:#|\/\/)/.test(part));
}

/** What a line has that says more than a side: a number, a sign, a name with a dot, a word of encryption. */
const SAYS_MORE = /[\d:=：@]|[a-z-][.。][a-z]|ssl|tls|secur|encr|auto|verschl|sicher|chiffr|加密|安全|明文|自动|暗号/;

function readLine(line: string, knowledge: Knowledge): Line {
  return SAYS_MORE.test(line) ? readWhole(line, knowledge) : { ...SILENT, side: sideOf(line) };
}

const SILENT: Omit<Line, 'side'> = {
  hosts: [],
  ports: [],
  security: undefined,
  username: undefined,
  signIn: undefined,
  glued: false,
};

function readWhole(line: string, knowledge: Knowledge): Line {
  const found = findAddresses(line.replaceAll(/(?<=[a-z]:\/\/)\S+@(?=[^@\s]+\.)/g, ''), knowledge);
  const ports = portsOf(
    line,
    found.ports.map((span) => span.value),
  );
  return {
    side: sideOf(line),
    hosts: found.hosts.map((span) => span.value),
    ports,
    security: securityOf(line),
    username: userOf(line),
    signIn: signInOf(line),
    glued: found.ports.length > 0,
  };
}

function portsOf(line: string, glued: readonly number[]): number[] {
  if (glued.length > 0) return [...glued];
  if (!/\d\d/.test(line)) return [];
  const behindName = [...line.matchAll(/\.[a-z]{2,}[\]'"]*:(\d{2,5})(?!\d)/g)].map((match) => Number(match[1]));
  const labelled = [
    ...line.matchAll(/(?:port|端口|puerto|porta?|ポート)\w*["'\])]*\s*(?:=>|[:=：是为]|\s)\s*["']?(\d{2,5})(?!\d)/g),
  ];
  if (behindName.length > 0) return behindName;
  if (labelled.length > 0) return labelled.map((match) => Number(match[1]));
  return findPorts(line).map((span) => span.value);
}

/** A new server, unless its place was opened by a line before that named no host. */
function addHost(servers: Draft[], host: string, side: Side | undefined): void {
  const waiting = servers.findLast((server) => server.host === undefined && isSide(server, side));
  const facts = { ...side, ...protocolFor(host, side), host };
  if (waiting) Object.assign(waiting, facts);
  else servers.push(facts);
}

/** The label decides; where there is none, the host's own name does. */
function protocolFor(host: string, side: Side | undefined): Pick<PastedServer, 'protocol'> {
  const implied = protocolOfHost(host);
  const protocol = side?.protocol ?? (side?.direction === 'incoming' && implied === 'smtp' ? undefined : implied);
  return protocol === undefined ? {} : { protocol };
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
  const fresh: Draft = { ...side };
  servers.push(fresh);
  return fresh;
}
