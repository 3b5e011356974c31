import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { missingPostgres, sharedPostgres } from '../../support/postgres.ts';
import type { SlackDouble } from '../../support/slack-double/index.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { spawnBot } from './bot-process.ts';
import { discordTexts, inDiscord, inSlack, slackTexts, ticketInSlack } from './said.ts';
import { startBot, startDoubles, variablesFor } from './scene.ts';

const CLI = join(import.meta.dirname, '../../../src/bot/cli/index.ts');
const [AGENT, DESK, ANNA] = ['U0AGENT', 'C0DESK', '3001'];
const ON_DESK = { SLACK_DESK_CHANNEL: DESK };
const POST = /^POST \/channels\/\d+\/messages/;

interface Ended {
  code: number;
  said: string;
}

/** The operator's command, as they type it. */
async function postilion(variables: Record<string, string>, ...args: string[]): Promise<Ended> {
  const env = { PATH: process.env.PATH, ...variables };
  return promisify(execFile)(process.execPath, ['--import', import.meta.resolve('tsx'), CLI, ...args], { env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
  );
}

describe.skipIf(missingPostgres() !== undefined)('a laptop’s state that is moved to PostgreSQL', () => {
  const postgres = sharedPostgres();

  it('goes on there with its talk, its ticket, its file and what waited; the old file is refused', async () => {
    const doubles = await startDoubles();
    const { slack, discord } = doubles;
    const direct = discord.direct(ANNA);
    const stateDir = join(tempDir(), 'state');
    const database = { DATABASE_URL: await postgres().database() };

    // On the laptop: a question, a ticket with a file, and an answer that Discord does not take.
    const laptop = await startBot(doubles, stateDir, ON_DESK);
    await discord.connected();
    discord.say(ANNA, direct, 'what is the imap server of gmail?');
    await inDiscord(discord, direct, /imap\.gmail\.com/);
    discord.say(ANNA, direct, 'I want to talk to a human');
    await inDiscord(discord, direct, /passed you on to a person/);
    const { ts } = await ticketInSlack(slack, DESK);
    discord.say(ANNA, direct, 'it looks like this', {
      attachments: [discord.addFile('error.txt', 'text/plain', Buffer.from('535'))],
    });
    await slack.until(() => filesOf(slack).includes('error.txt 535'));
    discord.fault({ on: POST, kind: 'error', times: 1000 });
    await slack.say(AGENT, DESK, '>> an app password is needed', { thread: ts }).seen;
    await discord.until(() => [...discord.met().values()].some((times) => times > 0));
    await laptop.stop();
    discord.calm();

    // The move, and a word from Anna while nothing runs.
    const variables = { ...variablesFor(doubles, stateDir), ...ON_DESK };
    discord.say(ANNA, direct, 'are you still there?');
    const withoutTarget = await postilion(variables, 'migrate-state');
    const moved = await postilion({ ...variables, ...database }, 'migrate-state');
    const again = await postilion({ ...variables, ...database }, 'migrate-state');

    expect(withoutTarget.said).toContain('DATABASE_URL is not set');
    expect(moved.said).toMatch(/^The state is in .* now: \d+ rows in \d+ tables, counted and compared\./);
    expect(moved.code).toBe(0);
    expect(again).toMatchObject({
      code: 69,
      said: expect.stringContaining(`${stateDir} was moved to PostgreSQL`) as string,
    });

    // On PostgreSQL: what waited arrives, what was missed is found, and both go on talking.
    const server = await startBot(doubles, stateDir, { ...ON_DESK, ...database });
    await inDiscord(discord, direct, /an app password is needed/);
    await inSlack(slack, DESK, /are you still there\?/, ts);
    slack.say(AGENT, DESK, '>> here we are again', { thread: ts });
    await inDiscord(discord, direct, /here we are again/);
    await slack.command(AGENT, DESK, 'resolve #1', '/desk');
    await inDiscord(discord, direct, /marked as solved/);
    discord.say(ANNA, direct, 'and its smtp server?');
    await inDiscord(discord, direct, /smtp\.gmail\.com/);
    await server.stop();

    const heard = discordTexts(discord, direct).join('\n');
    expect(heard.match(/an app password is needed/g)).toHaveLength(1);
    expect(heard.match(/imap\.gmail\.com/g)).toHaveLength(1);
    expect(slackTexts(slack, DESK).filter((text) => text.includes('it looks like this'))).toHaveLength(1);
    expect(filesOf(slack)).toEqual(['error.txt 535']);

    // Whoever starts on the old file is told where the state went.
    const old = spawnBot(variables);
    await old.wrote(/was moved to PostgreSQL\. Set DATABASE_URL/);
    await old.end();
  }, 240_000);
});

function filesOf(slack: SlackDouble): string[] {
  return slack
    .messages(DESK)
    .flatMap((message) => message.files)
    .map(({ name, content }) => `${name} ${content}`);
}
