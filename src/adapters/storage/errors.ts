import { StoreError, type StoreFault } from '../../core/index.ts';

const FAULTS: readonly [RegExp, StoreFault][] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'locked'],
  [/^SQLITE_FULL/, 'full'],
  [/^SQLITE_(READONLY|PERM)/, 'read-only'],
  [/^SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN|NOMEM|PROTOCOL|AUTH)/, 'broken'],
  // PostgreSQL: https://www.postgresql.org/docs/15/errcodes-appendix.html
  [/^(40001|40P01|55P03)$/, 'locked'],
  [/^53100$/, 'full'],
  [/^25006$/, 'read-only'],
  [/^(08...|57P0.|53300|57014|25P03)$/, 'unreachable'],
  [/^E(CONN[A-Z]+|TIMEDOUT|PIPE|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH)$/, 'unreachable'],
  [/^(28...|3D000|42501)$/, 'denied'],
  [/^(53...|58...|XX...)$/, 'broken'],
];

/** What pg says, without a code, of a connection that is gone or does not come about. */
const LOST = /^(Connection terminated|timeout exceeded|Query read timeout|Client has encountered|Client was closed)/;

/** The database as a whole refuses, whatever is asked of it; `undefined` for a fault of one statement. */
export function storeFault(error: unknown): StoreError | undefined {
  if (error instanceof StoreError) return error;
  const code = errorCode(error);
  const fault = FAULTS.find(([pattern]) => pattern.test(code))?.[1] ?? (isLost(error) ? 'unreachable' : undefined);
  return fault && new StoreError(fault, error);
}

export function isUniqueViolation(error: unknown): boolean {
  return /^(SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)|23505)$/.test(errorCode(error));
}

function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('syscall' in error && error.syscall === 'connect') || (errorCode(error) === '' && LOST.test(error.message));
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

/** The state was moved to PostgreSQL: the file must not be used any more. */
export class MovedError extends Error {
  constructor() {
    super('the state in this file was moved to PostgreSQL: set DATABASE_URL');
    this.name = 'MovedError';
  }
}
