import { setTimeout as wait } from 'node:timers/promises';
import { type Bot, type BotStart, startBot } from './bot.ts';
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

/** A short talk with the assistant, and one with a person; the bot dies at this point, and is started again. */
export async function crashOnce(options: CrashOptions): Promise<CrashResult> {
  const { point, bot, from, at, state } = options;
  const variables = { ...bot.variables, CHAOS_CRASH_AT: `${point.moment}:${point.commit}` };
  const doomed = startBot({ ...bot, variables });
  const successor = succeed(doomed, bot);
  const never = new AbortController().signal;
  await until(() => from.connected() > 0 && at.connected() > 0, never);
  await canResume(state);
  const lines = await talk(options, never);
  const leftOver = await quiet(lines, state);
  // Of one that is dead already nothing is left to end.
  doomed.kill('SIGTERM');
  const next = await successor;
  next?.kill('SIGTERM');
  const end = await next?.ended;
  if (next && end !== 0) throw new UnexpectedEnd(`after ${point.moment} ${point.commit}: ${String(end)}`);
  return { crashed: next !== undefined, lines, leftOver };
}

/** Of a direct message that came by a session which nobody had stored Discord tells no bot: the talk begins after that. */
async function canResume(state: State): Promise<void> {
  while (!(await state.hasSession())) await wait(LOOK_AGAIN);
}

/** The bot that is started when the first one has died; none when that one was asked to end. */
async function succeed(doomed: Bot, bot: BotStart): Promise<Bot | undefined> {
  return (await doomed.ended) === 'SIGKILL' ? startBot(bot) : undefined;
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
