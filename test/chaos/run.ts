import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { packageRoot } from '../../src/bot/variables.ts';
import { type Row, table } from './report.ts';
import { missingPostgres, PostgresServer } from '../support/postgres.ts';
import { enumeratedDeaths, randomDeaths, stockDeaths } from './runs.ts';
import { type ChaosStore, postgresStore, SQLITE } from './stores.ts';

// `npm run chaos [-- --short] [--seeds 1,2,3] [--kills 20] [--people 8] [--stores sqlite,postgres] [--no-points] [--no-stock]`:
// kills the compiled bot again and again and shows what became of people's messages. Ends with 1 when ours lost, repeated or
// misplaced one.
const { values } = parseArgs({
  allowNegative: true,
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    kills: { type: 'string', default: '20' },
    people: { type: 'string', default: '8' },
    stores: { type: 'string', default: 'sqlite,postgres' },
    short: { type: 'boolean', default: false },
    points: { type: 'boolean', default: true },
    stock: { type: 'boolean', default: true },
  },
});

const program = [join(packageRoot(), 'dist/src/bot/main.js')];
const kills = values.short ? 3 : Number(values.kills);
const people = values.short ? 4 : Number(values.people);
const seeds = values.short ? [1] : values.seeds.split(',').map(Number);
/** Of the short run; of a long one all. */
const COMMITS = [3, 8, 13];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function on(store: ChaosStore): Promise<Row[]> {
  const subject = { program, variables: {}, store };
  const rows: Row[] = [];
  for (const seed of seeds) rows.push(...(await randomDeaths(subject, { seed, kills }, people)));
  if (!values.points) return rows;
  for (const platform of ['slack', 'discord'] as const)
    rows.push(await enumeratedDeaths(subject, platform, say, values.short ? COMMITS : undefined));
  return rows;
}

async function onPostgres(): Promise<Row[]> {
  if (missingPostgres() !== undefined) return [];
  const server = new PostgresServer();
  try {
    await server.start();
    return await on(postgresStore(server));
  } finally {
    await server.remove();
  }
}

const stores = values.stores.split(',');
const rows = [
  ...(stores.includes('sqlite') ? await on(SQLITE) : []),
  ...(stores.includes('postgres') ? await onPostgres() : []),
];
const stock = values.stock ? [await stockDeaths({ seed: seeds[0] ?? 1, kills }, people)] : [];
say(table([...rows, ...stock]));
process.exitCode = rows.some((one) => one.lost + one.repeated + one.misplaced > 0) ? 1 : 0;
