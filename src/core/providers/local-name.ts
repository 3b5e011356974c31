import type { PasswordKind } from '../model.ts';

export function localNameIn({ localName }: PasswordKind, language: string): string | undefined {
  return localName === undefined ? undefined : inMenus(localName, language);
}

/** What somebody sees in the provider's menus: in their language, a near one, English, or the only one there is. */
export function inMenus(words: string | Record<string, string>, language: string): string | undefined {
  if (typeof words === 'string') return words;
  const near = Object.keys(words).find((tag) => baseOf(tag) === baseOf(language));
  return words[language] ?? words[near ?? 'en'] ?? Object.values(words)[0];
}

function baseOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
