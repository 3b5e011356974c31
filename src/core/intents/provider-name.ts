import type { Provider } from '../model.ts';

/** The name of a provider in the reader's script. */
export function nameOf(provider: Provider, language: string): string {
  return (
    provider.names[language] ?? provider.names[language.split('-')[0] ?? ''] ?? provider.names['en'] ?? provider.id
  );
}
