import { createHash } from 'node:crypto';
import type { FileBytes, FileRef, PlaceId } from '../../core/index.ts';
import { LIMITS } from './limits.ts';
import type { WebContext } from './options.ts';

type Uploads = Pick<WebContext, 'fileOf' | 'keepFile' | 'tickets' | 'clock'>;

const MARK = 'upload:';

/** The files of a form; an empty field is none. */
export function uploadsIn(fields: Record<string, unknown>): File[] {
  return [fields['files'] ?? []].flat().filter((one): one is File => one instanceof File && one.size > 0);
}

/**
 * Keeps what was uploaded until its job takes it over. Without an open ticket nobody would get it: then only its name
 * goes on, so that nobody can fill the disk.
 */
export async function keepUploads(context: Uploads, speaker: PlaceId, files: readonly File[]): Promise<FileRef[]> {
  if (files.length === 0) return [];
  const taken = files.slice(0, LIMITS.uploads);
  if (!(await hasTicket(context, speaker))) return taken.map((file) => referenceTo(file));
  return Promise.all(taken.map((file) => keep(context, file)));
}

async function hasTicket({ tickets }: Uploads, speaker: PlaceId): Promise<boolean> {
  const open = await tickets({
    states: ['open', 'claimed', 'waiting-for-asker', 'waiting-for-agent', 'snoozed'],
    limit: LIMITS.ticketsLookedAt,
  });
  return open.some(({ asker, desk }) => asker === speaker || desk === speaker);
}

function referenceTo({ name, type, size }: File): FileRef {
  return { name, mime: type, size };
}

async function keep({ keepFile, clock }: Uploads, file: File): Promise<FileRef> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const hash = createHash('sha256').update(bytes).digest('hex');
  const attachment = `${MARK}${hash}`;
  await keepFile({ attachment, name: file.name, mime: file.type, hash, bytes }, clock());
  return { ...referenceTo(file), url: attachment };
}

/** An upload for the job that copies it, as from any platform. */
export async function fetchUpload({ fileOf }: Pick<Uploads, 'fileOf'>, { url }: FileRef): Promise<FileBytes> {
  const kept = url?.startsWith(MARK) ? await fileOf(url) : undefined;
  return kept ? { ok: true, bytes: kept.bytes } : { ok: false, refusal: 'gone' };
}
