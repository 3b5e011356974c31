import { texts } from '../../core/index.ts';
import { type ConfigResult, describeFault } from '../config/index.ts';
import { checkDesk } from './desk.ts';
import { checkDiscordApp } from './discord-app.ts';
import { checkFiles } from './files.ts';
import { type DoctorFinding, findingIn } from './finding.ts';
import { checkSlackApp } from './slack-app.ts';
import { checkSigning } from './signing.ts';
import { checkTokens } from './tokens.ts';
import { checkTopics } from './topics.ts';
import { EXIT_CONFIG } from '../exit-codes.ts';

export interface Diagnosis {
  lines: string[];
  /** 0 when there is no problem, 78 for a wrong configuration, else 1. */
  exitCode: number;
}

/** What is configured, reachable and missing, in plain words; `language` serves where the configuration is wrong. */
export async function examine(result: ConfigResult, language: string): Promise<Diagnosis> {
  if (!result.ok) {
    const findings = result.faults.map((fault) => ({
      level: 'problem' as const,
      text: describeFault(fault, language),
    }));
    return report(findings, language, EXIT_CONFIG);
  }
  const { config } = result;
  const findings = [
    findingIn(config)('ok', 'configGood'),
    ...(await checkFiles(config)),
    ...(await checkDesk(config)),
    ...(await checkTopics(config)),
    ...(await checkSigning(config)),
    ...(await checkTokens(config)),
    ...(await checkSlackApp(config)),
    ...(await checkDiscordApp(config)),
  ];
  const sound = findings.every((finding) => finding.level !== 'problem');
  return report(findings, config.defaultLocale, sound ? 0 : 1);
}

function report(findings: readonly DoctorFinding[], language: string, exitCode: number): Diagnosis {
  const { doctor } = texts(language).cli;
  const lines = findings.map(({ level, text }) => `[${doctor[level]}] ${text}`);
  return { lines: [doctor.title, ...lines, exitCode === 0 ? doctor.allGood : doctor.someBad], exitCode };
}
