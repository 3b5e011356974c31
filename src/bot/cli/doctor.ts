import { examine } from '../doctor/index.ts';
import { readEnvironment } from '../environment.ts';
import { operatorLanguage } from '../variables.ts';

/** `postilion doctor`: checks this installation and says what to do. Gives the exit code. */
export async function runDoctor(): Promise<number> {
  const { lines, exitCode } = await examine(readEnvironment(), operatorLanguage());
  for (const line of lines) console.log(line);
  return exitCode;
}
