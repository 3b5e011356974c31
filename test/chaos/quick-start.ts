import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';

// Runs the program in the file that is named, with what the engine had compiled when it ended well before: half of the
// time of a start is for reading code that was read before. In UTF-8: patterns keep their Chinese letters as they are.
type Program = (require: NodeJS.Require, module: { exports: unknown }, __filename: string) => void;

const [, , path = ''] = process.argv;
const compiled = `${path}.compiled`;
const isCompiled = existsSync(compiled);
const script = new Script(`(function (require, module, __filename) {${readFileSync(path, 'utf8')}\n})`, {
  filename: path,
  ...(isCompiled && { cachedData: readFileSync(compiled) }),
});
if (!isCompiled) process.on('exit', keep);
const program = script.runInThisContext() as Program;
program(createRequire(path), { exports: {} }, path);

/** Whoever reads it meanwhile gets all of it, or nothing. */
function keep(): void {
  const part = `${compiled}-${process.pid}`;
  writeFileSync(part, script.createCachedData());
  renameSync(part, compiled);
}
