/** Matching names, domains, addresses and hosts to providers, and choosing among their servers. */
export { alignmentDistance } from './distance.ts';
export { buildDeleteIndex, candidates, type DeleteIndex } from './deletes.ts';
