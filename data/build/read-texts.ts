import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorEntries, SourceEntry } from '../schema.ts';
import { client, errors, topic, utterances } from '../schema.ts';
import { nameNormaliser } from './chinese.ts';
import type { CompiledClient, CompiledError, CompiledTopic, Utterance } from './compiled.ts';
import type { DataFault } from './faults.ts';
import { parseTopicText } from './markdown.ts';
import { type DataFile, readYaml } from './read.ts';
import { sourceOf, SourceResolver } from './sources.ts';

type Shared = Readonly<Record<string, SourceEntry>>;
const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'];

/** Files of one kind in a folder of the data, sorted; none when the folder is missing. */
export function listFiles(dataDir: string, folder: string, extension: string): string[] {
  const path = join(dataDir, folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith(extension));
  return names.sort().map((name) => `${folder}/${name}`);
}

export function readTopics(dataDir: string, shared: Shared, faults: DataFault[]): CompiledTopic[] {
  const path = join(dataDir, 'topics');
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((id) => readTopic(dataDir, id, shared, faults));
}

function readTopic(dataDir: string, id: string, shared: Shared, faults: DataFault[]): CompiledTopic[] {
  const file = readYaml(dataDir, `topics/${id}/topic.yaml`, topic, faults);
  if (!file) return [];
  checkId(file, id, faults);
  const resolver = new SourceResolver(shared, file.value.sources);
  const sources = resolver.resolve(Object.keys(file.value.sources ?? {}));
  const { intent } = file.value;
  return LANGUAGES.flatMap((language): CompiledTopic[] => {
    const name = `topics/${id}/${language}.md`;
    if (!existsSync(join(dataDir, name))) {
      faults.push({ file: name, reason: 'missing: a topic is written in every language' });
      return [];
    }
    const text = parseTopicText(readFileSync(join(dataDir, name), 'utf8'));
    if ('reason' in text) {
      faults.push({ file: name, ...text });
      return [];
    }
    return [{ id, intent, language, ...text, sources }];
  });
}

export function readClients(dataDir: string, shared: Shared, faults: DataFault[]): CompiledClient[] {
  const normalise = nameNormaliser();
  const foldNames = (names: readonly string[]) => [...new Set(names.map(normalise))];
  return listFiles(dataDir, 'clients', '.yaml').flatMap((name): CompiledClient[] => {
    const file = readYaml(dataDir, name, client, faults);
    if (!file) return [];
    checkId(file, name.slice('clients/'.length, -'.yaml'.length), faults);
    const resolver = new SourceResolver(shared, file.value.sources);
    const guides = file.value.guides.map(({ platform, version, steps, source }) => ({
      ...(platform === undefined ? {} : { platform }),
      ...(version === undefined ? {} : { version }),
      steps: present(steps),
      sources: resolver.resolve(source),
    }));
    reportUnknown(resolver, name, faults);
    const { id, names, alsoProvider } = file.value;
    return [{ id, name: names[0] ?? id, names: foldNames(names), alsoProvider, guides }];
  });
}

/** Families in the order of their file names: what is specific to a provider comes before what is general. */
export function readErrors(dataDir: string, shared: Shared, faults: DataFault[]): CompiledError[] {
  const ids = new Set<string>();
  return listFiles(dataDir, 'errors', '.yaml').flatMap((name) => {
    const resolver = new SourceResolver(shared);
    const entries = readYaml(dataDir, name, errors, faults)?.value ?? [];
    const compiled = entries.map((entry) => compileError(entry, resolver));
    for (const { id } of entries) {
      if (ids.has(id)) faults.push({ file: name, reason: `id "${id}" is taken` });
      ids.add(id);
    }
    reportUnknown(resolver, name, faults);
    return compiled;
  });
}

function compileError(entry: ErrorEntries[number], resolver: SourceResolver): CompiledError {
  const { source, finding, provider, meaning, todo, ...rest } = entry;
  return {
    ...rest,
    ...(finding === undefined ? {} : { finding }),
    ...(provider === undefined ? {} : { provider }),
    meaning: present(meaning),
    todo: present(todo),
    sources: isInline(source) ? [sourceOf(entry.id, source)] : resolver.resolve(source ?? []),
  };
}

function isInline(source: ErrorEntries[number]['source']): source is SourceEntry {
  return typeof source === 'object' && !Array.isArray(source);
}

export function readUtterances(dataDir: string, faults: DataFault[]): Utterance[] {
  return listFiles(dataDir, 'utterances', '.yaml').flatMap((name) => {
    const intent = name.slice('utterances/'.length, -'.yaml'.length);
    const file = readYaml(dataDir, name, utterances, faults);
    return Object.entries(file?.value ?? {}).flatMap(([language, texts]) =>
      texts.map((text) => ({ text, intent, language })),
    );
  });
}

function checkId(file: DataFile<{ id: string }>, expected: string, faults: DataFault[]): void {
  if (file.value.id === expected) return;
  faults.push({
    file: file.file,
    line: file.lineOf(['id']),
    reason: `id is "${file.value.id}", the name says "${expected}"`,
  });
}

export function reportUnknown(resolver: SourceResolver, file: string, faults: DataFault[]): void {
  for (const key of resolver.unknown) faults.push({ file, reason: `unknown source "${key}"` });
}

function present<Value>(texts: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]): [string, Value][] =>
      text === undefined ? [] : [[language, text]],
    ),
  );
}
