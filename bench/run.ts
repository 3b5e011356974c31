import type { Part, Row } from './support/figures.ts';
import { skipped } from './support/figures.ts';
import { machine, table } from './support/table.ts';

/** All parts, in the order of the budgets; what is not asked for is not loaded. */
const PARTS = {
  respond: async () => (await import('./respond.ts')).respondPart,
  pipeline: async () => (await import('./pipeline.ts')).pipelinePart,
  workers: async () => (await import('./workers.ts')).workersPart,
  desk: async () => (await import('./desk.ts')).deskPart,
  lookup: async () => (await import('./lookup.ts')).lookupPart,
  start: async () => (await import('./start.ts')).startPart,
  ask: async () => (await import('./ask.ts')).askPart,
  memory: async () => (await import('./memory.ts')).memoryPart,
  tls: async () => (await import('./tls.ts')).tlsPart,
  classifier: async () => (await import('./classifier.ts')).classifierPart,
  slack: async () => (await import('./slack.ts')).slackPart,
} satisfies Record<string, () => Promise<Part>>;

type PartName = keyof typeof PARTS;

/** Of sysexits.h: the command was used in a way that it does not have. */
const EXIT_USAGE = 64;
/** `--quick` measures little and says little: to see whether the bench itself works. */
const QUICK_SHARE = 0.1;

/** `npm run bench [-- PART…] [-- --quick]`: measures and prints; slow is no failure. */
async function main(args: readonly string[]): Promise<number> {
  const names = args.filter((arg) => arg !== '--quick');
  const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) {
    process.stderr.write(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}\n`);
    return EXIT_USAGE;
  }
  const chosen = (names.length > 0 ? names : Object.keys(PARTS)) as PartName[];
  const before = machine();
  const rows: Row[] = [];
  for (const name of chosen) rows.push(...(await measure(name, args.includes('--quick') ? QUICK_SHARE : 1)));
  process.stdout.write(`before: ${before}\nafter:  ${machine()}\n\n${table(rows)}\n`);
  return 0;
}

/** A part that fails is a line of the table: the others are measured all the same. */
async function measure(name: PartName, share: number): Promise<Row[]> {
  const began = performance.now();
  try {
    const part = await PARTS[name]();
    return await part(share);
  } catch (error) {
    return [skipped(name, error instanceof Error ? error.message : String(error))];
  } finally {
    process.stderr.write(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  }
}

process.exit(await main(process.argv.slice(2)));
