import { describe, expect, it } from 'vitest';
import { discordText, inDiscord, inSlack, slackTexts } from './said.ts';
import { startScene } from './scene.ts';

const [ANNA, BEN, GENERAL] = ['U0ANNA', 'U0BEN', 'C0GENERAL'];
const [DISCORD_ANNA, DISCORD_BAO, DISCORD_GENERAL] = ['3001', '3002', '2001'];
/** A question that needs a provider and names none. */
const VAGUE = 'what are my imap settings?';

describe('two strangers', () => {
  it('in one Slack thread never see what the other one named', async () => {
    const { slack } = await startScene();
    const me = `<@${slack.botUser}>`;

    const { ts } = slack.say(ANNA, GENERAL, `${me} gmail imap for anna.secret@gmail.com`);
    await inSlack(slack, GENERAL, /imap\.gmail\.com/, ts);
    slack.say(BEN, GENERAL, `${me} ${VAGUE}`, { thread: ts });
    await inSlack(slack, GENERAL, /Which provider/, ts);
    slack.say(BEN, GENERAL, 'yahoo', { thread: ts });
    await inSlack(slack, GENERAL, /imap\.mail\.yahoo\.com/, ts);
    slack.say(ANNA, GENERAL, `${me} and smtp?`, { thread: ts });
    await inSlack(slack, GENERAL, /smtp\.gmail\.com/, ts);

    const said = slackTexts(slack, GENERAL);
    expect(said.filter((text) => text.includes('gmail.com') && text.includes('yahoo.com'))).toEqual([]);
    expect(said.filter((text) => text.includes('smtp.mail.yahoo.com'))).toEqual([]);
  });

  it('in one Discord channel never see what the other one named', async () => {
    const { discord } = await startScene();
    const me = `<@${discord.botUser}>`;

    discord.say(DISCORD_ANNA, DISCORD_GENERAL, `${me} gmail imap`);
    await inDiscord(discord, DISCORD_GENERAL, /imap\.gmail\.com/);
    const asked = discord.say(DISCORD_BAO, DISCORD_GENERAL, `${me} ${VAGUE}`);
    const answer = await discord.until(() =>
      discord.messages(DISCORD_GENERAL).find(({ referenced }) => referenced === asked.id),
    );

    expect(discordText(discord, answer)).not.toContain('imap.gmail.com');
    expect(discordText(discord, answer)).toMatch(/Which provider|哪家|哪个/);
  });
});
