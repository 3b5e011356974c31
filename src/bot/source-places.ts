import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

const PLACE = /(file:\S+\.js):(\d+):(\d+)/;
/** By the place in the built program. The same few fail again and again, and a map takes long to read and much to keep. */
const KNOWN = new Map<string, string>();

/** Lines of a stack trace, with the places in the sources instead of those in the files that the build puts together. */
export function atSources(frames: readonly string[]): string[] {
  const maps = new Map<string, SourceMap | undefined>();
  return frames.map((frame) =>
    frame.replace(PLACE, (built, file: string, line: string, column: string) => {
      if (!KNOWN.has(built)) {
        if (!maps.has(file)) maps.set(file, mapOf(file));
        KNOWN.set(built, sourceOf(maps.get(file), file, Number(line), Number(column)) ?? built);
      }
      return KNOWN.get(built) ?? built;
    }),
  );
}

function mapOf(file: string): SourceMap | undefined {
  const path = `${fileURLToPath(file)}.map`;
  return existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8')) as SourceMapPayload) : undefined;
}

function sourceOf(map: SourceMap | undefined, file: string, line: number, column: number): string | undefined {
  const entry = map?.findEntry(line - 1, column - 1);
  if (!entry || !('originalSource' in entry)) return undefined;
  return `${new URL(entry.originalSource, file).href}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}
