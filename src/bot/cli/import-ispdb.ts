import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFacts } from '../../../data/importers/facts.ts';
import { ISPDB, readIspdb } from '../../../data/importers/ispdb.ts';
import type { FactsRecord } from '../../../data/importers/record.ts';
import { Owners } from '../../../data/importers/owners.ts';
import type { Slugs } from '../../../data/importers/slugs.ts';
import { type ImportOutcome, slugsWithSource, writeSource } from '../../../data/importers/write.ts';
import { type Checkout, readCheckout } from './checkout.ts';

const FOLDER = 'ispdb';

/** Reads a checkout of Mozilla's ISPDB into the imported parts. Throws when the folder is none. */
export function importIspdb(folder: string, dataDir: string, slugs: Slugs): ImportOutcome[] {
  const checkout = readCheckout(folder);
  if (!checkout || !existsSync(join(folder, FOLDER)))
    throw new Error(`${folder} is no git checkout of github.com/thunderbird/autoconfig`);
  const owners = new Owners(dataDir);
  const records = readAll(folder, checkout).map((record) => ({ ...record, id: owners.idOf(record, slugs) }));
  const providers = importFacts({ records, disagreements: [], mx: [] }, slugs);
  const known = new Set(providers.map(({ slug }) => slug));
  const gone = slugsWithSource(dataDir, ISPDB).filter((slug) => !known.has(slug));
  const outcomes = providers.map((provider) => writeSource(dataDir, provider, ISPDB));
  const nothing = { kind: 'mailbox', rank: 1, name: '', aliases: [], facts: { seen: {} } } as const;
  const emptied = gone.map((slug) => writeSource(dataDir, { ...nothing, aliases: [], slug }, ISPDB));
  noteCommit(dataDir, checkout);
  return [...outcomes, ...emptied];
}

function readAll(folder: string, checkout: Checkout): FactsRecord[] {
  const names = readdirSync(join(folder, FOLDER)).filter((name) => name.endsWith('.xml'));
  return names.sort().flatMap((name) => {
    try {
      return readIspdb(readFileSync(join(folder, FOLDER, name), 'utf8'), checkout.dateOf(`${FOLDER}/${name}`));
    } catch (cause) {
      throw new Error(`${name} cannot be read`, { cause });
    }
  });
}

/** The commit that was read is the source of these facts. */
function noteCommit(dataDir: string, { commit, date }: Checkout): void {
  const path = join(dataDir, 'sources.yaml');
  const before = readFileSync(path, 'utf8');
  const after = before.replace(/^ispdb:\n(?: +.*\n)*/m, (entry) =>
    entry.replace(/^( +commit: ).*$/m, `$1"${commit}"`).replace(/^( +seen: ).*$/m, `$1"${date}"`),
  );
  const same = before.includes(`commit: ${commit}\n`) && before.includes(`seen: "${date}"`);
  if (!same && after !== before) writeFileSync(path, after);
}
