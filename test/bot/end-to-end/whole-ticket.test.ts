import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { tempDir } from '../../support/temp-dir.ts';
import type { SlackDouble } from '../../support/slack-double/index.ts';
import { discordText, discordTexts, inDiscord, inSlack, quietlyInSlack, slackText, ticketInSlack } from './said.ts';
import { startBot, startDoubles } from './scene.ts';

const [AGENT, DESK] = ['U0AGENT', 'C0DESK'];
const [ANNA, GENERAL] = ['3001', '2001'];

/** The whole life of a request: asked in Discord, answered in Slack, over a restart, until "helped?". */
it('a request lives from the first question to the last', async () => {
  const doubles = await startDoubles();
  const { slack, discord } = doubles;
  const direct = discord.direct(ANNA);
  const stateDir = join(tempDir(), 'state');
  const first = await startBot(doubles, stateDir, { SLACK_DESK_CHANNEL: DESK });
  await discord.connected();

  // The assistant answers, and is asked for a person.
  discord.say(ANNA, direct, 'what is the imap server of gmail?');
  await inDiscord(discord, direct, /imap\.gmail\.com/);
  discord.say(ANNA, direct, 'error 535, can I talk to a human?');
  await inDiscord(discord, direct, /passed you on to a person/);
  const ticket = await ticketInSlack(slack, DESK);
  expect(slackText(ticket)).toMatch(/About:.*535[\s\S]*Gmail[\s\S]*imap\.gmail\.com[\s\S]*535 means[\s\S]*answered/);

  await slack.press(AGENT, ticket.ts, 'Claim');
  await inSlack(slack, DESK, /takes care of this/, ticket.ts);

  // A picture from the asker; ✅ shows that words and file were passed on.
  const picture = Buffer.from('a picture of the error');
  const said = discord.say(ANNA, direct, 'this is what it looks like', {
    attachments: [discord.addFile('error.png', 'image/png', picture)],
  });
  await inSlack(slack, DESK, /this is what it looks like/, ticket.ts);
  await slack.until(() => fileIn(slack, 'error.png'));
  expect(fileIn(slack, 'error.png')?.content).toBe(picture.toString());
  await discord.until(() => said.reactions.length > 0);

  // What the asker changes, changes at the desk.
  discord.edit(said.id, 'this is what Outlook looks like');
  await slack.until(() => find(slack, ticket.ts, 'this is what Outlook looks like'));

  // A note stays inside; what is sent arrives, with its file.
  slack.say(AGENT, DESK, '// she may have mistyped it', { thread: ticket.ts });
  await quietlyInSlack(slack, AGENT, /Kept as a note/);
  const answer = slack.say(AGENT, DESK, 'Please make an app pasword, see the guide.', {
    thread: ticket.ts,
    files: [{ name: 'guide.txt', content: 'step 1' }],
  });
  const prompt = await quietlyInSlack(slack, AGENT, /Not sent yet/);
  expect(discordTexts(discord, direct).join()).not.toMatch(/pasword/);
  await slack.press(AGENT, ticket.ts, 'Close').catch(() => undefined);
  await quietlyInSlack(slack, AGENT, /First decide/);
  await slack.press(AGENT, prompt.ts, 'Send this');
  const sent = await inDiscord(discord, direct, /app pasword/);
  await discord.until(() => attachmentsOf(discord, direct).includes('guide.txt'));
  await inSlack(slack, DESK, /✅ Sent to/, ticket.ts);
  await slack.edit(DESK, answer.ts, 'Please make an app password, see the guide.');
  await discord.until(() => discordText(discord, sent).includes('app password') && sent);

  // Asleep over a restart; its time comes while nobody is running.
  await slack.command(AGENT, DESK, 'snooze #1 hour', '/desk');
  await inSlack(slack, DESK, /Snoozed until/, ticket.ts);
  await first.stop();
  letTimePass(stateDir);
  const second = await startBot(doubles, stateDir, { SLACK_DESK_CHANNEL: DESK });
  await discord.connected();
  await inSlack(slack, DESK, /The snooze is over/, ticket.ts);

  // Solved: both sides hear what it was, and the asker is asked once whether it helped.
  await slack.command(AGENT, DESK, 'resolve #1', '/desk');
  await inSlack(slack, DESK, /Request 1 ·[\s\S]*notes: 1/, ticket.ts);
  const question = await inDiscord(discord, direct, /marked as solved[\s\S]*Did the help solve it\?/);
  discord.press(ANNA, question.id, 'Yes');
  await inDiscord(discord, direct, /good to know/);
  await inSlack(slack, DESK, /says that it helped/, ticket.ts);

  // The assistant is back.
  discord.say(ANNA, direct, 'and the smtp server of gmail?');
  await inDiscord(discord, direct, /smtp\.gmail\.com/);
  await second.stop();
  const heard = discordTexts(discord, direct).join('\n');
  expect(heard).not.toMatch(/mistyped/);
  expect(JSON.stringify(discord.messages(GENERAL))).not.toMatch(/app password|guide/);
  expect(heard.match(/app password, see/g)).toHaveLength(1);
}, 120_000);

function find(slack: SlackDouble, thread: string, words: string) {
  return slack.messages(DESK).find((message) => message.threadTs === thread && slackText(message).includes(words));
}

function fileIn(slack: SlackDouble, name: string) {
  return slack
    .messages(DESK)
    .flatMap((message) => message.files)
    .find((file) => file.name === name);
}

function attachmentsOf(discord: Awaited<ReturnType<typeof startDoubles>>['discord'], channel: string): string[] {
  return discord.messages(channel).flatMap(({ attachments }) => attachments.map((file) => String(file['filename'])));
}

/** As if the bot had been away until every alarm was due. */
function letTimePass(stateDir: string): void {
  const state = new Database(join(stateDir, 'postilion.sqlite'));
  state.exec(`update timers set due_at = 1; update tickets set details = json_set(details, '$.snoozedUntil', 1)`);
  state.close();
}
