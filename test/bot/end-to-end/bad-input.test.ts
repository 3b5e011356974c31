import { describe, expect, it } from 'vitest';
import { inDiscord, inSlack } from './said.ts';
import { startScene } from './scene.ts';

const [ANNA, DISCORD_ANNA] = ['U0ANNA', '3001'];

/** What people send by mistake, and what a polite answer to it says. */
const ODD: { name: string; text: string; answer: RegExp }[] = [
  {
    name: 'a message of 1 MB',
    text: 'mail does not work. '.repeat(52_429),
    answer: /not quite sure what you need|That was long/,
  },
  { name: 'only emoji', text: '😀🎉👍', answer: /empty message/ },
  { name: 'zero-width characters', text: '\u200B\u200D\u2060\uFEFF', answer: /empty message/ },
  {
    name: '5,000 addresses',
    text: Array.from({ length: 5_000 }, (_, index) => `person${index}@mail${index}.example.org`).join(', '),
    answer: /mail0\.example\.org/,
  },
];

/** More than the web page takes, in characters. */
const LONG = 64 * 1024;

describe('what people send by mistake', () => {
  it('is answered politely in Slack, and the next question is too', async () => {
    const { slack } = await startScene();

    for (const [index, { text, answer }] of ODD.entries()) {
      const user = `U0ODD${index}`;
      slack.addUser(user);
      const { seen } = slack.say(user, slack.direct(user), text);
      expect(await seen).toEqual([expect.objectContaining({ acknowledged: true })]);
      await inSlack(slack, slack.direct(user), answer);
      slack.say(user, slack.direct(user), 'gmail imap');
      await inSlack(slack, slack.direct(user), /imap\.gmail\.com/);
    }
  });

  it('is answered politely on the web page, and the next question is too', async () => {
    const { visitor } = await startScene();

    for (const { text, answer } of ODD.filter(({ text }) => text.length < LONG)) {
      const page = await visitor();
      await page.say(text);
      await page.until(answer);
      await page.say('gmail imap');
      await page.until(/imap\.gmail\.com/);
    }
  });

  it('is refused with its reason on the web page when it is too long, and the next question is answered', async () => {
    const { visitor } = await startScene();

    for (const { text } of ODD.filter(({ text }) => text.length >= LONG)) {
      const page = await visitor();
      const refused = await page.say(text);
      await page.say('gmail imap');
      await page.until(/imap\.gmail\.com/);
      expect(refused.status).toBe(413);
      expect(refused.page).toMatch(/more than I can read at once/);
    }
  });

  it('is a picture alone: they are asked kindly to type the error', async () => {
    const { slack, discord } = await startScene();
    const picture = { filename: 'error.png', content_type: 'image/png', size: 9, url: 'https://cdn.example/error.png' };

    slack.say(ANNA, slack.direct(ANNA), '', { files: [{ name: 'error.png', content: 'not a real picture' }] });
    discord.say(DISCORD_ANNA, discord.direct(DISCORD_ANNA), '', { attachments: [picture] });

    await inSlack(slack, slack.direct(ANNA), /can’t read pictures.*type the error/);
    await inDiscord(discord, discord.direct(DISCORD_ANNA), /can’t read pictures.*type the error/);
  });
});
