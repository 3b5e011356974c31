import { existsSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { DataFault } from './faults.ts';
import type { DataFile } from './read.ts';
import type { SourceResolver } from './sources.ts';

/** Files of one kind in a folder of the data, sorted; none when the folder is missing. */
export function listFiles(dataDir: string, folder: string, extension: string): string[] {
  const path = join(dataDir, folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith(extension));
  return names.sort().map((name) => `${folder}/${name}`);
}

/** The id that a file's name gives it. */
export function idOf(file: string): string {
  return basename(file, extname(file));
}

export function checkId(file: DataFile<{ id: string }>, expected: string, faults: DataFault[]): void {
  if (file.value.id === expected) return;
  const reason = `id is "${file.value.id}", the name says "${expected}"`;
  faults.push({ file: file.file, line: file.lineOf(['id']), reason });
}

export function reportUnknown(resolver: SourceResolver, file: string, faults: DataFault[]): void {
  for (const key of resolver.unknown) faults.push({ file, reason: `unknown source "${key}"` });
}

/** Texts by language without those that are missing. */
export function present<Value>(texts: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  const entries = Object.entries(texts).flatMap(([language, text]): [string, Value][] =>
    text === undefined ? [] : [[language, text]],
  );
  return Object.fromEntries(entries);
}
