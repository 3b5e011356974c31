#!/usr/bin/env node
import { fill, texts } from '../../core/index.ts';
import { operatorLanguage } from '../variables.ts';
import { type CommandName, USAGE, wrongUse } from './usage.ts';
import { EXIT_USAGE, EXIT_SOFTWARE } from '../exit-codes.ts';

/** Gives the exit code. */
type Command = (args: readonly string[]) => Promise<number>;

/** All commands, one line each, imported only when called. */
const COMMANDS = {
  start: async () => (await import('./start.ts')).runStart,
  chat: async () => (await import('./chat.ts')).runChat,
  ask: async () => (await import('./ask.ts')).runAsk,
  'build-data': async () => (await import('./build-data.ts')).runBuildData,
  'check-data': async () => (await import('./check-data.ts')).runCheckData,
  lookup: async () => (await import('./lookup.ts')).runLookup,
  check: async () => (await import('./check.ts')).run,
  discover: async () => (await import('./discover.ts')).run,
  eval: async () => (await import('./eval.ts')).runEval,
  backup: async () => (await import('./transfer.ts')).runBackup,
  restore: async () => (await import('./transfer.ts')).runRestore,
  'migrate-state': async () => (await import('./transfer.ts')).runMigrateState,
  privacy: async () => (await import('./privacy.ts')).runPrivacy,
  'dead-letters': async () => (await import('./dead-letters.ts')).runDeadLetters,
  doctor: async () => (await import('./doctor.ts')).runDoctor,
  export: async () => (await import('./export.ts')).runExport,
  import: async () => (await import('./import.ts')).runImport,
  report: async () => (await import('./report.ts')).runReport,
} satisfies Record<CommandName, () => Promise<Command>>;

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    for (const line of usage()) console.log(line);
    return 0;
  }
  if (!isCommand(name)) {
    console.error(fill(texts(operatorLanguage()).cli.usage.unknown, { command: name }));
    for (const line of usage()) console.error(line);
    return EXIT_USAGE;
  }
  if (args.includes('--help') || args.includes('-h')) {
    for (const line of helpFor(name)) console.log(line);
    return 0;
  }
  return runCommand(name, args);
}

function helpFor(name: CommandName): string[] {
  return [texts(operatorLanguage()).cli.usage.commands[name], ...USAGE[name].split('\n').map((line) => `  ${line}`)];
}

async function runCommand(name: CommandName, args: readonly string[]): Promise<number> {
  try {
    const command: Command = await COMMANDS[name]();
    return await command(args);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (isUsageError(error)) {
      // Node's advice after the first sentence is for those who write a program.
      console.error(`postilion ${name}: ${message.split('. ')[0]}`);
      return wrongUse(name);
    }
    console.error(`postilion ${name}: ${message}`);
    return EXIT_SOFTWARE;
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

/** Options that `parseArgs` does not know. */
function isUsageError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function usage(): string[] {
  const { intro, commands } = texts(operatorLanguage()).cli.usage;
  const names = Object.keys(COMMANDS) as CommandName[];
  const width = Math.max(...names.map((name) => name.length));
  return [intro, ...names.map((name) => `  ${name.padEnd(width)}  ${commands[name]}`)];
}

// Whoever reads only the beginning (`| head`) has closed the pipe: that is an end, not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : EXIT_SOFTWARE);
});
process.exitCode = await main(process.argv.slice(2));
