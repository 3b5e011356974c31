import { StoreError, type StoreFault } from '../../core/index.ts';

const FAULTS: readonly [RegExp, StoreFault][] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'locked'],
  [/^SQLITE_FULL/, 'full'],
  [/^SQLITE_(READONLY|PERM)/, 'read-only'],
  [/^SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN|NOMEM|PROTOCOL|AUTH)/, 'broken'],
];

/** The database as a whole refuses, whatever is asked of it; `undefined` for a fault of one statement. */
export function storeFault(error: unknown): StoreError | undefined {
  if (error instanceof StoreError) return error;
  const code = errorCode(error);
  const fault = FAULTS.find(([pattern]) => pattern.test(code));
  return fault && new StoreError(fault[1], error);
}

export function isUniqueViolation(error: unknown): boolean {
  return /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(errorCode(error));
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The state file was written by a newer Postilion: this one would damage it. */
export class NewerSchemaError extends Error {
  constructor(migration: string) {
    super(
      `the state store was written by a newer version of Postilion (it knows "${migration}"): ` +
        'start that version, or restore the copy from before the update',
    );
    this.name = 'NewerSchemaError';
  }
}
