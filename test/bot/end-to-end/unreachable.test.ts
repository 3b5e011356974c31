import { describe, expect, it } from 'vitest';
import { inDiscord, inSlack, slackTexts } from './said.ts';
import { startScene } from './scene.ts';

const [ANNA, DISCORD_ANNA] = ['U0ANNA', '3001'];

describe('while a platform cannot be reached', () => {
  it('Discord and the web page go on without Slack, which is tried again until it answers', async () => {
    const untilCalm = 1000;
    const down = [
      { method: 'auth.test', kind: 'error-500', times: untilCalm },
      { method: 'apps.connections.open', kind: 'error-500', times: untilCalm },
    ] as const;
    const { slack, discord, visitor } = await startScene({}, ({ slack }) =>
      down.forEach((fault) => slack.fault(fault)),
    );
    const page = await visitor();
    await discord.connected();

    slack.say(ANNA, slack.direct(ANNA), 'gmail imap');
    discord.say(DISCORD_ANNA, discord.direct(DISCORD_ANNA), 'gmail imap');
    await inDiscord(discord, discord.direct(DISCORD_ANNA), /imap\.gmail\.com/);
    await page.say('gmail imap');
    await page.until(/imap\.gmail\.com/);
    const heardMeanwhile = slackTexts(slack, slack.direct(ANNA));
    slack.calm();
    await inSlack(slack, slack.direct(ANNA), /imap\.gmail\.com/);

    expect(heardMeanwhile).toEqual([]);
  });

  it('Slack and the web page go on without Discord, which is tried again until it answers', async () => {
    const { slack, discord, visitor } = await startScene({}, ({ discord }) =>
      discord.fault({ on: /^GET /, kind: 'error', times: 2 }),
    );
    const page = await visitor();

    slack.say(ANNA, slack.direct(ANNA), 'gmail imap');
    await inSlack(slack, slack.direct(ANNA), /imap\.gmail\.com/);
    await page.say('gmail imap');
    await page.until(/imap\.gmail\.com/);
    await discord.connected();
    discord.say(DISCORD_ANNA, discord.direct(DISCORD_ANNA), 'gmail imap');

    await inDiscord(discord, discord.direct(DISCORD_ANNA), /imap\.gmail\.com/);
  });

  it('what was said to one that broke off is answered when it is back', async () => {
    const { slack } = await startScene();
    slack.say(ANNA, slack.direct(ANNA), 'gmail imap');
    await inSlack(slack, slack.direct(ANNA), /imap\.gmail\.com/);

    slack.fault({ method: 'chat.postMessage', kind: 'drop-response', times: 2 });
    for (let line = slack.connections(); line > 0; line--) slack.disconnect('cut');
    slack.say(ANNA, slack.direct(ANNA), 'yahoo imap');
    await inSlack(slack, slack.direct(ANNA), /imap\.mail\.yahoo\.com/);
    slack.say(ANNA, slack.direct(ANNA), 'icloud imap');
    await inSlack(slack, slack.direct(ANNA), /imap\.mail\.me\.com/);

    expect(slackTexts(slack, slack.direct(ANNA))).toHaveLength(3);
  });
});
