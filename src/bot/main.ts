#!/usr/bin/env node
import { faultLines, readEnvironment } from './environment.ts';
import { run } from './run.ts';
import { EXIT_CONFIG } from './exit-codes.ts';

async function main(): Promise<number> {
  const result = readEnvironment();
  if (result.ok) return run(result.config);
  process.stderr.write(`${faultLines(result.faults).join('\n')}\n`);
  return EXIT_CONFIG;
}

// What an adapter left open must not hold up the end.
void main().then((code) => process.exit(code));
