import { setTimeout as wait } from 'node:timers/promises';
import { type Bot, type BotStart, startBot } from './bot.ts';
import { compare, type Tally } from './oracle.ts';
import { type Question, says } from './questions.ts';
import type { Side } from './side.ts';

/** A point at which the process dies: just before or just after its nth commit. */
export interface CrashPoint {
  moment: 'before' | 'after';
  commit: number;
}

export interface CrashOptions {
  point: CrashPoint;
  side: Side;
  /** With the watcher of commits loaded. */
  bot: BotStart;
  questions: readonly Question[];
}

export interface CrashResult {
  /** Absent when the run was over before it came to that commit. */
  crashed: boolean;
  tally: Tally;
}

/** All answers are there by then, also after the longest wait for a next try, ms. */
const PATIENCE = 15_000;

/** One person asks a few questions; the bot dies at this point, and is started again. */
export async function crashOnce({ point, side, bot, questions }: CrashOptions): Promise<CrashResult> {
  const [person = ''] = side.people;
  const doomed = startBot({
    ...bot,
    variables: { ...bot.variables, CHAOS_CRASH_AT: `${point.moment}:${point.commit}` },
  });
  const successor = succeed(doomed, bot);
  while (side.connected() === 0) await wait(20);
  for (const { text } of questions) await side.say(person, text);
  await untilAnswered(side, person, questions);
  // Of one that is dead already nothing is left to end.
  doomed.kill('SIGTERM');
  const next = await successor;
  next?.kill('SIGTERM');
  await next?.ended;
  const marks = questions.map(({ mark }) => mark);
  return { crashed: next !== undefined, tally: compare(marks, seenBy(side, person, marks)) };
}

/** The bot that is started when the first one has died; none when that one was asked to end. */
async function succeed(doomed: Bot, bot: BotStart): Promise<Bot | undefined> {
  return (await doomed.ended) === 'SIGKILL' ? startBot(bot) : undefined;
}

async function untilAnswered(side: Side, person: string, questions: readonly Question[]): Promise<void> {
  const marks = questions.map(({ mark }) => mark);
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    const seen = seenBy(side, person, marks);
    if (marks.every((mark) => seen.includes(mark))) return;
    await wait(50);
  }
}

function seenBy(side: Side, person: string, marks: readonly string[]): string[] {
  return side.seen(person).flatMap((text) => marks.filter((mark) => says(text, mark)));
}
