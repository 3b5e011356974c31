import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const IMPORTED = /^(?:import|export)\b(?:[^;'"]*?\bfrom)?\s*['"]([^'"]+)['"]/gm;

/** The packages that compiled modules import at once, directly or through modules of their own. */
export function packagesOf(entries: readonly string[]): string[] {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const [, specifier = ''] of readFileSync(path, 'utf8').matchAll(IMPORTED)) {
      if (specifier.startsWith('.')) waiting.push(resolve(dirname(path), specifier));
      else packages.add(specifier);
    }
  }
  return [...packages].sort();
}
