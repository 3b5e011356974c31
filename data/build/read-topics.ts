import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SourceEntry, topic } from '../schema.ts';
import type { CompiledTopic } from './compiled.ts';
import type { DataFault } from './faults.ts';
import { checkId } from './files.ts';
import { parseTopicText, type TopicText } from './markdown.ts';
import { readYaml } from './read.ts';
import { SourceResolver } from './sources.ts';

type Shared = Readonly<Record<string, SourceEntry>>;
const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'];

/** Ids of all topics: the folders under `topics`. */
export function topicIds(dataDir: string): string[] {
  const path = join(dataDir, 'topics');
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/** One topic in all its languages. */
export function readTopic(dataDir: string, id: string, shared: Shared, faults: DataFault[]): CompiledTopic[] {
  const file = readYaml(dataDir, `topics/${id}/topic.yaml`, topic, faults);
  if (!file) return [];
  checkId(file, id, faults);
  const { intent, asks } = file.value;
  const sources = new SourceResolver(shared, file.value.sources).resolve(Object.keys(file.value.sources ?? {}));
  return LANGUAGES.flatMap((language): CompiledTopic[] => {
    const path = `topics/${id}/${language}.md`;
    const text = readText(dataDir, path, faults);
    if (text && (text.question === undefined) !== (asks === undefined))
      faults.push({ file: path, reason: '"## question" and "asks" in topic.yaml belong together' });
    return text ? [{ id, intent, language, ...text, ...(asks !== undefined && { asks }), sources }] : [];
  });
}

function readText(dataDir: string, file: string, faults: DataFault[]): TopicText | undefined {
  const path = join(dataDir, file);
  if (!existsSync(path)) {
    faults.push({ file, reason: 'missing: a topic is written in every language' });
    return undefined;
  }
  const text = parseTopicText(readFileSync(path, 'utf8'));
  if (!('reason' in text)) return text;
  faults.push({ file, ...text });
  return undefined;
}
