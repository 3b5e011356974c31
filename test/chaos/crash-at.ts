import Database from 'better-sqlite3';
import { Client } from 'pg';

// Loaded into the bot before its own code: with CHAOS_CRASH_AT=before:7 or after:7 the process dies, without warning,
// just before or just after its seventh commit of a change.
const [, moment, number] = /^(before|after):(\d+)$/.exec(process.env['CHAOS_CRASH_AT'] ?? '') ?? [];

/** Commits still to come. */
let left = Number(number);

/** `then` calls back when the result is there. */
function dieAround<Result>(run: () => Result, then: (result: Result, call: () => void) => Result): Result {
  left -= 1;
  if (left === 0 && moment === 'before') die();
  const last = left === 0;
  const result = run();
  return last ? then(result, die) : result;
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

type Run = (...values: unknown[]) => unknown;
type Prepare = (this: object, text: string) => { run: Run };

/** SQLite: a reading transaction changes nothing, and does not count. */
function watchSqlite(): void {
  const prepare = Reflect.get(Database.prototype, 'prepare') as Prepare;
  const writing = new WeakSet<object>();
  const watched: Prepare = function watched(text) {
    const statement = prepare.call(this, text);
    const run = statement.run.bind(statement);
    if (text === 'begin immediate') {
      statement.run = (...values) => {
        writing.add(this);
        return run(...values);
      };
    } else if (text === 'commit') {
      statement.run = (...values) => {
        if (!writing.delete(this)) return run(...values);
        return dieAround(
          () => run(...values),
          (result, call) => {
            call();
            return result;
          },
        );
      };
    }
    return statement;
  };
  Reflect.set(Database.prototype, 'prepare', watched);
}

type Query = (this: object, ...values: unknown[]) => Promise<unknown>;

/** PostgreSQL: as well, on each connection. */
function watchPostgres(): void {
  const query = Reflect.get(Client.prototype, 'query') as Query;
  const reading = new WeakSet<object>();
  const watched: Query = function watched(...values) {
    const run = (): Promise<unknown> => query.apply(this, values);
    const [asked] = values as [string | { text?: string }];
    const text = (typeof asked === 'string' ? asked : asked.text) ?? '';
    if (/^(?:begin|start transaction)/.test(text)) {
      if (text.includes('read only')) reading.add(this);
      else reading.delete(this);
    }
    if (text !== 'commit' || reading.has(this)) return run();
    return dieAround(run, (result, call) => result.finally(call));
  };
  Reflect.set(Client.prototype, 'query', watched);
}

if (moment !== undefined) {
  watchSqlite();
  watchPostgres();
}
