import { describe, expect, it } from 'vitest';
import { profileFaults } from '../../support/published/apple-profile.ts';
import { readAutoconfig } from '../../support/published/autoconfig-file.ts';
import { readPlist } from '../../support/published/plist-reader.ts';
import { signingPair } from '../../support/signing-pair.ts';
import { discordText, discordTexts, inDiscord, inSlack, slackTexts } from './said.ts';
import { startScene } from './scene.ts';

const [ANNA, GENERAL] = ['U0ANNA', 'C0GENERAL'];
const [DISCORD_ANNA, DISCORD_GENERAL] = ['3001', '2001'];
const BUTTON = 'File for iPhone, Mac or Thunderbird';

describe('a file for a mail program', () => {
  it('asked for in a Slack channel comes by direct message, and nobody else sees the address', async () => {
    const { slack, stop } = await startScene();

    const { ts } = slack.say(ANNA, GENERAL, `<@${slack.botUser}> imap settings for anna.private@qq.com`);
    const answer = await inSlack(slack, GENERAL, /imap\.qq\.com/, ts);
    await slack.press(ANNA, answer.ts, BUTTON);
    const asked = await slack.until(() => slack.ephemeral(ANNA).at(-1));
    await slack.press(ANNA, asked.ts, 'iPhone, iPad or Mac');
    const file = await slack.until(() => slack.messages(slack.direct(ANNA)).flatMap(({ files }) => files)[0]);
    await inSlack(slack, slack.direct(ANNA), /Not signed/);
    await stop();

    expect(file.name).toBe('qq.mobileconfig');
    expect(profileFaults(readPlist(file.content))).toEqual([]);
    expect(file.content).toContain('anna.private@qq.com');
    expect(slackTexts(slack, GENERAL).join('\n')).not.toContain('anna.private');
    expect(slack.messages(GENERAL).flatMap(({ files }) => files)).toEqual([]);
  });

  it('asked for in a Discord channel comes by direct message', async () => {
    const { discord, stop } = await startScene();

    discord.say(DISCORD_ANNA, DISCORD_GENERAL, `<@${discord.botUser}> imap settings for anna.private@qq.com`);
    const answer = await inDiscord(discord, DISCORD_GENERAL, /imap\.qq\.com/);
    discord.press(DISCORD_ANNA, answer.id, BUTTON);
    const asked = await discord.until(() => discord.ephemerals(DISCORD_ANNA).at(-1));
    discord.press(DISCORD_ANNA, asked.id, 'Thunderbird');
    const brought = await discord.until(() =>
      discord.dms(DISCORD_ANNA).find(({ attachments }) => attachments.length > 0),
    );
    await stop();

    expect(discordText(discord, brought)).toContain('qq.com.xml');
    expect(brought.attachments[0]).toMatchObject({ filename: 'qq.com.xml' });
    expect(discordTexts(discord, DISCORD_GENERAL).join('\n')).not.toContain('anna.private');
  });

  it('that cannot be brought by direct message is told where it was asked for', async () => {
    const { discord, stop } = await startScene();
    const anna = discord.world.users.get(DISCORD_ANNA);
    if (anna) anna.closed = true;

    discord.say(DISCORD_ANNA, DISCORD_GENERAL, `<@${discord.botUser}> qq mail imap`);
    const answer = await inDiscord(discord, DISCORD_GENERAL, /imap\.qq\.com/);
    discord.press(DISCORD_ANNA, answer.id, BUTTON);
    const asked = await discord.until(() => discord.ephemerals(DISCORD_ANNA).at(-1));
    discord.press(DISCORD_ANNA, asked.id, 'Thunderbird');
    const told = await inDiscord(discord, DISCORD_GENERAL, /could not send you a private message/);
    await stop();

    expect(discordText(discord, told)).toContain('Try again');
  });

  it('is a download on the web page, and served to mail programs when the operator wants that', async () => {
    const { visitor, url, stop } = await startScene({ AUTOCONFIG: 'on' });
    const page = await visitor();

    await page.say('foxmail.com imap settings');
    await page.until(/imap\.qq\.com/);
    await page.press(BUTTON);
    await page.until(/Which program is it for/);
    await page.press('iPhone, iPad or Mac');
    await page.until(/qq\.mobileconfig/);
    const served = await fetch(new URL('/mail/config-v1.1.xml?emailaddress=anna%40foxmail.com', url));
    const xml = await served.text();
    await stop();

    expect(served.status).toBe(200);
    expect(readAutoconfig(xml).incomingServer[0]?.hostname).toBe('imap.qq.com');
  });

  it('is signed where the operator gave a key', async () => {
    const { certFile, keyFile } = await signingPair(Date.now());
    const { visitor, stop } = await startScene({ MOBILECONFIG_CERT_FILE: certFile, MOBILECONFIG_KEY_FILE: keyFile });
    const page = await visitor();

    await page.say('foxmail.com imap settings');
    await page.until(/imap\.qq\.com/);
    await page.press(BUTTON);
    await page.until(/Which program is it for/);
    await page.press('iPhone, iPad or Mac');
    const shown = await page.until(/signed by whoever runs this assistant/);
    await stop();

    expect(shown).toContain('qq.mobileconfig');
    expect(shown).not.toContain('Not signed');
  });
});
