import type { Trait } from '../../src/core/model.ts';
import { OPPOSITES, type ProviderEntry } from '../schema.ts';
import { isPasswordTrait } from './compile-password.ts';
import { type SourceResolver, withSources } from './sources.ts';

type TraitEntry = NonNullable<ProviderEntry['traits']>[number];

/** Traits stated by hand, then the imported ones that they leave room for. */
export function compileTraits(entry: ProviderEntry, sources: SourceResolver): Trait[] {
  const stated = entry.traits ?? [];
  const imported = (entry.imported?.traits ?? []).filter((trait) => !isSettled(trait, entry));
  return [...stated, ...imported].map(({ facts = {}, ...trait }) => ({
    ...withSources(trait, sources),
    facts: facts as Record<string, string>,
  }));
}

/** Said by hand, refuted by hand, or a guess at a password that is known by hand. */
function isSettled({ code }: TraitEntry, { traits = [], password }: ProviderEntry): boolean {
  const stated = traits.map((trait) => trait.code);
  const refuted = OPPOSITES.some(
    ([one, other]) => (one === code && stated.includes(other)) || (other === code && stated.includes(one)),
  );
  const passwordKnown = password !== undefined || stated.some((other) => isPasswordTrait(other));
  return stated.includes(code) || refuted || (isPasswordTrait(code) && passwordKnown);
}
