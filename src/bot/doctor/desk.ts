import { describeFault } from '../config/index.ts';
import type { Config } from '../config/index.ts';
import { DeskFaults, loadDesk } from '../desk/index.ts';
import type { DoctorFinding } from './finding.ts';

/** What is wrong with the desk's file and the operator's replies. */
export async function checkDesk(config: Config): Promise<DoctorFinding[]> {
  try {
    await loadDesk(config, (scoped) => scoped);
    return [];
  } catch (error) {
    if (!(error instanceof DeskFaults)) throw error;
    return error.faults.map((fault) => ({ level: 'problem', text: describeFault(fault, config.defaultLocale) }));
  }
}
