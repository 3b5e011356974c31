import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isSeq, parse, visit, YAMLMap, YAMLSeq } from 'yaml';
import { type ImportedFacts, provider as providerSchema, type ProviderEntry, type ServerEntry } from '../schema.ts';
import type { ImportedProvider } from './facts.ts';
import { mergeSource } from './merge-source.ts';

const LINE_WIDTH = 120;

/** The imported part of a file: its key and all that is indented under it. */
const IMPORTED_PART = /^imported:.*\n?(?:[ \t]+.*\n?|\n)*/m;

/** What an import did to one provider file. */
export interface ImportOutcome {
  slug: string;
  change: 'new' | 'changed' | 'unchanged';
  /** Facts that came or went, one a line. */
  differences: string[];
  /** Curated facts that the import says otherwise; the curated ones stay. */
  disagreements: string[];
}

/** Replaces what one source says in the `imported` part of a provider file, and nothing else. */
export function writeSource(dataDir: string, imported: ImportedProvider, source: string): ImportOutcome {
  const before = importedPart(dataDir, imported.slug);
  return writeImported(dataDir, { ...imported, facts: mergeSource(before, imported.facts, source) });
}

/** Slugs of the files whose imported part names a source. */
export function slugsWithSource(dataDir: string, source: string): string[] {
  const slugs = readdirSync(join(dataDir, 'providers')).map((name) => name.replace(/\.yaml$/, ''));
  return slugs.filter((slug) => importedPart(dataDir, slug)?.seen[source] !== undefined);
}

function importedPart(dataDir: string, slug: string): ImportedFacts | undefined {
  const path = join(dataDir, 'providers', `${slug}.yaml`);
  return existsSync(path) ? providerSchema.parse(parse(readFileSync(path, 'utf8'))).imported : undefined;
}

/** Replaces the `imported` part of a provider file; everything else stays as it was written. */
export function writeImported(dataDir: string, imported: ImportedProvider): ImportOutcome {
  const path = join(dataDir, 'providers', `${imported.slug}.yaml`);
  const block = render({ imported: imported.facts });
  if (!existsSync(path)) {
    writeFileSync(path, `${render(newFile(imported))}${block}`);
    return { slug: imported.slug, change: 'new', differences: [], disagreements: [] };
  }
  const before = readFileSync(path, 'utf8');
  const old = providerSchema.parse(parse(before)).imported;
  const differences = differencesOf(old, imported.facts);
  // The same facts in another layout are no change.
  const unchanged = old !== undefined && isDeepStrictEqual(old, imported.facts);
  const after = unchanged ? before : `${before.replace(IMPORTED_PART, '').trimEnd()}\n${block}`;
  if (after !== before) writeFileSync(path, after);
  const entry = providerSchema.parse(parse(after));
  return {
    slug: imported.slug,
    change: after === before ? 'unchanged' : 'changed',
    differences,
    disagreements: disagreementsWith(entry, imported.facts),
  };
}

/** Servers, domains and traits that came or went. */
function differencesOf(before: ImportedFacts | undefined, after: ImportedFacts): string[] {
  const [old, now] = [statements(before), statements(after)];
  return [
    ...[...now].filter((one) => !old.has(one)).map((one) => `+ ${one}`),
    ...[...old].filter((one) => !now.has(one)).map((one) => `- ${one}`),
  ];
}

function statements(facts: ImportedFacts | undefined): Set<string> {
  return new Set([
    ...(facts?.servers ?? []).map((server) => describe(server)),
    ...Object.values(facts?.domains ?? {}).flat(),
    ...(facts?.traits ?? []).map((trait) => trait.code),
  ]);
}

function disagreementsWith(entry: ProviderEntry, facts: ImportedFacts): string[] {
  const curated = entry.servers ?? [];
  return (facts.servers ?? [])
    .filter((server) => curated.some((own) => own.protocol === server.protocol))
    .filter((server) => !curated.some((own) => isSameServer(own, server)))
    .map((server) => `${entry.id}: ${[server.source].flat().join(', ')} says ${describe(server)}`);
}

function isSameServer(a: ServerEntry, b: ServerEntry): boolean {
  return a.protocol === b.protocol && a.host === b.host && a.port === b.port && a.security === b.security;
}

function describe({ protocol, host, port, security }: ServerEntry): string {
  return `${protocol} ${host}:${port} ${security}`;
}

function newFile({ slug, kind, rank, name, aliases }: ImportedProvider): Partial<ProviderEntry> {
  const local = /\(([\p{Script=Han}\w]*\p{Script=Han}[\p{Script=Han}\w]*)\)/u.exec(name)?.[1];
  const english = name.replace(/\s*\(.*\)\s*$/, '').trim();
  return {
    id: slug,
    kind,
    rank,
    names: {
      en: english === '' || english.includes('%') ? slug : english,
      ...(local === undefined ? {} : { 'zh-Hans': local }),
    },
    ...(aliases.length > 0 ? { aliases } : {}),
  };
}

/** One line for each server, trait and list of domains: what reads best in a review. */
function render(value: object): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Collection(_, node, path) {
      const holder = path.findLast((parent) => isSeq(parent));
      const isLeafList = isSeq(node) && node.items.every((item) => !isMap(item) && !isSeq(item));
      if (node instanceof YAMLMap && holder instanceof YAMLSeq) node.flow = true;
      if (isLeafList && node instanceof YAMLSeq) node.flow = true;
    },
  });
  const names = document.get('names');
  if (names instanceof YAMLMap) names.flow = true;
  return document.toString({ lineWidth: 0 }).split('\n').map(wrap).join('\n');
}

/** Breaks a long flow line after commas; a line with quotes stays whole, a comma may be part of its text. */
function wrap(line: string): string {
  if (line.length <= LINE_WIDTH || line.includes('"')) return line;
  const indent = ' '.repeat(line.search(/[^ -]/) + 2);
  const [first = '', ...rest] = line.split(', ');
  const lines = [first];
  for (const part of rest) {
    const last = `${lines.at(-1) ?? ''}, ${part}`;
    if (last.length < LINE_WIDTH) lines[lines.length - 1] = last;
    else lines.push(indent + part);
  }
  return lines.join(',\n');
}
