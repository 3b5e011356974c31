import Database from 'better-sqlite3';

// Loaded into the bot before its own code: what befalls its machine when the loop says so.

export interface Misfortune {
  /** How far the clock goes ahead of the true time, or behind it, ms. */
  clock?: number;
  /** Whether the disk has no more room for a state file. */
  diskFull?: boolean;
}

const TRUE_NOW = Date.now.bind(Date);
/** The machine's clock survives the process. */
let ahead = Number(process.env['CHAOS_CLOCK'] ?? 0);

function misleadClock(): void {
  const now = (): number => TRUE_NOW() + ahead;
  globalThis.Date = new Proxy(Date, {
    construct: (target, values: unknown[], newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget) as object,
    get: (target, name, receiver) => (name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)),
  });
}

const MOST_PAGES = 4_294_967_294;
const files = new Set<Database.Database>();

let isFull = false;

type Run = (...values: unknown[]) => unknown;
type Prepare = (this: Database.Database, text: string) => { run: Run };

/** Every file that is in use; and no transaction that writes may grow the log beside it when the disk is full. */
function watchFiles(): void {
  const prepare = Reflect.get(Database.prototype, 'prepare') as Prepare;
  const watched: Prepare = function watched(text) {
    files.add(this);
    const statement = prepare.call(this, text);
    if (text === 'begin immediate') {
      const run = statement.run.bind(statement);
      statement.run = (...values) => {
        if (isFull) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
        return run(...values);
      };
    }
    return statement;
  };
  Reflect.set(Database.prototype, 'prepare', watched);
}

/** SQLite itself then refuses what needs one more page, as it does when the disk is full. */
function limitFiles(full: boolean): void {
  isFull = full;
  for (const file of files) {
    if (!file.open || file.readonly) continue;
    const pages = full ? Number(file.pragma('page_count', { simple: true })) : MOST_PAGES;
    file.pragma(`max_page_count = ${pages}`);
  }
}

if (process.send) {
  misleadClock();
  watchFiles();
  process.on('message', ({ clock, diskFull }: Misfortune) => {
    if (clock !== undefined) ahead = clock;
    if (diskFull !== undefined) limitFiles(diskFull);
  });
  process.channel?.unref();
}
