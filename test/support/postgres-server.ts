import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

/** Where Debian and others put the programs, one folder for each version. */
const VERSIONS = '/usr/lib/postgresql';
const USER = 'postgres';
/** How long it may take to come and go, ms. */
export const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 25;
/** Nobody's data: what a test loses when the machine fails does not matter. */
const CARELESS = ['fsync=off'];

/** In whatever order, so without looking at references. */
const DELETE_ROWS = `
do $$ declare one text; begin
  set local session_replication_role = replica;
  for one in select tablename from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%' and tablename <> 'counters'
  loop execute format('delete from %I', one); end loop;
end $$`;

/** Why tests on a real PostgreSQL cannot run on this machine, said once; undefined where they can. In CI it is a failure. */
export function missingPostgres(): string | undefined {
  const reason = programs() === undefined ? 'PostgreSQL is not installed' : undefined;
  if (reason === undefined) return undefined;
  if (process.env['CI'] === 'true') throw new Error(reason);
  process.stderr.write(`The tests on PostgreSQL are skipped: ${reason}\n`);
  return reason;
}

function programs(): string | undefined {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
  const folders = versions.sort((one, other) => Number(other) - Number(one)).map((one) => join(VERSIONS, one, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

/** A private server in a folder of its own, on a socket there: nothing else can meet it. */
export class PostgresServer {
  readonly #folder: string;
  readonly #programs: string;
  readonly #durable: boolean;
  #server: ChildProcess | undefined;
  #databases = 0;

  /** `durable`: as an operator's server is, with every commit on the disk. */
  constructor({ durable = false } = {}) {
    this.#durable = durable;
    this.#programs = programs() ?? '';
    this.#folder = mkdtempSync(join(tmpdir(), 'pg-'));
    chmodSync(this.#folder, 0o700);
    if (isRoot()) chownSync(this.#folder, idOf('-u'), idOf('-g'));
    const options = ['--pgdata', this.#data, '--username', USER, '--auth', 'trust', '--no-sync', '--encoding', 'UTF8'];
    this.#run('initdb', options);
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  url(database = 'postgres'): string {
    return `postgres://${USER}@localhost/${database}?host=${this.#folder}`;
  }

  async start(): Promise<void> {
    const settings = [
      'listen_addresses=',
      `unix_socket_directories=${this.#folder}`,
      ...(this.#durable ? [] : CARELESS),
      'max_connections=200',
    ];
    const [program = '', ...args] = this.#command('postgres', [
      '-D',
      this.#data,
      ...settings.flatMap((one) => ['-c', one]),
    ]);
    this.#server = spawn(program, args, { stdio: 'ignore' });
    const until = Date.now() + PATIENCE_MS;
    while (!(await this.#answers())) {
      if (Date.now() > until || this.#server.exitCode !== null) throw new Error('PostgreSQL does not start');
      await wait(LOOK_AGAIN_MS);
    }
  }

  /** At once, as if it had crashed: every connection is lost. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGQUIT');
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** An empty database; gives its URL. */
  async database(): Promise<string> {
    const name = `test_${++this.#databases}`;
    await this.query(`create database ${name} template template0`);
    return this.url(name);
  }

  /** Whoever uses it is put out. */
  async drop(url: string): Promise<void> {
    await this.query(`drop database ${new URL(url).pathname.slice(1)} with (force)`);
  }

  #emptied: string | undefined;

  /** The same database each time, without rows: much quicker than a new one. Nobody may be using it any more. */
  async emptyDatabase(): Promise<string> {
    const url = await this.emptiedDatabase();
    await this.query(DELETE_ROWS, url);
    return url;
  }

  /** That database again, as it is. */
  async emptiedDatabase(): Promise<string> {
    this.#emptied ??= await this.database();
    return this.#emptied;
  }

  /** A connection of the caller's own, who ends it. */
  async connect(url: string): Promise<Client> {
    const client = new Client({ connectionString: url });
    await client.connect();
    return client;
  }

  async query(text: string, url = this.url()): Promise<Record<string, unknown>[]> {
    const client = await this.connect(url);
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end();
    }
  }

  /** Its tables and rows as SQL. */
  dump(url: string): string {
    const options = ['--inserts', '--column-inserts', '--no-owner', '--no-privileges', '--no-comments', url];
    const [command = '', ...args] = this.#command('pg_dump', options);
    return execFileSync(command, args, { encoding: 'utf8', cwd: this.#folder, maxBuffer: 2 ** 26 });
  }

  async #answers(): Promise<boolean> {
    return this.query('select 1').then(
      () => true,
      () => false,
    );
  }

  #run(program: string, args: string[]): void {
    const [command = '', ...rest] = this.#command(program, args);
    execFileSync(command, rest, { stdio: 'ignore', cwd: this.#folder });
  }

  /** PostgreSQL refuses to run as root. */
  #command(program: string, args: string[]): string[] {
    const path = join(this.#programs, program);
    return isRoot()
      ? ['setpriv', `--reuid=${USER}`, `--regid=${USER}`, '--clear-groups', path, ...args]
      : [path, ...args];
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, USER], { encoding: 'utf8' }));
}
