import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SlackDouble } from '../../support/slack-double/index.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { type BotProcess, spawnBot } from './bot-process.ts';
import { slackTexts } from './said.ts';
import { startDoubles, variablesFor } from './scene.ts';

/** What is asked, and the one host that only its answer names. */
const QUESTIONS = [
  ['gmail imap', 'imap.gmail.com'],
  ['imap of qq mail', 'imap.qq.com'],
  ['163邮箱 imap', 'imap.163.com'],
  ['yahoo imap', 'imap.mail.yahoo.com'],
  ['126邮箱 imap', 'imap.126.com'],
  ['icloud imap', 'imap.mail.me.com'],
  ['yeah.net imap', 'imap.yeah.net'],
  ['outlook.com imap', 'outlook.office365.com'],
  ['sina mail imap', 'imap.sina.com'],
  ['139邮箱 imap', 'imap.139.com'],
] as const;
const PEOPLE = 25;
const ROUNDS = 2;
const MESSAGES = PEOPLE * ROUNDS * QUESTIONS.length;

describe('a bot that is killed in the middle of a run on Slack', () => {
  it(`loses none of ${MESSAGES} messages, repeats no answer and keeps the order`, async () => {
    const doubles = await startDoubles();
    const { slack } = doubles;
    const people = Array.from({ length: PEOPLE }, (_, index) => `U0P${index + 10}`);
    for (const person of people) slack.addUser(person);
    const { DISCORD_TOKEN: _, ...variables } = variablesFor(doubles, join(tempDir(), 'state'));
    const start = (): BotProcess => spawnBot({ ...variables, WEB: 'off', LOG_LEVEL: 'info' });

    const first = start();
    await first.wrote(/slack-connected/);
    const talking = Promise.all(people.map((person) => talk(slack, person)));
    await answered(slack, people, MESSAGES / 3);
    slack.fault({ method: 'chat.postMessage', kind: 'drop-response', times: 8 });
    await answered(slack, people, MESSAGES / 2);
    await first.end('SIGKILL');
    const second = start();
    await second.wrote(/slack-connected/);
    const acknowledged = await talking;
    await answered(slack, people, MESSAGES);
    await second.end();

    expect(acknowledged.flat()).not.toContain(false);
    const wanted = Array.from({ length: ROUNDS }, () => QUESTIONS.map(([, host]) => host)).flat();
    for (const person of people) expect(hostsIn(slack, person)).toEqual(wanted);
  }, 90_000);
});

/** One person's messages come in order, each after the last was acknowledged. */
async function talk(slack: SlackDouble, person: string): Promise<boolean[]> {
  const acknowledged: boolean[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [question] of QUESTIONS) {
      const results = await slack.say(person, slack.direct(person), question).seen;
      acknowledged.push(...results.map((result) => result.acknowledged));
    }
  }
  return acknowledged;
}

/** Resolves when the people have so many answers; rejects when no more come. */
async function answered(slack: SlackDouble, people: readonly string[], count: number): Promise<void> {
  const answers = (person: string): number =>
    slack.messages(slack.direct(person)).filter(({ user }) => user === slack.botUser).length;
  const total = (): number => people.reduce((sum, person) => sum + answers(person), 0);
  for (let seen = total(); seen < count; seen = total()) await slack.until(() => total() > seen || undefined);
}

/** Of each message of the bot, in order, the host of the question that it answers. */
function hostsIn(slack: SlackDouble, person: string): (string | undefined)[] {
  const texts = slackTexts(slack, slack.direct(person));
  return texts.map((text) => QUESTIONS.find(([, host]) => text.includes(host))?.[1] ?? text);
}
