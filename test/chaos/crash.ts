import { setTimeout as wait } from 'node:timers/promises';
import type { BotStart } from './bot.ts';
import { UnexpectedEnd } from './fleet.ts';
import type { Line } from './line.ts';
import { createMarks } from './marks.ts';
import { questionTalk } from './question-talk.ts';
import type { Question } from './questions.ts';
import { quiet } from './quiet.ts';
import { createRandom } from './random.ts';
import type { Side } from './side.ts';
import type { State } from './stores.ts';
import { until } from './talk.ts';
import { Ticket } from './ticket.ts';
import { TwoLives } from './two-lives.ts';

const LOOK_AGAIN = 50;

/** A point at which the process dies: just before or just after its nth commit. */
export interface CrashPoint {
  moment: 'before' | 'after';
  commit: number;
}

export interface CrashOptions {
  point: CrashPoint;
  /** Where somebody asks, and where the desk is. */
  from: Side;
  at: Side;
  /** With the watcher of commits loaded. */
  bot: BotStart;
  state: State;
  questions: readonly Question[];
}

export interface CrashResult {
  /** False when the run was over before it came to that commit. */
  crashed: boolean;
  lines: Line[];
  leftOver: number;
}

/**
 * How long a talk may take, also on a busy machine: whoever has seen nothing until then never will, ms. What a process
 * that was killed was fetching is taken up by the next one after 90 seconds where several share the state.
 */
const LONGEST_TALK = 240_000;
/** Longer than any wait before a next try when nothing else goes wrong, ms. */
const PATIENCE = 45_000;

/** A short talk with the assistant, and one with a person; the bot dies at this point, and is started again. */
export async function crashOnce(options: CrashOptions): Promise<CrashResult> {
  const { point, bot, from, at } = options;
  const lives = new TwoLives(bot, { CHAOS_CRASH_AT: `${point.moment}:${point.commit}` }, [from, at]);
  try {
    return await Promise.race([talkThrough(options, lives), lives.failed]);
  } finally {
    await lives.abandon();
  }
}

async function talkThrough(options: CrashOptions, lives: TwoLives): Promise<CrashResult> {
  const { state } = options;
  const ended = AbortSignal.timeout(LONGEST_TALK);
  await lives.up(ended);
  await canResume(state, ended);
  const lines = await talk(options, ended);
  if (ended.aborted) throw new UnexpectedEnd('the talk stood still');
  const settle = () => quiet(lines, state, PATIENCE);
  const first = await settle();
  const leftOver = Math.max(first, await lives.end(ended, settle));
  return { crashed: lives.died, lines, leftOver };
}

/** Of a direct message that came by a session which nobody had stored Discord tells no bot: the talk begins after that. */
async function canResume(state: State, ended: AbortSignal): Promise<void> {
  while (!ended.aborted && !(await state.hasSession())) await wait(LOOK_AGAIN);
}

/** One after the other, so that each time the same commits come. */
async function talk({ from, at, questions }: CrashOptions, ended: AbortSignal): Promise<Line[]> {
  const [person = ''] = from.people;
  const [asker = ''] = from.askers;
  const random = createRandom(1);
  const asking = questionTalk(from, person, [...questions]);
  while (await asking.step(ended)) await settled(asking.lines, ended);
  const ticket = new Ticket({ from, at, asker, nextMark: createMarks() });
  const lines = [...asking.lines, ...ticket.askerLines, ...ticket.agentLines];
  await ticket.open();
  await ticket.opened(ended);
  const { askerWrites, agentWrites } = ticket;
  await askerWrites.write('more about it:');
  await agentWrites.write('>> please try:');
  await settled(lines, ended);
  await askerWrites.writeWithFile('look at this');
  await ticket.sendByCommand(ended);
  await settled(lines, ended);
  await askerWrites.edit(random);
  await agentWrites.edit(random);
  await agentWrites.write('// between us:', { inside: true });
  await settled(lines, ended);
  return lines;
}

async function settled(lines: readonly Line[], ended: AbortSignal): Promise<void> {
  await until(() => lines.every((line) => line.open() === 0), ended);
}
