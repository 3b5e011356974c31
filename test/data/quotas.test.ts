import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

type Examples = Record<string, string[]>;

const FOLDER = 'data/utterances';
const FILES = readdirSync(FOLDER).map((name) => [
  name.replace('.yaml', ''),
  parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Examples,
]) satisfies unknown as [string, Examples][];

const EACH: Record<string, number> = { en: 60, 'zh-Hans': 60, 'zh-Hant': 10 };
const OUTSIDE: Record<string, number> = { en: 300, 'zh-Hans': 300, 'zh-Hant': 40 };
for (const language of ['ja', 'ko', 'de', 'fr', 'es', 'pt-BR', 'ru']) {
  EACH[language] = 15;
  OUTSIDE[language] = 40;
}

describe('the examples', () => {
  it.each(FILES)('of %s are many enough in every language', (intent, examples) => {
    const wanted = Object.entries(intent === 'out-of-scope' ? OUTSIDE : EACH);

    const missing = wanted.filter(([language, least]) => (examples[language]?.length ?? 0) < least);

    expect(missing).toEqual([]);
  });

  it('stand under one intent only, and once', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];

    for (const [intent, examples] of FILES)
      for (const [language, texts] of Object.entries(examples))
        for (const text of texts) {
          const key = `${language} ${text.trim().toLowerCase()}`;
          if (seen.has(key)) twice.push(`${text}: ${seen.get(key)}, ${intent}`);
          seen.set(key, intent);
        }

    expect(twice).toEqual([]);
  });

  it('are long and short, as people write', () => {
    const english = FILES.filter(([intent]) => intent !== 'out-of-scope').flatMap(
      ([, examples]) => examples['en'] ?? [],
    );

    expect(english.filter((text) => text.length > 114).length).toBeGreaterThan(300);
    expect(english.filter((text) => text.length < 30).length).toBeGreaterThan(300);
  });
});
