import { type CrashPoint, type CrashResult, crashOnce } from './crash.ts';
import { enumerate, from, lastReached, type Outcome } from './enumeration.ts';
import { withMortal } from './mortal.ts';
import { type Tally, together } from './oracle.ts';
import { type Question, questions } from './questions.ts';
import type { Report } from './report.ts';
import type { Side } from './side.ts';
import { inFolder, membersOf, type Subject, withSides } from './subject.ts';

/** What one person asks while the bot dies at one point. */
const ASKED = 2;
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

/** One death, and what became of the messages around it. */
interface Judged extends Outcome {
  tally: Tally;
  leftOver: number;
}

/** Deaths just before and just after the commits of a short talk. Says on the way where something was lost. */
export async function commitPoints(options: PointsOptions): Promise<Report> {
  const { subject, platform, commits = from(1), atOnce } = options;
  const asked = questions().slice(0, ASKED);
  return withMortal(subject.program.at(-1) ?? '', async (program) => {
    const mortal = { ...options, subject: { ...subject, program } };
    const outcomes = await enumerate(commits, (point) => judge(mortal, point, asked), atOnce);
    return reportOf(`${platform}, ${subject.store.name}, around commits`, outcomes);
  });
}

async function judge(options: PointsOptions, point: CrashPoint, asked: readonly Question[]): Promise<Judged> {
  const say = (fault: string) => options.say(`${options.platform}, ${point.moment} commit ${point.commit}: ${fault}`);
  try {
    const { crashed, lines, leftOver } = await dieAt(options, point, asked);
    for (const fault of lines.flatMap((line) => line.faults([]))) say(fault);
    if (leftOver > 0) say(`${leftOver} not ended`);
    const tally = together(lines.map((line) => line.tally([])));
    return { ...point, end: crashed ? 'died' : 'never came', tally, leftOver };
  } catch (error) {
    say(String(error));
    return { ...point, end: 'failed', tally: together([]), leftOver: 1 };
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

function reportOf(what: string, outcomes: readonly Judged[]): Report {
  const ended = (end: Outcome['end']) => outcomes.filter((one) => one.end === end);
  const died = ended('died');
  const never = ended('never came').map(({ moment, commit }) => `${moment} ${commit}`);
  return {
    what: `${what}, ${died.length} deaths, the last at ${lastReached(died)}`,
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
