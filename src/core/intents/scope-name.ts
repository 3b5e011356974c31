import type { Question } from './answer.ts';

/** A scope in the reader's words: a name of ours, a country, or as the provider writes it. */
export function scopeName(scope: string, { texts, language }: Pick<Question, 'texts' | 'language'>): string {
  const known: Readonly<Record<string, string>> = texts.facts.scopes;
  if (known[scope] !== undefined) return known[scope];
  if (!/^[a-z]{2}$/.test(scope)) return scope;
  return new Intl.DisplayNames([language], { type: 'region' }).of(scope.toUpperCase()) ?? scope.toUpperCase();
}
