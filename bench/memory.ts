import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { startDiscordDouble } from '../test/support/discord-double/index.ts';
import { startSlackDouble } from '../test/support/slack-double/index.ts';
import { residentBytes, said, spawnNode, startArguments, stopped } from './support/child.ts';
import { countOf, megabytes, type Row, skipped } from './support/figures.ts';
import { inScratch } from './support/scratch.ts';
import { currentKnowledge, examples, sample } from './support/sources.ts';

const READY = /http:\/\/localhost:\d+/;
const MESSAGES = 200;
/** An answer that none of the examples gets. */
const LAST_QUESTION = 'what is the imap server of yeah.net';
const LAST_ANSWER = /imap\.yeah\.net/;
const PATIENCE_MS = 30_000;

/** What the whole program holds in memory, at the start and after a while of talking. */
export async function memoryPart(share: number): Promise<Row[]> {
  (await currentKnowledge()).close();
  const questions = sample(
    examples().filter(({ text }) => !text.includes('\n') && !text.includes('yeah')),
    countOf(MESSAGES, share),
  ).map((example) => example.text);
  return [
    ...(await inScratch((folder) => inTerminal(join(folder, 'state'), questions))),
    ...(await inScratch((folder) => onPlatforms(join(folder, 'state'), questions))),
  ];
}

async function inTerminal(stateDir: string, questions: readonly string[]): Promise<Row[]> {
  const child = spawnNode(startArguments(), { ...variablesFor(stateDir), TERMINAL: 'on' });
  await said(child, READY);
  const talk = async (): Promise<void> => {
    const answered = said(child, LAST_ANSWER);
    child.stdin?.write(`${[...questions, LAST_QUESTION].join('\n')}\n`);
    await answered;
  };
  return beforeAndAfter('terminal and web', 130, child, talk);
}

async function onPlatforms(stateDir: string, questions: readonly string[]): Promise<Row[]> {
  const [slack, discord] = await Promise.all([startSlackDouble(), startDiscordDouble()]);
  const child = spawnNode(startArguments(), {
    ...variablesFor(stateDir),
    TERMINAL: 'off',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  });
  await Promise.all([said(child, READY), slack.until(() => slack.connections() > 0 || undefined), discord.connected()]);
  const talk = async (): Promise<void> => {
    for (const text of questions) {
      await slack.say('U0ANNA', slack.direct('U0ANNA'), text).seen;
      discord.say('3001', '2001', `<@${discord.botUser}> ${text}`);
    }
    slack.say('U0BEN', slack.direct('U0BEN'), LAST_QUESTION);
    discord.say('3002', discord.direct('3002'), LAST_QUESTION);
    await slack.until(() => LAST_ANSWER.test(JSON.stringify(slack.messages(slack.direct('U0BEN')))) || undefined);
    await discord.until(() => LAST_ANSWER.test(JSON.stringify(discord.dms('3002'))), PATIENCE_MS);
  };
  const rows = await beforeAndAfter('web, Slack and Discord', 200, child, talk);
  await Promise.all([slack.stop(), discord.stop()]);
  return rows;
}

function variablesFor(stateDir: string): Record<string, string> {
  return { POSTILION_STATE_DIR: stateDir, WEB_PORT: '0', LOG_LEVEL: 'silent' };
}

/** Also ends the process. */
async function beforeAndAfter(
  name: string,
  most: number,
  child: ChildProcess,
  talk: () => Promise<void>,
): Promise<Row[]> {
  const ready = memoryRow(`memory: ${name}, ready`, child, most);
  await talk();
  const talked = memoryRow(`memory: ${name}, after talking`, child, most);
  await stopped(child);
  return [ready, talked];
}

function memoryRow(what: string, { pid }: ChildProcess, most: number): Row {
  const bytes = residentBytes(pid);
  return bytes === undefined
    ? skipped(what, 'this system has no /proc')
    : { what, median: megabytes(bytes), budget: `≤ ${most} MB`, met: bytes <= most * 1e6 };
}
