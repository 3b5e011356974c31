import type { Conflict } from '../../src/core/model.ts';
import type { ConflictEntry, ProviderEntry } from '../schema.ts';
import { type SourceResolver, withSources } from './sources.ts';

/** Sources that copy by pattern and are not maintained: alone they leave nothing open. */
const WEAK_SOURCES = new Set(['k9', 'mailcore2', 'nodemailer', 'epl']);

/** Contradictions that are still open; what the curated part decided of a protocol is decided. */
export function compileConflicts(entry: ProviderEntry, sources: SourceResolver): Conflict[] {
  const stated = entry.conflicts ?? [];
  const imported = (entry.imported?.conflicts ?? []).filter(
    (conflict) => !stated.some(({ what }) => what === conflict.what) && isOpen(conflict),
  );
  return [...stated, ...imported].map(({ what, values, reason }) => ({
    what,
    reason,
    values: values.map((value) => withSources(value, sources)),
  }));
}

function isOpen({ values }: ConflictEntry): boolean {
  return values.slice(1).some(({ source }) => [source].flat().some((key) => !WEAK_SOURCES.has(key)));
}
