import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type OwnTopic } from '../../core/index.ts';
import { parseTopic, type TopicFault, type TopicFile } from './parse.ts';

export interface ReadTopics {
  topics: OwnTopic[];
  faults: TopicFault[];
}

/** `parking.md`, and `parking.zh-Hans.md` for another language. */
const NAME = /^([a-z0-9][a-z0-9-]{0,39})(?:\.([A-Za-z-]{2,12}))?\.md$/;
const MOST_FILES = 400;
const LARGEST = 64 * 1024;

/** A good version of a file, by its name: it stays in use while a newer one has a fault. */
export type GoodFiles = Map<string, TopicFile>;

/**
 * Reads the topics of a folder; files of other kinds are nobody's business. `good` is kept up to date: what is gone
 * is forgotten. A folder that cannot be read is a fault, and changes nothing.
 */
export function readTopics(folder: string, language: string, good: GoodFiles = new Map()): ReadTopics {
  const names = listed(folder);
  if (!Array.isArray(names)) return { topics: assembled(good, language), faults: [names] };
  const faults = names.flatMap((name) => refresh(folder, name, good) ?? []);
  for (const name of good.keys()) if (!names.includes(name)) good.delete(name);
  return { topics: assembled(good, language), faults: [...faults, ...doubled(good, language)] };
}

function listed(folder: string): string[] | TopicFault {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.md') && !name.startsWith('.'));
    if (names.length > MOST_FILES) return { file: folder, line: 0, reason: `holds more than ${MOST_FILES} files` };
    return names.sort();
  } catch (error) {
    return { file: folder, line: 0, reason: `cannot be read (${codeOf(error)})` };
  }
}

function refresh(folder: string, name: string, good: GoodFiles): TopicFault | undefined {
  const [, , language] = NAME.exec(name) ?? [];
  if (!NAME.test(name)) return { file: name, line: 0, reason: 'is no name like parking.md or parking.zh-Hans.md' };
  if (language !== undefined && !LANGUAGES.includes(language))
    return { file: name, line: 0, reason: `"${language}" is none of ${LANGUAGES.join(', ')}` };
  const read = fileOf(folder, name);
  if ('reason' in read) return read;
  good.set(name, read);
  return undefined;
}

function fileOf(folder: string, name: string): TopicFile | TopicFault {
  try {
    const path = join(folder, name);
    if (statSync(path).size > LARGEST) return { file: name, line: 0, reason: `is larger than ${LARGEST / 1024} KiB` };
    return parseTopic(name, readFileSync(path, 'utf8'));
  } catch (error) {
    return { file: name, line: 0, reason: `cannot be read (${codeOf(error)})` };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** A file without a language is in the operator's own. */
function assembled(good: GoodFiles, own: string): OwnTopic[] {
  const byId = new Map<string, [language: string, file: TopicFile][]>();
  for (const [name, file] of good) {
    const [, id = '', language = own] = NAME.exec(name) ?? [];
    byId.set(id, [...(byId.get(id) ?? []), [language, file]]);
  }
  return [...byId].map(([id, files]) => {
    const ordered = files.toSorted((a, b) => Number(b[0] === own) - Number(a[0] === own));
    return {
      id,
      title: Object.fromEntries(ordered.map(([language, file]) => [language, file.title])),
      answer: Object.fromEntries(ordered.map(([language, file]) => [language, file.answer])),
      questions: ordered.flatMap(([, file]) => file.questions),
    };
  });
}

/** The same language twice: once named, once as the operator's own. */
function doubled(good: GoodFiles, own: string): TopicFault[] {
  return [...good.keys()].flatMap((name) => {
    const [, id, language] = NAME.exec(name) ?? [];
    const twice = language === own && good.has(`${id}.md`);
    return twice ? [{ file: name, line: 0, reason: `is in the same language as ${id}.md` }] : [];
  });
}
