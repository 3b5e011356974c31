import { texts } from '../core/index.ts';
import { type ConfigFault, type ConfigResult, describeFault, readConfig } from './config/index.ts';
import { operatorLanguage, packageRoot, variablesGiven } from './variables.ts';

/** From `.env` in the working directory, the environment, which wins, and what the command line says, which wins over both. */
export function readEnvironment(over: Record<string, string> = {}): ConfigResult {
  return readConfig({ ...variablesGiven(), ...over }, packageRoot());
}

/** A headline, then one line for each fault, in the operator's language. */
export function faultLines(faults: readonly ConfigFault[]): string[] {
  const language = operatorLanguage();
  return [texts(language).cli.start.badConfig, ...faults.map((fault) => `  ${describeFault(fault, language)}`)];
}
