import { type CrashPoint, type CrashResult, crashOnce } from './crash.ts';
import { together } from './oracle.ts';
import { questions } from './questions.ts';
import type { Report } from './report.ts';
import type { Side } from './side.ts';
import { inFolder, membersOf, type Subject, withSides } from './subject.ts';

const MOMENTS = ['before', 'after'] as const;
/** What one person asks while the bot dies at one point. */
const ASKED = 2;

interface PointsOptions {
  subject: Subject;
  /** Where somebody asks; the desk is on the other one. */
  platform: Side['name'];
  say: (line: string) => void;
  /** These, or every one until a run is over before its commit comes. */
  commits?: Iterable<number> | undefined;
}

/** Deaths just before and just after the commits of a short talk. Says on the way where something was lost. */
export async function commitPoints({ subject, platform, say, commits = from(1) }: PointsOptions): Promise<Report> {
  const results: CrashResult[] = [];
  for (const commit of commits) {
    const ofCommit: CrashResult[] = [];
    for (const moment of MOMENTS) ofCommit.push(await dieAt(subject, platform, { moment, commit }, say));
    const crashed = ofCommit.filter((one) => one.crashed);
    results.push(...crashed);
    if (crashed.length === 0) break;
  }
  const what = `${platform}, ${subject.store.name}, around commits`;
  return {
    what,
    rows: [{ what, ...together(results.flatMap(({ lines }) => lines.map((line) => line.tally([])))) }],
    ends: new Map([['all SIGKILL', results.length]]),
    faults: new Map(),
    leftOver: results.reduce((sum, { leftOver }) => sum + leftOver, 0),
  };
}

/** Upwards from this number. */
export function* from(first: number, last = Number.POSITIVE_INFINITY): Generator<number> {
  for (let number = first; number <= last; number++) yield number;
}

function dieAt(
  subject: Subject,
  platform: Side['name'],
  point: CrashPoint,
  say: (line: string) => void,
): Promise<CrashResult> {
  return withSides({ people: 1, askers: 1 }, (sides) =>
    inFolder(async (folder) => {
      const { members, state } = await membersOf(subject, sides, folder, ['crash-at.ts']);
      const [member] = members;
      if (!member) throw new Error('a bot has one process at least');
      const other = platform === 'slack' ? sides.discord : sides.slack;
      const asked = questions().slice(0, ASKED);
      const between = { from: sides[platform], at: other, state, questions: asked };
      const result = await crashOnce({ point, bot: member.start, ...between });
      for (const fault of result.lines.flatMap((line) => line.faults([])))
        say(`${platform}, ${point.moment} commit ${point.commit}: ${fault}`);
      return result;
    }),
  );
}
