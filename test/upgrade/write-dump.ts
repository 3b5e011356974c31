import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore, STATE_FILE, type StoreOptions } from '../../src/adapters/storage/index.ts';
import { packageRoot } from '../../src/bot/variables.ts';
import { testKnowledge } from '../support/knowledge.ts';
import { PostgresServer } from '../support/postgres-server.ts';
import { DUMPS, dumpSqlite, FILES, readablePostgres } from './dumps.ts';
import { DUMP_KEY } from './house.ts';
import { liveThrough } from './story.ts';

// `npm run dump-state`: what this release leaves in a state, for the tests of all that come after it. Needs PostgreSQL.

const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
const folder = join(DUMPS, version);
const scratch = mkdtempSync(join(tmpdir(), 'postilion-dump-'));
const server = new PostgresServer();

async function lived(options: StoreOptions): Promise<void> {
  const store = await openStore({ ...options, secretKey: DUMP_KEY });
  await liveThrough(store, testKnowledge());
  // As a crash leaves it: nothing is stopped or given back.
}

try {
  await server.start();
  const databaseUrl = await server.database();
  await lived({ stateDir: join(scratch, 'file') });
  await lived({ stateDir: join(scratch, 'database'), databaseUrl });
  mkdirSync(folder, { recursive: true });
  const file = new Database(join(scratch, 'file', STATE_FILE), { readonly: true });
  writeFileSync(join(folder, FILES.sqlite), dumpSqlite(file));
  writeFileSync(join(folder, FILES.postgres), readablePostgres(server.dump(databaseUrl)));
  process.stdout.write(`${folder}\n`);
} finally {
  await server.remove();
  rmSync(scratch, { recursive: true, force: true });
}
process.exit(0);
