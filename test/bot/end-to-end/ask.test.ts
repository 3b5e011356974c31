import { describe, expect, it } from 'vitest';
import { inDiscord, inSlack, quietlyInDiscord, quietlyInSlack, discordText, slackText } from './said.ts';
import { startScene } from './scene.ts';

const [ANNA, GENERAL] = ['U0ANNA', 'C0GENERAL'];
const [DISCORD_ANNA, DISCORD_BAO, DISCORD_GENERAL] = ['3001', '3002', '2001'];

describe('a question in Slack', () => {
  it('by mention is answered with its source in the thread, and nowhere else', async () => {
    const { slack, stop } = await startScene();

    const { ts, seen } = slack.say(ANNA, GENERAL, `<@${slack.botUser}> what is the IMAP server of QQ Mail?`);
    const answer = await inSlack(slack, GENERAL, /imap\.qq\.com/, ts);
    await stop();

    expect(await seen).toEqual([
      expect.objectContaining({ acknowledged: true }),
      expect.objectContaining({ acknowledged: true }),
    ]);
    expect(slackText(answer)).toMatch(/993[\s\S]*Source: .*https:\/\//);
    expect(slack.messages(GENERAL).filter(({ user }) => user === slack.botUser)).toEqual([answer]);
  });

  it('by DM is answered there, and what the buttons promise follows', async () => {
    const { slack } = await startScene();
    const direct = slack.direct(ANNA);

    slack.say(ANNA, direct, '我的邮箱服务器地址错了怎么办');
    await inSlack(slack, direct, /服务器/);
    slack.say(ANNA, direct, 'stmp.gmail.com not found');
    const answer = await inSlack(slack, direct, /smtp\.gmail\.com/);
    await slack.press(ANNA, answer.ts, 'Steps for my mail program');
    const asked = await inSlack(slack, direct, /mail program do you use/i);

    expect(answer.threadTs).toBeUndefined();
    expect(asked.channel).toBe(direct);
  });

  it('by /mail is answered to its author alone, and so are its buttons', async () => {
    const { slack, stop } = await startScene();

    await slack.command(ANNA, GENERAL, 'is 465 or 587 better');
    const answer = await quietlyInSlack(slack, ANNA, /465[\s\S]*587/);
    await slack.command(ANNA, GENERAL, 'settings gmail');
    const settings = await quietlyInSlack(slack, ANNA, /imap\.gmail\.com/);
    await slack.press(ANNA, settings.ts, 'Yes');
    await quietlyInSlack(slack, ANNA, /Good to know that it works/);
    await stop();

    expect(answer.channel).toBe(GENERAL);
    expect(slack.messages(GENERAL)).toEqual([]);
  });
});

describe('a question in Discord', () => {
  it('by mention is answered with its source as a reply in the channel', async () => {
    const { discord } = await startScene();

    const said = discord.say(DISCORD_BAO, DISCORD_GENERAL, `<@${discord.botUser}> qq邮箱的imap服务器是什么`);
    const answer = await inDiscord(discord, DISCORD_GENERAL, /imap\.qq\.com/);

    expect(answer.referenced).toBe(said.id);
    expect(discordText(discord, answer)).toMatch(/993[\s\S]*来源/);
    expect(discord.world.pings).toEqual([]);
  });

  it('by DM is answered there, and what the buttons promise follows', async () => {
    const { discord } = await startScene();
    const direct = discord.direct(DISCORD_ANNA);

    discord.say(DISCORD_ANNA, direct, 'gmail imap');
    const answer = await inDiscord(discord, direct, /imap\.gmail\.com/);
    discord.press(DISCORD_ANNA, answer.id, 'All settings');

    await inDiscord(discord, direct, /smtp\.gmail\.com/);
  });

  it('by /mail ask and /mail settings is answered to its author alone', async () => {
    const { discord, stop } = await startScene();

    discord.command(DISCORD_ANNA, DISCORD_GENERAL, 'ask', { question: 'is 465 or 587 better' });
    await quietlyInDiscord(discord, DISCORD_ANNA, /465[\s\S]*587/);
    const typed = discord.type(DISCORD_ANNA, DISCORD_GENERAL, 'settings', 'provider', 'gma');
    const offered = await discord.until(() => typed.response?.data);
    discord.command(DISCORD_ANNA, DISCORD_GENERAL, 'settings', { provider: 'gmail' });
    await quietlyInDiscord(discord, DISCORD_ANNA, /imap\.gmail\.com/);
    await stop();

    expect(JSON.stringify(offered)).toContain('"gmail"');
    expect(discord.messages(DISCORD_GENERAL)).toEqual([]);
  });
});

describe('a question on the web page', () => {
  it('is answered with its source, and what the buttons promise follows', async () => {
    const { visitor } = await startScene();
    const page = await visitor();

    await page.say('What is the IMAP server of QQ Mail?');
    const answer = await page.until(/imap\.qq\.com/);
    await page.press('All settings');
    await page.until(/smtp\.qq\.com/);

    expect(answer).toMatch(/993.*Source/);
  });
});
