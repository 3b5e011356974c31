import { openKnowledge } from '../../src/adapters/knowledge/index.ts';
import { domainOf, misspelt } from '../support/generated-domains.ts';

/** Milliseconds of each look-up; memory that the knowledge takes, bytes. */
export interface LookupFigures {
  exact: number[];
  typo: number[];
  /** The same, as time of the processor: what others on the machine do does not count. */
  exactWork: number[];
  typoWork: number[];
  /** Share of misspellings whose domain was found. */
  found: number;
  memory: number;
}

const WARM_UP = 2000;

/** Knuth's multiplier: numbers that jump about, the same in every run. */
function scattered(index: number, count: number): number {
  return ((index * 2_654_435_761) % 2 ** 32) % count;
}

/** Milliseconds that this process has worked. */
function work(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function measure(count: number, path: string, calls: number): LookupFigures {
  const before = process.memoryUsage.rss();
  const knowledge = openKnowledge(path);
  const exact: number[] = [];
  const typo: number[] = [];
  const exactWork: number[] = [];
  const typoWork: number[] = [];
  let found = 0;
  for (let call = 0; call < calls + WARM_UP; call++) {
    const domain = domainOf(scattered(call, count));
    const wrong = misspelt(domain, call);
    const [began, worked] = [performance.now(), work()];
    knowledge.providerByDomain(domain);
    const [between, workedExact] = [performance.now(), work()];
    const near = knowledge.nearestDomains(wrong, 3);
    const [done, workedTypo] = [performance.now(), work()];
    if (call < WARM_UP) continue;
    exact.push(between - began);
    typo.push(done - between);
    exactWork.push(workedExact - worked);
    typoWork.push(workedTypo - workedExact);
    if (near.some(({ matched }) => matched === domain)) found++;
  }
  return { exact, typo, exactWork, typoWork, found: found / calls, memory: process.memoryUsage.rss() - before };
}

// `lookup-measure COUNT PATH CALLS`
const [count = '', path = '', calls = ''] = process.argv.slice(2);
process.send?.(measure(Number(count), path, Number(calls)));
