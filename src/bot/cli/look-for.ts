import { createMailNetwork } from '../../adapters/mail-network/index.ts';
import type { Event, JobOutcome, JobRequest, Knowledge, MailNetwork } from '../../core/index.ts';
import { checkWithDomain } from '../carry-out.ts';
import { systemClock } from '../clock.ts';
import { faultLines, readEnvironment } from '../environment.ts';
import { finished } from '../job-events.ts';
import { silentLog } from './network-command.ts';

/** A look at the network for one question at a terminal; undefined, and said why, where that may not be. */
export async function lookFor(job: JobRequest, knowledge: Knowledge): Promise<Event | undefined> {
  const environment = readEnvironment();
  if (!environment.ok) {
    for (const line of faultLines(environment.faults)) console.error(line);
    return undefined;
  }
  const network = createMailNetwork({
    knowledge,
    now: () => systemClock.now(),
    log: silentLog,
    ...environment.config.check,
  });
  const outcome = await look(job, network);
  return outcome && finished(job, outcome, systemClock.now());
}

async function look({ task, progress }: JobRequest, network: MailNetwork): Promise<JobOutcome | undefined> {
  const { signal } = new AbortController();
  if (task.kind === 'check-server') return checkWithDomain(task, { progress, network, signal, watcher: {} });
  if (task.kind !== 'discover') return undefined;
  return { kind: 'discover', task, progress, result: await network.discover(task.domain, signal) };
}
