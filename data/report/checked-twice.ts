import type { Provider } from '../../src/core/model.ts';
import type { StatedFact } from './facts.ts';

/** What people type into a mail program (servers that are shown, the kind of password), by how many sources say it. */
export interface CheckedTwice {
  /** The providers that are asked for most. */
  providers: number;
  facts: number;
  /** Two sources or more. */
  twice: number;
  once: number;
  /** Nobody who looked. */
  never: number;
  /** Of each provider that has any: what rests on fewer than two. */
  rest: { provider: string; what: string[] }[];
}

/** Nearly everybody asks for a provider up to this rank. */
const MOST_ASKED = 160;

export function checkedTwice(providers: readonly Provider[]): CheckedTwice {
  const asked = providers.filter(({ rank }) => rank <= MOST_ASKED).sort((a, b) => a.rank - b.rank);
  const facts = asked.flatMap((provider) => typedIn(provider));
  const resting = (sources: number) => facts.filter((fact) => sourcesOf(fact) === sources).length;
  const [never, once] = [resting(0), resting(1)];
  return {
    providers: asked.length,
    facts: facts.length,
    twice: facts.length - once - never,
    once,
    never,
    rest: asked.flatMap((provider) => {
      const what = typedIn(provider).filter((fact) => sourcesOf(fact) < 2);
      return what.length > 0 ? [{ provider: provider.id, what: what.map((fact) => fact.what) }] : [];
    }),
  };
}

type TypedIn = Pick<StatedFact, 'what' | 'sources'>;

function typedIn({ servers, password }: Provider): TypedIn[] {
  return [
    ...servers.map(({ protocol, host, port, sources }) => ({ what: `${protocol} ${host}:${port}`, sources })),
    ...(password ? [{ what: `password ${password.kind}`, sources: password.sources }] : []),
  ];
}

function sourcesOf({ sources }: TypedIn): number {
  return new Set(sources.filter(({ kind }) => kind !== 'unverified').map(({ id }) => id)).size;
}
