import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { packageRoot } from '../../src/bot/variables.ts';
import { type Row, table } from './report.ts';
import { enumeratedDeaths, randomDeaths, stockDeaths, type Subject } from './runs.ts';
import { SQLITE } from './stores.ts';

// `npm run chaos [-- --seeds 1,2,3] [--kills 50] [--people 10] [--no-points] [--no-stock]`: kills the compiled bot again and
// again and shows what became of people's messages. Ends with 1 when ours lost, repeated or misplaced one.
const { values } = parseArgs({
  allowNegative: true,
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    kills: { type: 'string', default: '20' },
    people: { type: 'string', default: '8' },
    points: { type: 'boolean', default: true },
    stock: { type: 'boolean', default: true },
  },
});

const subject: Subject = {
  program: [join(packageRoot(), 'dist/src/bot/main.js')],
  variables: { LOG_LEVEL: 'info' },
  store: SQLITE,
};
const kills = Number(values.kills);
const people = Number(values.people);
const seeds = values.seeds.split(',').map(Number);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function ours(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const seed of seeds) rows.push(...(await randomDeaths(subject, { seed, kills }, people)));
  if (!values.points) return rows;
  for (const platform of ['slack', 'discord'] as const) rows.push(await enumeratedDeaths(subject, platform, say));
  return rows;
}

const rows = await ours();
const stock = values.stock ? [await stockDeaths({ seed: seeds[0] ?? 1, kills }, people)] : [];
say(table([...rows, ...stock]));
process.exitCode = rows.some((one) => one.lost + one.repeated + one.misplaced > 0) ? 1 : 0;
