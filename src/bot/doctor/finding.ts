import { fill, type Texts, texts } from '../../core/index.ts';
import type { Config } from '../config/index.ts';

/** One line of the doctor's report. */
export interface DoctorFinding {
  level: 'ok' | 'warning' | 'problem';
  text: string;
}

type Line = Exclude<keyof Texts['cli']['doctor'], 'title' | 'ok' | 'warning' | 'problem' | 'allGood' | 'someBad'>;

/** Findings in the operator's language. */
export function findingIn(config: Pick<Config, 'defaultLocale'>) {
  const { doctor } = texts(config.defaultLocale).cli;
  return (level: DoctorFinding['level'], line: Line, facts: Record<string, string | number> = {}): DoctorFinding => ({
    level,
    text: fill(doctor[line], facts),
  });
}
