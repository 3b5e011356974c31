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

export interface FileMeans {
  /** The adapter that a file came by. */
  adapterOf: (name: string) => Pick<ChatAdapter, 'fetchFile'> | undefined;
  store: Pick<Store, 'keepFile'>;
  now: () => number;
}

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
  if (!adapter?.fetchFile) return refused('gone');
  const fetched = await adapter.fetchFile(file, rules.maxBytes, signal);
  if (!fetched.ok) return refused(fetched.refusal);
  const mime = fetched.mime ?? file.mime;
  const size = fetched.bytes.length;
  const found = isProgram(fetched.bytes) ? 'type' : fileAllowed({ ...file, mime, size }, rules);
  if (found) return refused(found);
  const bytes = redactFile({ name: file.name, mime, bytes: fetched.bytes });
  const hash = createHash('sha256').update(bytes).digest('hex');
  await means.store.keepFile({ attachment, name: file.name, mime, hash, bytes }, means.now());
  return { kept: true, mime, size: bytes.length, hash };
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
