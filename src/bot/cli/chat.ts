import { join } from 'node:path';
import { faultLines, readEnvironment } from '../environment.ts';
import { run } from '../run.ts';
import { EXIT_CONFIG } from '../exit-codes.ts';

/** `postilion chat`: the assistant in this terminal and nowhere else, also beside a running Postilion. Gives the exit code. */
export async function runChat(): Promise<number> {
  const result = readEnvironment();
  if (!result.ok) {
    for (const line of faultLines(result.faults)) console.error(line);
    return EXIT_CONFIG;
  }
  const { web: _web, slack: _slack, discord: _discord, desk: _desk, ...config } = result.config;
  return run({ ...config, terminal: 'on', stateDir: join(config.stateDir, 'chat') });
}
