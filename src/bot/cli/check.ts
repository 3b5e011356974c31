import type { MailNetwork, ServerCheck } from '../../core/index.ts';
import { checkLines } from './check-lines.ts';
import { type NetworkCommand, runNetworkCommand } from './network-command.ts';

const EXIT_CODES: Record<ServerCheck['verdict'], number> = { good: 0, risky: 0, broken: 1, unknown: 2 };

const COMMAND: NetworkCommand<ServerCheck> = {
  name: 'check',
  look: checkServer,
  lines: checkLines,
  exitCode: ({ verdict }) => EXIT_CODES[verdict],
};

/** `postilion check`: 0 for an encrypted connection, also a weak one; 1 for a broken one; 2 where nothing was found out. */
export function run(args: readonly string[]): Promise<number> {
  return runNetworkCommand(COMMAND, args);
}

function checkServer(network: MailNetwork, subject: string): Promise<ServerCheck> {
  const { host, port } = splitPort(subject);
  return network.check(host, port, new AbortController().signal);
}

/** `imap.example.com:993`; without a port the usual ones are looked at. */
export function splitPort(subject: string): { host: string; port: number | undefined } {
  const [, host = subject, port] = /^(.*?)(?::(\d{1,5}))?$/.exec(subject) ?? [];
  return { host, port: port === undefined ? undefined : Number(port) };
}
