import { createHash } from 'node:crypto';
import {
  type ChatAdapter,
  type FetchedFile,
  fileAllowed,
  type FileRefusal,
  type JobRequest,
  type JobTask,
  redactFile,
  type Store,
} from '../core/index.ts';
import { backoff } from './backoff.ts';
import { type Clock, sleep } from './clock.ts';

export interface FileMeans {
  /** The adapter that a file came by. */
  adapterOf: (name: string) => Pick<ChatAdapter, 'fetchFile'> | undefined;
  store: Pick<Store, 'keepFile'>;
  clock: Clock;
}

/** A fault that may pass gets some time; the job as a whole has its own limit. */
const TRIES = 6;
const WAITS = { first: 500, longest: 8000 };

/** Copies a message's file into the store. Only what the rules allow is fetched, and what came is judged once more. */
export async function fetchFile(
  job: JobRequest,
  { file, attachment, rules }: Extract<JobTask, { kind: 'fetch-file' }>,
  means: FileMeans,
  signal: AbortSignal,
): Promise<FetchedFile> {
  const fault = fileAllowed(file, rules);
  if (fault) return refused(fault);
  const adapter = means.adapterOf(job.place.slice(0, job.place.indexOf(':')));
  if (!adapter) return refused('gone');
  const fetched = await patiently(() => adapter.fetchFile?.(file, rules.maxBytes, signal), means.clock, signal);
  if (!fetched) return refused('gone');
  if (!fetched.ok) return refused(fetched.refusal);
  const mime = fetched.mime ?? file.mime;
  const size = fetched.bytes.length;
  const found = isProgram(fetched.bytes) ? 'type' : fileAllowed({ ...file, mime, size }, rules);
  if (found) return refused(found);
  const bytes = redactFile({ name: file.name, mime, bytes: fetched.bytes });
  const hash = createHash('sha256').update(bytes).digest('hex');
  const { store, clock } = means;
  await patiently(() => store.keepFile({ attachment, name: file.name, mime, hash, bytes }, clock.now()), clock, signal);
  return { kept: true, mime, size: bytes.length, hash };
}

async function patiently<Result>(work: () => Promise<Result> | undefined, clock: Clock, signal: AbortSignal) {
  for (let failures = 0; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || failures + 1 >= TRIES) throw error;
      await sleep(clock, 1 + backoff(clock, failures, WAITS));
    }
  }
}

function refused(refusal: FileRefusal): FetchedFile {
  return { kept: false, refusal };
}

/** How programs of Windows, Linux and macOS begin, whatever they are called. */
const PROGRAMS = ['4d5a', '7f454c46', 'cafebabe', 'cffaedfe', 'cefaedfe'];

function isProgram(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return PROGRAMS.some((mark) => head.startsWith(mark));
}
