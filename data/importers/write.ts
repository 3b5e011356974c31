import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, isMap, isSeq, parse, visit, YAMLMap, YAMLSeq } from 'yaml';
import { type ImportedFacts, provider as providerSchema, type ProviderEntry, type ServerEntry } from '../schema.ts';
import type { ImportedProvider } from './facts.ts';

const LINE_WIDTH = 120;

/** What an import did to one provider file. */
export interface ImportOutcome {
  slug: string;
  change: 'new' | 'changed' | 'unchanged';
  /** Curated facts that the import says otherwise; the curated ones stay. */
  disagreements: string[];
}

/** Replaces the `imported` part of a provider file, which is its last; everything above stays as it was written. */
export function writeImported(dataDir: string, imported: ImportedProvider): ImportOutcome {
  const path = join(dataDir, 'providers', `${imported.slug}.yaml`);
  const block = render({ imported: imported.facts });
  if (!existsSync(path)) {
    writeFileSync(path, `${render(newFile(imported))}${block}`);
    return { slug: imported.slug, change: 'new', disagreements: [] };
  }
  const before = readFileSync(path, 'utf8');
  const curated = before.replace(/^imported:[\s\S]*$/m, '');
  const after = `${curated.trimEnd()}\n${block}`;
  if (after !== before) writeFileSync(path, after);
  const entry = providerSchema.parse(parse(after));
  return {
    slug: imported.slug,
    change: after === before ? 'unchanged' : 'changed',
    disagreements: disagreementsWith(entry, imported.facts),
  };
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
