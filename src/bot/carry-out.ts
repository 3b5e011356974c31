import type { CheckStep, JobOutcome, JobRequest, JobTask, MailNetwork, Store, Watcher } from '../core/index.ts';
import type { Clock } from './clock.ts';
import { fetchFile, type FileMeans } from './fetch-file.ts';

interface Means {
  network: MailNetwork;
  store: Pick<Store, 'admit' | 'keepFile'>;
  adapterOf: FileMeans['adapterOf'];
  /** A file, signed, in base64. Throws when there is no key, or one that does not work. */
  sign: (content: string) => Promise<string>;
  clock: Clock;
  step: (step: CheckStep) => void;
}

/** Does what a job asks for; every visit is counted for the person and place that it is for. */
export async function carryOut(job: JobRequest, means: Means, signal: AbortSignal): Promise<JobOutcome> {
  const { person, place, progress, task } = job;
  const { network, store, clock, step } = means;
  const admit = (target: string) => store.admit({ at: clock.now(), person, place, target });
  if (task.kind === 'check-server')
    return checkWithDomain(task, { progress, network, signal, watcher: { admit, step } });
  if (task.kind === 'discover')
    return { kind: 'discover', task, progress, result: await network.discover(task.domain, signal, { admit }) };
  if (task.kind === 'sign-file') return { kind: 'sign-file', task, progress, result: await means.sign(task.content) };
  return {
    kind: 'fetch-file',
    task,
    progress,
    result: await fetchFile(job, task, means, signal),
  };
}

interface Check {
  progress: string;
  network: MailNetwork;
  signal: AbortSignal;
  watcher: Watcher;
}

/** The asker's own domain is looked up beside the check: it may confirm whose server it is. */
export async function checkWithDomain(
  task: Extract<JobTask, { kind: 'check-server' }>,
  { progress, network, signal, watcher }: Check,
): Promise<JobOutcome> {
  const { host, port, domain } = task;
  const [result, discovery] = await Promise.all([
    network.check(host, port, signal, watcher),
    domain === undefined ? undefined : network.discover(domain, signal, watcher),
  ]);
  return { kind: 'check-server', task, progress, result, ...(discovery && { discovery }) };
}
