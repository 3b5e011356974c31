import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { readConfig } from '../../../src/bot/config/index.ts';
import { start } from '../../../src/bot/start.ts';
import { startDiscordDouble, type DiscordDouble } from '../../support/discord-double/index.ts';
import { testKnowledgePath } from '../../support/knowledge.ts';
import { startSlackDouble, type SlackDouble } from '../../support/slack-double/index.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { openPage, type WebPage } from './web-page.ts';

export const DESK_TOKEN = 'a-token-of-the-desk-for-tests';

/** The whole bot between a Slack, a Discord and browsers. */
export interface Scene {
  slack: SlackDouble;
  discord: DiscordDouble;
  stateDir: string;
  /** Of the web page. */
  url: string;
  /** The web page as a new visitor's browser has it. */
  visitor: () => Promise<WebPage>;
  /** Drains, so that nothing more will be said. May be called again. */
  stop: () => Promise<void>;
}

interface Doubles {
  slack: SlackDouble;
  discord: DiscordDouble;
}

/** Both platforms; they are gone when the test is over. */
export async function startDoubles(): Promise<Doubles> {
  const [slack, discord] = await Promise.all([startSlackDouble(), startDiscordDouble()]);
  onTestFinished(async () => {
    await Promise.all([slack.stop(), discord.stop()]);
  });
  return { slack, discord };
}

/** Settings that switch every platform on, with the real knowledge and a fresh state. */
export function variablesFor({ slack, discord }: Doubles, stateDir: string): Record<string, string> {
  return {
    POSTILION_STATE_DIR: stateDir,
    POSTILION_KNOWLEDGE: testKnowledgePath(),
    LOG_LEVEL: 'silent',
    TERMINAL: 'off',
    WEB_PORT: '0',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_MESSAGE_CONTENT: 'on',
    // Nobody answers there: no test asks the name servers of the world.
    CHECK_DNS_SERVERS: '127.0.0.1:9',
  };
}

/**
 * Starts the real bot against both doubles. `settings` are added to the environment or replace parts of it; a platform
 * that `trouble` keeps away is not waited for.
 */
export async function startScene(
  settings: Record<string, string> = {},
  trouble?: (doubles: Doubles) => void,
): Promise<Scene> {
  const doubles = await startDoubles();
  trouble?.(doubles);
  const stateDir = join(tempDir(), 'state');
  const { url, stop } = await startBot(doubles, stateDir, settings);
  // What is said before Discord has greeted a new session does not reach it.
  if (!trouble) await doubles.discord.connected();
  return { ...doubles, stateDir, url, visitor: () => openPage(url), stop };
}

/** The bot between doubles that are there already: again with the same state, it goes on where it was stopped. */
export async function startBot(
  doubles: Doubles,
  stateDir: string,
  settings: Record<string, string> = {},
): Promise<Pick<Scene, 'url' | 'stop'>> {
  const result = readConfig({ ...variablesFor(doubles, stateDir), ...settings }, '/a/package/without/sources');
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const output = new PassThrough();
  const running = await start(result.config, { input: new PassThrough(), output, onEnd: () => {} });
  const url = pageUrl(String(output.read()));
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= running.stop());
  onTestFinished(stop);
  return { url, stop };
}

/** The address in what the bot says when it starts. */
export function pageUrl(said: string): string {
  const [url] = /http:\/\/localhost:\d+/.exec(said) ?? [];
  if (url === undefined) throw new Error('the bot named no page');
  return url;
}
