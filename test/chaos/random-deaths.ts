import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fleet, STOCK } from './fleet.ts';
import type { Line } from './line.ts';
import { chaosLoop, type Deaths } from './loop.ts';
import { createMarks } from './marks.ts';
import { together } from './oracle.ts';
import { questionTalk } from './question-talk.ts';
import { questions } from './questions.ts';
import { createRandom } from './random.ts';
import { added, type Report, type Row } from './report.ts';
import { slackSide } from './slack-side.ts';
import type { Crowd } from './side.ts';
import { type BothSides, inFolder, membersOf, script, type Subject, TSX, withSides } from './subject.ts';
import type { Talk } from './talk.ts';
import { Ticket } from './ticket.ts';
import { ticketTalks } from './ticket-talk.ts';

type Say = (line: string) => void;

/** Random deaths of a bot on both platforms, and what goes wrong there meanwhile; so many people on each. */
export function randomDeaths(subject: Subject, deaths: Deaths, crowd: Crowd, say: Say): Promise<Report> {
  return withSides(crowd, (sides) =>
    inFolder(async (folder) => {
      const { members, state } = await membersOf(subject, sides, folder, ['misfortune.ts']);
      const fleet = new Fleet(members);
      const both = Object.values(sides);
      const talks = talksBetween(sides, deaths.seed);
      const { leftOver, mishaps } = await chaosLoop({ ...deaths, sides: both, fleet, state, talks });
      const lines = talks.flatMap((talk) => talk.lines);
      const dead = await state.deadLetters();
      if (process.env['CHAOS_KEEP'] !== undefined) await state.keep?.();
      for (const line of lines) for (const fault of line.faults(dead)) say(fault);
      return {
        what: `${subject.store.name}, seed ${deaths.seed}`,
        rows: rowsOf(lines, dead),
        ends: fleet.ends,
        faults: added([...both.map((side) => named(side.name, side.met())), mishaps, refusalsIn(folder)]),
        leftOver,
      };
    }),
  );
}

function talksBetween({ slack, discord }: BothSides, seed: number): Talk[] {
  const random = createRandom(seed);
  const nextMark = createMarks();
  const all = questions();
  const asking = [slack, discord].flatMap((side) =>
    side.people.map((person) => questionTalk(side, person, random.shuffled(all))),
  );
  const waiting = [
    { from: slack, at: discord },
    { from: discord, at: slack },
  ].flatMap(({ from, at }) =>
    from.askers.flatMap((asker) => ticketTalks(new Ticket({ from, at, asker, nextMark }), random.fork())),
  );
  return [...asking, ...waiting];
}

/** How often the store said that the disk is full, by the logs. */
function refusalsIn(folder: string): Map<string, number> {
  const logs = readdirSync(folder).filter((name) => name.endsWith('.log'));
  const lines = logs.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  const full = lines.filter((line) => /"(?:full|53100|SQLITE_FULL)"/.test(line));
  return new Map([['refused for a full disk', full.length]]);
}

function named(side: string, counts: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...counts].map(([name, number]) => [`${side}: ${name}`, number]));
}

function rowsOf(lines: readonly Line[], dead: readonly string[]): Row[] {
  return [...new Set(lines.map(({ name }) => name))].map((what) => ({
    what,
    ...together(lines.filter(({ name }) => name === what).map((line) => line.tally(dead))),
  }));
}

/** A bot that keeps nothing tries nothing again, ms. */
const NEVER_COMES = 10_000;

/** The same on Slack with a bot that keeps nothing. */
export async function stockDeaths(deaths: Deaths, people: number): Promise<Report> {
  const side = await slackSide({ people, askers: 0 });
  const echoed = questions().map(({ text }) => ({ text, mark: text }));
  const random = createRandom(deaths.seed);
  const talks = side.people.map((person) => questionTalk(side, person, random.shuffled(echoed)));
  const nothing = {
    variables: {},
    deadLetters: () => Promise.resolve([]),
    pending: () => Promise.resolve(0),
    hasSession: () => Promise.resolve(false),
  };
  return inFolder(async (folder) => {
    const args = ['--import', TSX, script('stock-bolt.ts')];
    const fleet = new Fleet([
      { role: STOCK, start: { args, variables: side.variables, logFile: join(folder, 'log') } },
    ]);
    await chaosLoop({ ...deaths, sides: [side], fleet, state: nothing, talks, patience: NEVER_COMES });
    await side.stop();
    return {
      what: `a bot of stock Bolt, seed ${deaths.seed}`,
      rows: rowsOf(
        talks.flatMap(({ lines }) => lines),
        [],
      ),
      ends: fleet.ends,
      faults: named('slack', side.met()),
      leftOver: 0,
    };
  });
}
