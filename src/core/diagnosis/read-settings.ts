import type { PastedServer, Protocol, Security } from '../model.ts';
import { findPorts, protocolOfHost } from '../nlu/slots/technical.ts';
import { findAddresses } from '../nlu/slots/addresses.ts';
import type { Knowledge } from '../ports.ts';

const INCOMING =
  /incoming|receiv|imap|pop|收件|接收|收信|inbound|posteingang|eingang|entrant|entrante|recepci[oó]n|受信|входящ|수신/;
const OUTGOING =
  /outgoing|smtp|stmp|smpt|发件|发送|寄件|外发|发信|postausgang|ausgang|sortant|saliente|saída|送信|исходящ|발신/;
const USER =
  /(?:user(?: ?name)?|login|account|用户名|账号|账户|使用者名称|benutzer(?:name)?|utilisateur|usuario|utilizador)\s*[:=：]\s*(\S+)/;

/** Labels of settings, which tell pasted settings from a sentence that names a server. */
export const SETTINGS_LABEL =
  /(?:server|host(?: ?name)?|port|服务器|主机|端口|smtp_|imap_|mail_|relayhost|encryption|security|ssl|加密)[\w ()./-]{0,24}\s*[:=：]|^\s*(?:imap|pop3?|smtp)\b.{0,12}[:：]?\s*\S+\.\S+.{0,3}\d{2,4}/m;

/**
 * Reads the servers out of pasted settings: a block of labelled lines, a dialog's text, a configuration
 * file, or one line. A server begins with its host; port and encryption that follow belong to it, and a label before
 * it names its side.
 */
export function readSettings(text: string, knowledge: Knowledge): PastedServer[] {
  const servers: PastedServer[] = [];
  let side: Pick<PastedServer, 'protocol' | 'direction'> = {};
  for (const line of text.split(/\n|[;；]|(?<=\d)[,，]\s*(?=[a-z\p{Script=Han}])/u)) {
    const hosts = findAddresses(line, knowledge).hosts.map((span) => span.value);
    side = sideOf(line) ?? side;
    for (const host of hosts) servers.push({ ...side, ...protocolFor(host, side), host });
    attach(line, servers, hosts.length);
  }
  return servers;
}

/** Protocol or direction that a label names. */
function sideOf(line: string): Pick<PastedServer, 'protocol' | 'direction'> | undefined {
  const label = line.replaceAll(/[\w-]+(?:\.[\w-]+)+/g, ' ');
  const incoming = INCOMING.test(label);
  if (incoming === OUTGOING.test(label)) return undefined;
  const protocol: Protocol | undefined = /pop/.test(label) ? 'pop3' : /imap/.test(label) ? 'imap' : undefined;
  if (!incoming) return { protocol: 'smtp', direction: 'outgoing' };
  return { direction: 'incoming', ...(protocol !== undefined && { protocol }) };
}

/** The label decides; where there is none, the host's own name does. */
function protocolFor(host: string, side: Pick<PastedServer, 'protocol' | 'direction'>): Pick<PastedServer, 'protocol'> {
  const implied = protocolOfHost(host);
  const protocol = side.protocol ?? (side.direction === 'incoming' && implied === 'smtp' ? undefined : implied);
  return protocol === undefined ? {} : { protocol };
}

/** Port, encryption and user name of a line go to the server that it names, or to the last one before it. */
function attach(line: string, servers: PastedServer[], onThisLine: number): void {
  const server = servers.at(-1);
  if (!server) return;
  const first = onThisLine > 1 ? servers.at(-onThisLine) : undefined;
  const ports = [...findAddresslessPorts(line)];
  if (server.port === undefined && ports.length > 0) server.port = ports.at(-1) ?? 0;
  if (first && ports.length > 1 && ports[0] !== undefined) first.port = ports[0];
  const security = securityOf(line);
  if (security !== undefined && server.security === undefined) server.security = security;
  const user = USER.exec(line)?.[1];
  if (user !== undefined && server.username === undefined) server.username = user;
}

function findAddresslessPorts(line: string): number[] {
  const glued = [...line.matchAll(/\.[a-z]{2,}:?(25|110|143|465|587|993|994|995|2525)(?!\d)/g)].map((match) =>
    Number(match[1]),
  );
  return glued.length > 0 ? glued : findPorts(line).map((span) => span.value);
}

function securityOf(line: string): Security | undefined {
  if (/start ?tls/.test(line)) return 'starttls';
  if (
    /(?:ssl|tls|encrypt\w*|加密|security|安全)[^\n]{0,16}(?:none|\boff\b|\bno\b|false|disabled|否|无|关闭|不加密|未勾|keine)|unencrypted|不加密|明文|without (?:ssl|tls)|no (?:ssl|tls|encryption)/.test(
      line,
    )
  )
    return 'none';
  return /ssl|tls|加密/.test(line) ? 'tls' : undefined;
}
