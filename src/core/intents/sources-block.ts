import { fill } from '../locales/index.ts';
import type { Block, Source } from '../model.ts';
import type { Question } from './answer.ts';

const SOURCES_SHOWN = 2;
const WEIGHT: Record<Source['kind'], number> = { page: 0, import: 1, unverified: 3 };
/** Shows what programs use; nobody can read there what the provider says. */
const CODE_SEARCH = { prefix: 'https://github.com/search?', weight: 2 };

/** The weightiest sources of some facts, each once. */
export function sourcesOf(facts: readonly { sources: readonly Source[] }[]): Source[] {
  const byLabel = new Map(facts.flatMap((fact) => fact.sources).map((source) => [source.label + source.seen, source]));
  return [...byLabel.values()].sort(byWeight).slice(0, SOURCES_SHOWN);
}

/** The provider's own pages first, then other pages that somebody opened, imported lists, searches of code; the newest first. */
function byWeight(a: Source, b: Source): number {
  return Number(b.own ?? false) - Number(a.own ?? false) || weightOf(a) - weightOf(b) || b.seen.localeCompare(a.seen);
}

function weightOf({ kind, url }: Source): number {
  return url?.startsWith(CODE_SEARCH.prefix) ? CODE_SEARCH.weight : WEIGHT[kind];
}

/** Where the facts come from and when they were seen. */
export function sourcesBlock(sources: readonly Source[], { texts }: Pick<Question, 'texts'>): Block[] {
  if (sources.length === 0) return [];
  const block: Block = {
    kind: 'sources',
    title: texts.answers.sources.title,
    items: sources.map((source) => ({
      label: fill(source.kind === 'unverified' ? texts.answers.sources.unverified : texts.answers.sources.seen, {
        label: source.label,
        date: source.seen,
      }),
      ...(source.url !== undefined && { url: source.url }),
    })),
  };
  return [block];
}

/** Blocks of sources that follow one another, as one. */
export function joinSources(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (before?.kind === 'sources' && block.kind === 'sources') {
      joined[joined.length - 1] = { ...before, items: [...before.items, ...block.items] };
    } else joined.push(block);
  }
  return joined;
}
