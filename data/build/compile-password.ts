import type { PasswordKind, Provider, Trait, TraitCode } from '../../src/core/model.ts';
import type { ProviderEntry } from '../schema.ts';
import { type SourceResolver, withSources } from './sources.ts';

const PASSWORD_TRAITS: readonly [TraitCode, PasswordKind['kind']][] = [
  ['needs-authorization-code', 'authorization-code'],
  ['needs-client-password', 'client-password'],
  ['needs-separate-mail-password', 'separate-mail-password'],
  ['bridge-only', 'bridge-password'],
  ['oauth2-only', 'oauth2'],
  ['needs-app-password', 'app-password'],
];

/** What is known of the password by hand outweighs every imported guess at it. */
export function isPasswordTrait(code: TraitCode): boolean {
  return PASSWORD_TRAITS.some(([known]) => known === code);
}

/** As stated; else what a trait says of it, with the trait's own source. */
export function passwordOf(
  entry: ProviderEntry,
  traits: readonly Trait[],
  sources: SourceResolver,
): Pick<Provider, 'password'> {
  if (entry.password) {
    const { menu, ...password } = entry.password;
    return {
      password: { ...withSources(password, sources), ...(menu && { menu: withSources(menu, sources) }) },
    };
  }
  for (const [code, kind] of PASSWORD_TRAITS) {
    const trait = traits.find((one) => one.code === code);
    if (trait) return { password: { kind, sources: trait.sources, confidence: trait.confidence } };
  }
  return {};
}
