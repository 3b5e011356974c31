import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempDir } from '../../support/temp-dir.ts';
import { spawnBot } from './bot-process.ts';
import { discordTexts, inDiscord, inSlack, slackText, ticketInSlack } from './said.ts';
import { pageUrl, startDoubles, variablesFor } from './scene.ts';
import { openPage } from './web-page.ts';

const [ANNA, GENERAL, DESK] = ['U0ANNA', 'C0GENERAL', 'C0DESK'];
const [BAO, DISCORD_GENERAL] = ['3002', '2001'];

const PASSWORD = 'hUnter2-Xy9';
const CODE = 'kxwzpqrtnmvbcdfg';
const TOKEN = 'ghp_abcdefghijklmnopqrstuvwxyz012345';

describe('a password, an authorization code and a token', () => {
  it('that people send are found nowhere afterwards, and the people are warned', async () => {
    const doubles = await startDoubles();
    const { slack, discord } = doubles;
    const stateDir = join(tempDir(), 'state');
    const variables = { ...variablesFor(doubles, stateDir), SLACK_DESK_CHANNEL: DESK, LOG_LEVEL: 'trace' };
    const bot = spawnBot(variables);
    await bot.wrote(/"msg":"started"/);
    await discord.connected();
    const page = await openPage(pageUrl(bot.written()));
    const me = { slack: `<@${slack.botUser}>`, discord: `<@${discord.botUser}>` };

    slack.say(ANNA, GENERAL, `${me.slack} gmail says 535, my password is ${PASSWORD}`);
    await inSlack(slack, slack.direct(ANNA), /seems to hold a password/);
    await slack.command(ANNA, GENERAL, `my token is ${TOKEN}`);
    discord.say(BAO, DISCORD_GENERAL, `${me.discord} QQ邮箱登不上，授权码是${CODE}`);
    await inDiscord(discord, discord.direct(BAO), /授权码/);
    discord.command(BAO, DISCORD_GENERAL, 'ask', { question: `api_key=${TOKEN}` });
    await page.say(`imap.qq.com 993, password: ${PASSWORD}, 授权码 ${CODE}, ${TOKEN}`);
    await page.until(/访问密钥/);
    const said = slack.say(ANNA, slack.direct(ANNA), 'talk to a human');
    await said.seen;
    const ticket = await ticketInSlack(slack, DESK);
    slack.say(ANNA, slack.direct(ANNA), `by the way, the password is ${PASSWORD}`);
    await inSlack(slack, DESK, /password hidden/, ticket.ts);

    const living = bytesOf(stateDir);
    await bot.end();
    const everything = [
      living,
      bytesOf(stateDir),
      bot.written(),
      slack
        .messages(DESK)
        .map((message) => slackText(message))
        .join(),
      discordTexts(discord, DISCORD_GENERAL).join(),
    ].join('\n');
    expect(living).toContain('SQLite format 3');
    expect(bot.written()).toContain('turn-committed');
    for (const secret of [PASSWORD, CODE, TOKEN]) expect(everything).not.toContain(secret);
  }, 60_000);
});

/** Every file of the state: the database, its log of changes, keys. */
function bytesOf(stateDir: string): string {
  return readdirSync(stateDir)
    .map((name) => readFileSync(join(stateDir, name), 'latin1'))
    .join('\n');
}
