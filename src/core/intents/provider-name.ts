import type { Provider } from '../model.ts';
import type { Question } from './answer.ts';

/** The name of a provider in the reader's script. */
export function nameOf(provider: Provider, language: string): string {
  return (
    provider.names[language] ?? provider.names[language.split('-')[0] ?? ''] ?? provider.names['en'] ?? provider.id
  );
}

const OWN_DOMAIN_AT_GOOGLE = 'Google Workspace (Gmail)';
const SAYS_WORKSPACE = /google workspace|\bg ?suite\b|google apps/;

/** The same, but Google's mail for companies and schools as it is called there: by its name, or by an address at another domain. */
export function nameFor(
  provider: Provider,
  { language, slots, text }: Pick<Question, 'language' | 'slots' | 'text'>,
): string {
  if (provider.id !== 'gmail') return nameOf(provider, language);
  const ownDomain = slots.domain !== undefined && !provider.domains.includes(slots.domain);
  return ownDomain || SAYS_WORKSPACE.test(text) ? OWN_DOMAIN_AT_GOOGLE : nameOf(provider, language);
}
