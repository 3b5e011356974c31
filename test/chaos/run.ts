import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { packageRoot } from '../../src/bot/variables.ts';
import { type Row, table } from './report.ts';
import { missingPostgres, PostgresServer } from '../support/postgres.ts';
import { enumeratedDeaths, randomDeaths, stockDeaths } from './runs.ts';
import { type ChaosStore, postgresStore, SQLITE } from './stores.ts';

// `npm run chaos [-- --seeds 1,2,3] [--kills 50] [--people 10] [--stores sqlite,postgres] [--no-points] [--no-stock]`: kills the compiled bot again and
// again and shows what became of people's messages. Ends with 1 when ours lost, repeated or misplaced one.
const { values } = parseArgs({
  allowNegative: true,
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    kills: { type: 'string', default: '20' },
    people: { type: 'string', default: '8' },
    stores: { type: 'string', default: 'sqlite,postgres' },
    points: { type: 'boolean', default: true },
    stock: { type: 'boolean', default: true },
  },
});

const program = [join(packageRoot(), 'dist/src/bot/main.js')];
const kills = Number(values.kills);
const people = Number(values.people);
const seeds = values.seeds.split(',').map(Number);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function on(store: ChaosStore): Promise<Row[]> {
  const subject = { program, variables: {}, store };
  const rows: Row[] = [];
  for (const seed of seeds) rows.push(...(await randomDeaths(subject, { seed, kills }, people)));
  if (!values.points) return rows;
  for (const platform of ['slack', 'discord'] as const) rows.push(await enumeratedDeaths(subject, platform, say));
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
