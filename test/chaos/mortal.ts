import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { packageRoot } from '../../src/bot/variables.ts';
import { script } from './subject.ts';

/** What the watcher of commits looks into must be the one that the bot uses; the other one is a library of the machine. */
const APART = ['pg', 'better-sqlite3'];
const SCRIPT: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: APART,
  // What the engine had compiled is of use for scripts alone, and a script imports nothing later.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'ownUrl' },
  banner: { js: `const ownUrl = require('node:url').pathToFileURL(__filename).href;` },
  logLevel: 'error',
};

/**
 * The program and the watcher of commits in one file, so that thousands of starts need a quarter of the time that the
 * modules would, one by one. The work gets the arguments of Node; the files are gone afterwards.
 */
export async function withMortal<Result>(program: string, work: (args: string[]) => Promise<Result>): Promise<Result> {
  const root = packageRoot();
  // Inside of the package, where the program looks for what lies beside it.
  const cache = join(root, 'node_modules/.cache/postilion');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'mortal-'));
  const [start, mortal] = [join(folder, 'start.cjs'), join(folder, 'mortal.cjs')];
  const contents = [script('crash-at.ts'), resolve(program)]
    .map((path) => `import ${JSON.stringify(path)};`)
    .join('\n');
  try {
    await build({ ...SCRIPT, stdin: { contents, resolveDir: root }, outfile: mortal });
    await build({ ...SCRIPT, entryPoints: [script('quick-start.ts')], outfile: start });
    return await work([start, mortal]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
