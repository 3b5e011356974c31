import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { packageRoot } from '../../src/bot/variables.ts';
import { script } from './subject.ts';

/** What the watcher of commits looks into must be the one that the bot uses; the other one is a library of the machine. */
const APART = ['pg', 'better-sqlite3'];
/** What a module of the older kind expects to find. */
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;

/**
 * The program and the watcher of commits in one file, made anew: thousands of starts take a quarter of the time that
 * the modules need one by one. It is gone after the work, which gets its path.
 */
export async function withMortal<Result>(program: string, work: (path: string) => Promise<Result>): Promise<Result> {
  const root = packageRoot();
  // Inside of the package, where the program looks for what lies beside it.
  const folder = join(root, 'node_modules/.cache/postilion/chaos');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `mortal-${process.pid}.mjs`);
  const parts = [script('crash-at.ts'), resolve(program)];
  await build({
    stdin: { contents: parts.map((path) => `import ${JSON.stringify(path)};`).join('\n'), resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    minifyWhitespace: true,
    external: APART,
    banner: { js: REQUIRE },
    logLevel: 'error',
    outfile,
  });
  try {
    return await work(outfile);
  } finally {
    rmSync(outfile, { force: true });
  }
}
