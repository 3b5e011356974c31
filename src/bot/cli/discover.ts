import type { Discovery } from '../../core/index.ts';
import { discoverLines } from './discover-lines.ts';
import { type NetworkCommand, runNetworkCommand } from './network-command.ts';

const COMMAND: NetworkCommand<Discovery> = {
  name: 'discover',
  look: (network, subject) => network.discover(subject, new AbortController().signal),
  lines: discoverLines,
  exitCode: ({ status }) => (status === 'found' ? 0 : 1),
};

/** `postilion discover`: where the mail of a domain is; 1 when nothing was found. Of an address only the domain is used. */
export function run(args: readonly string[]): Promise<number> {
  return runNetworkCommand(COMMAND, args);
}
