import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ClassifierModel } from '../src/core/nlu/classifier-model.ts';
import { simplificationTable } from './build/chinese.ts';
import type { CompiledKnowledge, Utterance } from './build/compiled.ts';
import { DataError, type DataFault } from './build/faults.ts';
import { contentHash, fingerprint } from './build/hash.ts';
import { readProviders } from './build/read-providers.ts';
import { readClients } from './build/read-clients.ts';
import { readErrors } from './build/read-errors.ts';
import { readTopic, topicIds } from './build/read-topics.ts';
import { readUtterances } from './build/read-utterances.ts';
import { readYaml } from './build/read.ts';
import { writeClassifier, writeKnowledge } from './build/write.ts';
import type { KnowledgeFiles } from './current.ts';
import { mx, sourceRegistry } from './schema.ts';

/** What is older than this, a build left that was killed: none takes so long, ms. */
const ABANDONED = 3_600_000;

export { knowledgeIsCurrent } from './current.ts';
export { DataError, describeFault } from './build/faults.ts';
export type { CompiledKnowledge, Utterance } from './build/compiled.ts';

/** Trains on the examples; may open the knowledge file at `path`, which is complete but for the classifier. */
export type Learn = (examples: readonly Utterance[], path: string) => ClassifierModel;

/** The folder of `output` is made. */
export interface BuildOptions extends KnowledgeFiles {
  learn?: Learn;
}

export interface BuildReport {
  hash: string;
  providers: number;
  domains: number;
  topics: number;
  utterances: number;
  /** Milliseconds. */
  took: number;
}

/**
 * Validates everything under `dataDir` and compiles it into one SQLite file, which replaces the old one by an
 * atomic rename. Throws DataError with all faults; then the old file stays as it was.
 */
export async function buildKnowledge({ dataDir, output, learn = learnNothing }: BuildOptions): Promise<BuildReport> {
  const began = performance.now();
  mkdirSync(dirname(output), { recursive: true });
  removeAbandoned(output);
  const knowledge = compileKnowledge(dataDir);
  const hash = contentHash(dataDir);
  const meta = { hash, fingerprint: fingerprint(dataDir), simplification: JSON.stringify(simplificationTable()) };
  // In containers that share a volume every process has the same id.
  const own = `${output}.${randomUUID()}`;
  const aside = `${own}.new`;
  // Whoever learns may keep the file open, which locks it: that one is a copy.
  const practice = `${own}.learn`;
  try {
    writeKnowledge(knowledge, meta, aside);
    copyFileSync(aside, practice);
    writeClassifier(learn(knowledge.utterances, practice), aside);
    renameSync(aside, output);
  } finally {
    rmSync(aside, { force: true });
    rmSync(practice, { force: true });
  }
  return {
    hash,
    providers: knowledge.providers.length,
    domains: knowledge.providers.reduce((sum, provider) => sum + provider.domains.length, 0),
    topics: new Set(knowledge.topics.map((topic) => topic.id)).size,
    utterances: knowledge.utterances.length,
    took: performance.now() - began,
  };
}

function removeAbandoned(output: string): void {
  const folder = dirname(output);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(output)}.`) || !/\.(?:new|learn)$/.test(name)) continue;
    const written = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs;
    if (written !== undefined && written < Date.now() - ABANDONED) rmSync(join(folder, name), { force: true });
  }
}

/** Reads and validates all sources. Throws DataError. */
export function compileKnowledge(dataDir: string): CompiledKnowledge {
  const faults: DataFault[] = [];
  const shared = readYaml(dataDir, 'sources.yaml', sourceRegistry, faults)?.value ?? {};
  const gateways = readYaml(dataDir, 'mx.yaml', mx, faults)?.value.gateways ?? [];
  const { providers, aliases } = readProviders(dataDir, shared, faults);
  const knowledge = {
    providers,
    aliases,
    gateways,
    topics: topicIds(dataDir).flatMap((id) => readTopic(dataDir, id, shared, faults)),
    errors: readErrors(dataDir, shared, faults),
    clients: readClients(dataDir, shared, faults),
    utterances: readUtterances(dataDir, faults),
  };
  if (faults.length > 0) throw new DataError(faults);
  return knowledge;
}

function learnNothing(): ClassifierModel {
  return {
    classes: [],
    buckets: 1,
    idf: new Uint8Array(1),
    weights: new Int8Array(0),
    scale: new Float32Array(0),
    bias: new Float32Array(0),
    temperature: 1,
  };
}
