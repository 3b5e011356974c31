import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildKnowledgeFile } from '../src/bot/knowledge-files.ts';
import { learnIntents, type IntentName } from '../src/core/index.ts';
import { packageRoot } from '../src/bot/variables.ts';
import { compiled, said, spawnNode, startArguments, timed } from './support/child.ts';
import { countOf, median, ratio, type Row, time } from './support/figures.ts';
import { packagesOf } from './support/package-graph.ts';
import { inScratch } from './support/scratch.ts';
import { currentKnowledge, examples, KNOWLEDGE_FILES, sample } from './support/sources.ts';

/** What a start with the web page alone runs through; `main` itself would start. */
const MODULES = ['run', 'environment', 'start'].map((name) => compiled(`src/bot/${name}.js`));
const WEB = compiled('src/adapters/web/index.js');
const READY = /http:\/\/localhost:\d+/;

/** From nothing to a page that can be opened, beside loading the packages and modules and doing nothing with them. */
export async function startPart(share: number): Promise<Row[]> {
  (await currentKnowledge()).close();
  const packages = packagesOf([...MODULES, WEB]);
  const modules = [...MODULES, WEB].map((path) => pathToFileURL(path).href);
  const [whole, bare, loaded]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < countOf(11, share); round++) {
    whole.push(
      await inScratch((folder) =>
        timed(
          () => startedIn(folder),
          (child) => said(child, READY),
        ),
      ),
    );
    bare.push(
      await timed(
        () => importing(packages),
        (child) => said(child, /imported/),
      ),
    );
    loaded.push(
      await timed(
        () => importing(modules),
        (child) => said(child, /imported/),
      ),
    );
  }
  return [
    {
      what: 'start: process to "ready"',
      median: time(median(whole)),
      ratio: ratio(median(whole), median(bare), `its ${packages.length} imports (${time(median(bare))})`),
      budget: '≤ 1.3 ×',
      met: median(whole) <= 1.3 * median(bare),
    },
    {
      what: 'start: the same, beside loading our modules too',
      median: time(median(whole)),
      ratio: ratio(median(whole), median(loaded), `all its modules (${time(median(loaded))})`),
    },
    ...(await knowledgeRows(share)),
  ];
}

function startedIn(folder: string): ChildProcess {
  return spawnNode(startArguments(), {
    POSTILION_STATE_DIR: join(folder, 'state'),
    TERMINAL: 'off',
    WEB_PORT: '0',
    LOG_LEVEL: 'silent',
  });
}

function importing(specifiers: readonly string[]): ChildProcess {
  const imports = specifiers.map((specifier) => `import ${JSON.stringify(specifier)};`).join('\n');
  // Packages are found from where it runs.
  return spawnNode(
    ['--input-type=module', '--eval', `${imports}\nprocess.stdout.write('imported');`],
    {},
    packageRoot(),
  );
}

async function knowledgeRows(share: number): Promise<Row[]> {
  const { took } = await inScratch((folder) =>
    buildKnowledgeFile({ ...KNOWLEDGE_FILES, output: join(folder, 'knowledge.sqlite') }),
  );
  const knowledge = await currentKnowledge();
  const all = examples() as { text: string; intent: IntentName }[];
  const taught = sample(all, countOf(all.length, share));
  const began = performance.now();
  learnIntents(taught, knowledge);
  const training = performance.now() - began;
  knowledge.close();
  return [
    { what: 'build of all knowledge, training included', median: time(took), budget: '≤ 15 s', met: took <= 15_000 },
    { what: `training on ${taught.length} examples`, median: time(training) },
  ];
}
