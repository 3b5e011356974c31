import { fill, texts } from '../../core/index.ts';
import { systemClock } from '../clock.ts';
import type { Config } from '../config/index.ts';
import { signingFault } from '../signing/index.ts';
import type { DoctorFinding } from './finding.ts';

/** Whether the operator's certificate and key can sign files. */
export async function checkSigning({ signing, defaultLocale }: Config): Promise<DoctorFinding[]> {
  if (!signing) return [];
  const words = texts(defaultLocale).files.signing;
  const fault = await signingFault(signing, systemClock.now());
  if (fault !== undefined) return [{ level: 'problem', text: words[fault] }];
  return [{ level: 'ok', text: fill(words.good, { path: signing.certFile }) }];
}
