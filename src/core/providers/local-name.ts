import type { PasswordKind } from '../model.ts';

/** The name that somebody sees in the provider's menus: in their language, a near one, English, or the only one there is. */
export function localNameIn({ localName }: PasswordKind, language: string): string | undefined {
  if (localName === undefined || typeof localName === 'string') return localName;
  const near = Object.keys(localName).find((tag) => baseOf(tag) === baseOf(language));
  return localName[language] ?? localName[near ?? 'en'] ?? Object.values(localName)[0];
}

function baseOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
