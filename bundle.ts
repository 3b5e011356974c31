import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

// `npm run build`: puts the programs and all that they import into a few files below `dist`, or below the folder that
// is named. docs/decisions/007 says why.
const ROOT = import.meta.dirname;
const PROGRAMS = ['src/bot/main.ts', 'src/bot/cli/index.ts'];
/**
 * These come in hundreds of modules, which Node would find, open and link one by one, or in one big one of the old kind,
 * which it reads through for names before it compiles it.
 */
const TAKEN_IN = new Set(['kysely', 'zod', 'hono', '@hono/node-server', 'tldts', 'ipaddr.js']);

const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const left = Object.keys(dependencies).filter((name) => !TAKEN_IN.has(name));
const outdir = resolve(process.argv[2] ?? join(ROOT, 'dist'));
rmSync(join(outdir, 'src'), { recursive: true, force: true });
await build({
  absWorkingDir: ROOT,
  entryPoints: PROGRAMS,
  outdir,
  outbase: '.',
  chunkNames: 'src/parts/[name]-[hash]',
  bundle: true,
  // What is imported only when it is needed stays in files of its own.
  splitting: true,
  external: left.flatMap((name) => [name, `${name}/*`]),
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
});
