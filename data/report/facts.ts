import type { Confidence, Provider, Source } from '../../src/core/model.ts';

/** One stated fact of a provider with what stands behind it. */
export interface StatedFact {
  provider: string;
  /** In codes: `imap imap.qq.com:993/tls`, `trait no-pop3`. */
  what: string;
  sources: readonly Source[];
  confidence: Confidence;
}

/** Every fact of every provider, one by one. Domains and names are counted elsewhere. */
export function statedFacts(providers: readonly Provider[]): StatedFact[] {
  return providers.flatMap((provider) => factsOf(provider).map((fact) => ({ provider: provider.id, ...fact })));
}

function factsOf(provider: Provider): Omit<StatedFact, 'provider'>[] {
  const { servers, alsoOffered, traits, changes, password, support, retired, mx } = provider;
  return [
    ...[...servers, ...alsoOffered].map((one) => fact(`${one.protocol} ${one.host}:${one.port}/${one.security}`, one)),
    ...traits.map((one) => fact(`trait ${one.code}`, one)),
    ...changes.map((one) => fact(`change ${one.code} ${one.date}`, one)),
    ...(password ? [fact(`password ${password.kind}`, password)] : []),
    ...(password?.menu ? [fact('password menu', password.menu)] : []),
    ...(support ? [fact('support', support)] : []),
    ...retired.map((one) => fact(`retired ${one.host}`, one)),
    ...mx.map((one) => fact(`mx ${one.suffix}`, one)),
  ];
}

function fact(what: string, { sources, confidence }: Pick<StatedFact, 'sources' | 'confidence'>) {
  return { what, sources, confidence };
}

/** The day on which a fact was last seen by anybody who looked; undefined where nobody did. */
export function lastSeen({ sources }: Pick<StatedFact, 'sources'>): string | undefined {
  const dates = sources.filter(({ kind }) => kind !== 'unverified').map(({ seen }) => seen);
  return dates.sort().at(-1);
}
