import { parseArgs } from 'node:util';
import { createMailNetwork } from '../../adapters/mail-network/index.ts';
import type { Knowledge, MailNetwork } from '../../core/index.ts';
import { systemClock } from '../clock.ts';
import { faultLines, readEnvironment } from '../environment.ts';
import { operatorLanguage } from '../variables.ts';
import { readyKnowledge } from './ready-knowledge.ts';
import { wrongUse } from './usage.ts';
import { EXIT_CONFIG } from '../exit-codes.ts';

export const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** One look at the network for a person at a terminal. */
export interface NetworkCommand<T> {
  name: 'check' | 'discover';
  look(network: MailNetwork, subject: string): Promise<T>;
  lines(result: T, knowledge: Knowledge, language: string): string[];
  exitCode(result: T): number;
}

/** Runs it with the operator's CHECK_ settings, as words or with `--json` as one object. */
export async function runNetworkCommand<T>(command: NetworkCommand<T>, args: readonly string[]): Promise<number> {
  const options = { json: { type: 'boolean' } } as const;
  const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [subject] = positionals;
  if (subject === undefined || positionals.length > 1) return wrongUse(command.name);
  const environment = readEnvironment();
  if (!environment.ok) return complain(faultLines(environment.faults), EXIT_CONFIG);
  const { check, knowledgePath } = environment.config;
  const knowledge = await readyKnowledge(knowledgePath);
  const network = createMailNetwork({ knowledge, now: () => systemClock.now(), log: silentLog, ...check });
  const result = await command.look(network, subject);
  const lines = values.json ? [JSON.stringify(result)] : command.lines(result, knowledge, operatorLanguage());
  for (const line of lines) console.log(line);
  knowledge.close();
  return command.exitCode(result);
}

function complain(lines: readonly string[], exitCode: number): number {
  for (const line of lines) console.error(line);
  return exitCode;
}
