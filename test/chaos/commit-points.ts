import { type CrashPoint, type CrashResult, crashOnce } from './crash.ts';
import { withMortal } from './mortal.ts';
import { type Tally, together } from './oracle.ts';
import { type Question, questions } from './questions.ts';
import type { Report } from './report.ts';
import type { Side } from './side.ts';
import { inFolder, membersOf, type Subject, withSides } from './subject.ts';

const MOMENTS = ['before', 'after'] as const;
/** What one person asks while the bot dies at one point. */
const ASKED = 2;
/** A talk has some commits more or less each time: after so many in a row that never came, no later one comes. */
const PAST_THE_END = 3;

export interface PointsOptions {
  subject: Subject;
  /** Where somebody asks; the desk is on the other one. */
  platform: Side['name'];
  say: (line: string) => void;
  /** These, or every one until the talk is over before they come. */
  commits?: Iterable<number> | undefined;
  /** How many talks at a time, each with a bot, platforms and a state of its own. */
  atOnce?: number;
}

/** What became of the talk in which the bot was to die there. */
interface Outcome extends CrashPoint {
  end: 'died' | 'never came' | 'failed';
  tally: Tally;
  leftOver: number;
}

/** Deaths just before and just after the commits of a short talk. Says on the way where something was lost. */
export async function commitPoints(options: PointsOptions): Promise<Report> {
  const { subject, platform, commits = from(1), atOnce = 1 } = options;
  return withMortal(subject.program.at(-1) ?? '', async (program) => {
    const mortal = { ...options, subject: { ...subject, program } };
    const enumeration = new Enumeration(mortal, pointsOf(commits));
    await Promise.all(Array.from({ length: atOnce }, () => enumeration.go()));
    return reportOf(`${platform}, ${subject.store.name}, around commits`, enumeration.outcomes);
  });
}

/** Upwards from this number. */
export function* from(first: number, last = Number.POSITIVE_INFINITY): Generator<number> {
  for (let number = first; number <= last; number++) yield number;
}

function* pointsOf(commits: Iterable<number>): Generator<CrashPoint> {
  for (const commit of commits) for (const moment of MOMENTS) yield { moment, commit };
}

class Enumeration {
  readonly outcomes: Outcome[] = [];
  readonly #options: PointsOptions;
  readonly #points: Generator<CrashPoint>;
  readonly #asked = questions().slice(0, ASKED);

  constructor(options: PointsOptions, points: Generator<CrashPoint>) {
    this.#options = options;
    this.#points = points;
  }

  /** One point after the other, as long as there are any. */
  async go(): Promise<void> {
    for (let next = this.#next(); next; next = this.#next()) this.outcomes.push(await this.#outcomeAt(next));
  }

  #next(): CrashPoint | undefined {
    const last = Math.max(0, ...this.outcomes.filter(({ end }) => end !== 'never came').map(({ commit }) => commit));
    const beyond = this.outcomes.filter(({ commit }) => commit > last);
    if (beyond.length >= PAST_THE_END * MOMENTS.length) return undefined;
    const { value, done } = this.#points.next() as IteratorResult<CrashPoint, undefined>;
    return done === true ? undefined : value;
  }

  async #outcomeAt(point: CrashPoint): Promise<Outcome> {
    const where = `${this.#options.platform}, ${point.moment} commit ${point.commit}`;
    try {
      const { crashed, lines, leftOver } = await dieAt(this.#options, point, this.#asked);
      for (const fault of lines.flatMap((line) => line.faults([]))) this.#options.say(`${where}: ${fault}`);
      if (leftOver > 0) this.#options.say(`${where}: ${leftOver} not ended`);
      const tally = together(lines.map((line) => line.tally([])));
      return { ...point, end: crashed ? 'died' : 'never came', tally, leftOver };
    } catch (error) {
      this.#options.say(`${where}: ${String(error)}`);
      return { ...point, end: 'failed', tally: together([]), leftOver: 1 };
    }
  }
}

function dieAt(
  { subject, platform }: PointsOptions,
  point: CrashPoint,
  asked: readonly Question[],
): Promise<CrashResult> {
  return withSides({ people: 1, askers: 1 }, (sides) =>
    inFolder(async (folder) => {
      const { members, state } = await membersOf(subject, sides, folder, []);
      const [member] = members;
      if (!member) throw new Error('a bot has one process at least');
      const other = platform === 'slack' ? sides.discord : sides.slack;
      const between = { from: sides[platform], at: other, state, questions: asked };
      try {
        return await crashOnce({ point, bot: member.start, ...between });
      } finally {
        await state.remove?.();
      }
    }, `${platform}-${point.moment}-${point.commit}-`),
  );
}

function reportOf(what: string, outcomes: readonly Outcome[]): Report {
  const ended = (end: Outcome['end']) => outcomes.filter((one) => one.end === end);
  const died = ended('died');
  const never = ended('never came').map(({ moment, commit }) => `${moment} ${commit}`);
  return {
    what: `${what}, ${died.length} deaths, the last at ${Math.max(0, ...died.map(({ commit }) => commit))}`,
    rows: [{ what, ...together(outcomes.map(({ tally }) => tally)) }],
    ends: new Map([
      ['all SIGKILL', died.length],
      ['failed', ended('failed').length],
      ...(never.length > 0 ? [[`never came (${never.join(', ')})`, never.length] as const] : []),
    ]),
    faults: new Map(),
    leftOver: outcomes.reduce((sum, { leftOver }) => sum + leftOver, 0),
  };
}
