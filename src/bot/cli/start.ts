import { parseArgs } from 'node:util';
import { faultLines, readEnvironment } from '../environment.ts';
import { run } from '../run.ts';
import { EXIT_CONFIG } from '../exit-codes.ts';

/** `postilion start [--role ingress|worker|web|all]`: runs until it is stopped. */
export async function runStart(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { role: { type: 'string' } } });
  const result = readEnvironment(values.role === undefined ? {} : { POSTILION_ROLE: values.role });
  // What an adapter left open must not hold up the end.
  if (result.ok) process.exit(await run(result.config));
  for (const line of faultLines(result.faults)) console.error(line);
  return EXIT_CONFIG;
}
