import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { LANGUAGES, texts } from '../core/index.ts';
import { type ConfigFault, type ConfigResult, describeFault, readConfig } from './config/index.ts';

/** Of sysexits.h: the configuration is wrong. */
export const EXIT_CONFIG = 78;

/** The folder that holds package.json, whether this runs from the sources or from `dist`. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** From `.env` in the working directory and the environment, which wins. */
export function readEnvironment(): ConfigResult {
  return readConfig(variablesGiven(), packageRoot());
}

/** DEFAULT_LOCALE where that is set right, also when all else is wrong. */
export function operatorLanguage(): string {
  return LANGUAGES.find((one) => one === variablesGiven().DEFAULT_LOCALE) ?? 'en';
}

/** A headline, then one line for each fault, in the operator's language. */
export function faultLines(faults: readonly ConfigFault[]): string[] {
  const language = operatorLanguage();
  return [texts(language).cli.start.badConfig, ...faults.map((fault) => `  ${describeFault(fault, language)}`)];
}

function variablesGiven(): Record<string, string | undefined> {
  return { ...readEnvFile('.env'), ...process.env };
}

function readEnvFile(path: string): Record<string, string | undefined> {
  return existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
}
