import type { CrashPoint } from './crash.ts';

const MOMENTS = ['before', 'after'] as const;
/** A talk has some commits more or less each time: after so many in a row that never came, no later one comes. */
const PAST_THE_END = 3;

/** What became of the talk in which the bot was to die there. */
export interface Outcome extends CrashPoint {
  end: 'died' | 'never came' | 'failed';
}

/** Points before and after each commit in turn, some of them at a time, until the talk has no more commits. */
export async function enumerate<One extends Outcome>(
  commits: Iterable<number>,
  dieAt: (point: CrashPoint) => Promise<One>,
  atOnce = 1,
): Promise<One[]> {
  const outcomes: One[] = [];
  const points = pointsOf(commits);
  const go = async (): Promise<void> => {
    for (const point of points) {
      outcomes.push(await dieAt(point));
      if (isOver(outcomes)) return;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, go));
  return outcomes;
}

function isOver(outcomes: readonly Outcome[]): boolean {
  const last = lastReached(outcomes);
  return outcomes.filter(({ commit }) => commit > last).length >= PAST_THE_END * MOMENTS.length;
}

/** The last commit at which a bot died, or something went wrong; 0 for none. */
export function lastReached(outcomes: readonly Outcome[]): number {
  return Math.max(0, ...outcomes.filter(({ end }) => end !== 'never came').map(({ commit }) => commit));
}

/** Upwards from this number. */
export function* from(first: number, last = Number.POSITIVE_INFINITY): Generator<number> {
  for (let number = first; number <= last; number++) yield number;
}

/** Whoever takes the next one takes it from all the others; that one of them is done ends nothing. */
function pointsOf(commits: Iterable<number>): Iterable<CrashPoint> {
  const points = every(commits);
  return { [Symbol.iterator]: () => ({ next: () => points.next() }) };
}

function* every(commits: Iterable<number>): Generator<CrashPoint> {
  for (const commit of commits) for (const moment of MOMENTS) yield { moment, commit };
}
