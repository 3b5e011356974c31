import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { LANGUAGES } from '../core/index.ts';

/** The folder that holds package.json, whether this runs from the sources or from `dist`. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** DEFAULT_LOCALE where that is set right, also when all else is wrong. */
export function operatorLanguage(): string {
  return LANGUAGES.find((one) => one === variablesGiven().DEFAULT_LOCALE) ?? 'en';
}

/** As they stand, not yet judged: commands that need few of them start without the whole schema. */
export function variablesGiven(): Record<string, string | undefined> {
  return { ...readEnvFile('.env'), ...process.env };
}

function readEnvFile(path: string): Record<string, string | undefined> {
  return existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
}
