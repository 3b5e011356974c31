import { join } from 'node:path';
import { compileKnowledge } from '../../data/build.ts';
import { LANGUAGES, texts } from '../../src/core/index.ts';

/** One text that a person may be shown. */
export interface ShownText {
  /** For the reader of a failed test: `topic imap-or-pop3 en`. */
  where: string;
  kind: 'topic' | 'error' | 'client' | 'provider' | 'locale' | 'answer';
  language: string;
  /** Its parts in the order in which they are read. */
  parts: string[];
}

export const compiled = compileKnowledge(join(import.meta.dirname, '../../data'));

/** Topics, errors, client guides, provider names and locale texts, in all languages. */
export function allTexts(): ShownText[] {
  return [...topicTexts(), ...errorTexts(), ...clientTexts(), ...providerNames(), ...LANGUAGES.flatMap(localeTexts)];
}

export function localeTexts(language: string): ShownText[] {
  return leaves(texts(language), '').map(({ path, text }) => shown('locale', path, language, [text]));
}

function topicTexts(): ShownText[] {
  return compiled.topics.map(({ id, language, answer, details, steps = [] }) =>
    shown('topic', id, language, [answer, ...(details === undefined ? [] : [details]), ...steps]),
  );
}

function errorTexts(): ShownText[] {
  return compiled.errors.flatMap(({ id, meaning, todo }) =>
    Object.entries(meaning).map(([language, text]) => shown('error', id, language, [text, ...(todo[language] ?? [])])),
  );
}

function clientTexts(): ShownText[] {
  return compiled.clients.flatMap(({ id, guides }) =>
    guides.flatMap(({ parts }) =>
      Object.entries(parts).flatMap(([part, { steps }]) =>
        Object.entries(steps).map(([language, items]) => shown('client', `${id} ${part}`, language, items)),
      ),
    ),
  );
}

function providerNames(): ShownText[] {
  return compiled.providers.flatMap(({ id, names }) =>
    Object.entries(names).map(([language, name]) => shown('provider', id, language, [name])),
  );
}

function shown(kind: ShownText['kind'], id: string, language: string, parts: string[]): ShownText {
  return { where: `${kind} ${id} ${language}`, kind, language, parts };
}

function leaves(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, path === '' ? name : `${path}.${name}`));
}

/** Sentences, list items and lines: what a "never" or "don't" covers. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?;])\s+|(?<=[。！？；])|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
