import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { buildDeleteIndex } from '../../src/core/providers/index.ts';
import type { ClassifierModel } from '../../src/core/nlu/classifier-model.ts';
import type { CompiledKnowledge } from './compiled.ts';
import { aliasWords, domainWords, hostOwners, hostWords, type Word } from './words.ts';

const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE provider (id TEXT PRIMARY KEY, rank INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE domain (name TEXT PRIMARY KEY, provider TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE host (name TEXT PRIMARY KEY, provider TEXT NOT NULL, retired INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE alias (name TEXT, provider TEXT, weak INTEGER NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (name, provider)) WITHOUT ROWID;
  CREATE TABLE mx (suffix TEXT PRIMARY KEY, provider TEXT, certain INTEGER NOT NULL, gateway TEXT) WITHOUT ROWID;
  CREATE TABLE word (kind TEXT, number INTEGER, word TEXT NOT NULL, provider TEXT NOT NULL, PRIMARY KEY (kind, number)) WITHOUT ROWID;
  CREATE TABLE delete_index (kind TEXT PRIMARY KEY, bits INTEGER NOT NULL, starts BLOB NOT NULL, checks BLOB NOT NULL, words BLOB NOT NULL);
  CREATE TABLE topic (id TEXT, language TEXT, intent TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id, language)) WITHOUT ROWID;
  CREATE TABLE error (id TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE client (id TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE example (position INTEGER PRIMARY KEY, text TEXT NOT NULL, intent TEXT NOT NULL, language TEXT NOT NULL);
  CREATE TABLE classifier (field TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
`;

/** Writes a complete knowledge file at `path`, which must not exist; the classifier is added afterwards. */
export function writeKnowledge(
  knowledge: CompiledKnowledge,
  meta: Readonly<Record<string, string>>,
  path: string,
): void {
  const database = new Database(path);
  try {
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.exec(TABLES);
    database.transaction(() => {
      fillTable(database, 'meta', Object.entries(meta));
      writeProviders(database, knowledge);
      writeTexts(database, knowledge);
    })();
  } finally {
    database.close();
  }
}

export function writeClassifier(model: ClassifierModel, path: string): void {
  const database = new Database(path);
  try {
    const { idf, weights, scale, bias, ...plain } = model;
    const rows: [string, Buffer][] = [['plain', Buffer.from(JSON.stringify(plain))]];
    const fields = { idf, weights: packed(weights, idf, plain.classes.length), scale, bias };
    for (const [field, array] of Object.entries(fields)) rows.push([field, bytesOf(array)]);
    fillTable(database, 'classifier', rows);
  } finally {
    database.close();
  }
  flush(path);
}

/** Half of the buckets have no weights, because no example falls into them: their rows are left out. */
function packed(weights: Int8Array, idf: Uint8Array, width: number): Int8Array {
  const rows = new Int8Array(idf.filter((rarity) => rarity > 0).length * width);
  let to = 0;
  for (let bucket = 0; bucket < idf.length; bucket++) {
    if (idf[bucket] === 0) continue;
    rows.set(weights.subarray(bucket * width, (bucket + 1) * width), to);
    to += width;
  }
  return rows;
}

/** The rename that follows must not be durable before the content is. */
function flush(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

function writeProviders(database: Database.Database, { providers, aliases, gateways }: CompiledKnowledge): void {
  const hosts = hostOwners(providers);
  const ranks = new Map(providers.map(({ id, rank }) => [id, rank]));
  fillTable(
    database,
    'provider',
    providers.map((provider) => [provider.id, provider.rank, JSON.stringify(provider)]),
  );
  fillTable(
    database,
    'domain',
    providers.flatMap(({ id, domains }) => domains.map((name) => [name, id])),
  );
  fillTable(
    database,
    'host',
    [...hosts].map(([name, { provider, retired }]) => [name, provider, Number(retired)]),
  );
  fillTable(
    database,
    'alias',
    aliases.map(({ name, provider, weak }) => [name, provider, Number(weak), ranks.get(provider) ?? 0]),
  );
  fillTable(database, 'mx', [
    ...providers.flatMap(({ id, mx }) => mx.map(({ suffix, certain }) => [suffix, id, Number(certain), null])),
    ...gateways.map(({ suffix, name }) => [suffix, null, 0, name]),
  ]);
  writeWords(database, 'domain', domainWords(providers));
  writeWords(database, 'host', hostWords(hosts, providers));
  writeWords(database, 'alias', aliasWords(aliases));
}

function writeWords(database: Database.Database, kind: string, words: readonly Word[]): void {
  fillTable(
    database,
    'word',
    words.map(({ word, provider }, number) => [kind, number, word, provider]),
  );
  const { bits, starts, checks, words: numbers } = buildDeleteIndex(words);
  fillTable(database, 'delete_index', [[kind, bits, bytesOf(starts), bytesOf(checks), bytesOf(numbers)]]);
}

function writeTexts(database: Database.Database, { topics, errors, clients, utterances }: CompiledKnowledge): void {
  fillTable(
    database,
    'example',
    utterances.map(({ text, intent, language }, position) => [position, text, intent, language]),
  );
  fillTable(
    database,
    'topic',
    topics.map((topic) => [topic.id, topic.language, topic.intent, JSON.stringify(topic)]),
  );
  fillTable(
    database,
    'error',
    errors.map((error, position) => [error.id, position, JSON.stringify(error)]),
  );
  fillTable(
    database,
    'client',
    clients.map((client, position) => [client.id, position, JSON.stringify(client)]),
  );
}

function fillTable(database: Database.Database, table: string, rows: readonly (readonly unknown[])[]): void {
  const [first] = rows;
  if (!first) return;
  const insert = database.prepare(`INSERT INTO ${table} VALUES (${first.map(() => '?').join(', ')})`);
  for (const row of rows) insert.run(...row);
}

function bytesOf(array: Uint32Array | Uint8Array | Int8Array | Float32Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}
