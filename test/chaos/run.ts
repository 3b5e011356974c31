import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { packageRoot } from '../../src/bot/variables.ts';
import { missingPostgres, PostgresServer } from '../support/postgres.ts';
import { commitPoints } from './commit-points.ts';
import { from } from './enumeration.ts';
import { isClean } from './oracle.ts';
import { randomDeaths, stockDeaths } from './random-deaths.ts';
import { type Report, summed, written } from './report.ts';
import type { Side } from './side.ts';
import { type ChaosStore, postgresStore, SQLITE } from './stores.ts';

// `npm run chaos`; docs/chaos.md says what it takes. Kills the compiled bot again and again and shows what became of
// people's messages. Ends with 1 when ours lost, repeated or misplaced one.
const { values } = parseArgs({
  allowNegative: true,
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    kills: { type: 'string', default: '20' },
    people: { type: 'string', default: '4' },
    askers: { type: 'string', default: '3' },
    stores: { type: 'string', default: 'sqlite,postgres,roles' },
    platforms: { type: 'string', default: 'slack,discord' },
    commits: { type: 'string', default: '1-' },
    'at-once': { type: 'string', default: '2' },
    short: { type: 'boolean', default: false },
    random: { type: 'boolean', default: true },
    points: { type: 'boolean', default: true },
    stock: { type: 'boolean', default: true },
  },
});

const program = [join(packageRoot(), 'dist/src/bot/main.js')];
const kills = values.short ? 3 : Number(values.kills);
const crowd = values.short
  ? { people: 2, askers: 1 }
  : { people: Number(values.people), askers: Number(values.askers) };
const seeds = values.short ? [1] : values.seeds.split(',').map(Number);
/** Of the short run, which fits in a minute; of a long one all. */
const COMMITS = [8];
const AT_ONCE = Number(values['at-once']);
const platforms = (values.short ? 'slack' : values.platforms).split(',') as Side['name'][];
const stores = values.short ? ['sqlite', 'roles'] : values.stores.split(',');

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `5-20`, or `5-` for all from there. */
function chosenCommits(): Iterable<number> {
  if (values.short) return COMMITS;
  const [first = 1, last] = values.commits.split('-').map((one) => (one === '' ? undefined : Number(one)));
  return from(first, last);
}

async function on(store: ChaosStore): Promise<Report[]> {
  const subject = { program, variables: {}, store };
  const runs: Report[] = [];
  for (const seed of values.random ? seeds : []) {
    runs.push(await randomDeaths(subject, { seed, kills }, crowd, say));
  }
  const reports = runs.length > 1 ? [summed(`${store.name}, seeds ${seeds.join(', ')}`, runs)] : runs;
  // A commit has its number only where no other process commits meanwhile.
  const points = values.points && store.roles.length === 1 ? platforms : [];
  for (const platform of points)
    reports.push(await commitPoints({ subject, platform, say, commits: chosenCommits(), atOnce: AT_ONCE }));
  return reports;
}

async function onPostgres(name: string, roles: ChaosStore['roles']): Promise<Report[]> {
  if (missingPostgres() !== undefined) return [];
  const server = new PostgresServer();
  try {
    await server.start();
    return await on(postgresStore(server, name, roles));
  } finally {
    await server.remove();
  }
}

const STORES: Record<string, () => Promise<Report[]>> = {
  sqlite: () => on(SQLITE),
  postgres: () => onPostgres('PostgreSQL', ['all']),
  roles: () => onPostgres('PostgreSQL, by roles', ['ingress', 'worker', 'worker', 'web']),
};

const reports: Report[] = [];
for (const name of stores) reports.push(...((await STORES[name]?.()) ?? []));
const stock = values.stock && !values.short ? [await stockDeaths({ seed: seeds[0] ?? 1, kills }, crowd.people)] : [];
say([...reports, ...stock].map((report) => written(report)).join('\n\n'));
const clean = reports.every(({ rows, leftOver }) => leftOver === 0 && rows.every((row) => isClean(row)));
process.exitCode = clean ? 0 : 1;
