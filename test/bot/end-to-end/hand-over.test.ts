import { describe, expect, it } from 'vitest';
import {
  inDiscord,
  inSlack,
  quietlyInDiscord,
  quietlyInSlack,
  discordTexts,
  slackText,
  threadInDiscord,
  ticketInSlack,
} from './said.ts';
import { DESK_TOKEN, type Scene, startScene } from './scene.ts';
import { openDeskTicket } from './web-page.ts';

const [ANNA, AGENT, GENERAL, DESK] = ['U0ANNA', 'U0AGENT', 'C0GENERAL', 'C0DESK'];
const [DISCORD_ANNA, DISCORD_AGENT, DISCORD_GENERAL, DISCORD_DESK] = ['3001', '3003', '2001', '2002'];

describe('an asker in Discord and a desk in Slack', () => {
  it('talk through a ticket: sent words arrive once, notes and drafts never', async () => {
    const scene = await startScene({ SLACK_DESK_CHANNEL: DESK });
    const { slack, discord, stop } = scene;
    const direct = discord.direct(DISCORD_ANNA);

    discord.say(DISCORD_ANNA, DISCORD_GENERAL, `<@${discord.botUser}> gmail imap`);
    await inDiscord(discord, DISCORD_GENERAL, /imap\.gmail\.com/);
    discord.say(DISCORD_ANNA, DISCORD_GENERAL, `<@${discord.botUser}> my password is hUnter2-Xy9, talk to a human`);
    await inDiscord(discord, direct, /where the person will answer you/);
    const ticket = await ticketInSlack(slack, DESK);
    expect(slackText(ticket)).toMatch(/gmail imap[\s\S]*password hidden/);

    await agentWrites(scene, ticket.ts, 'she may be on Outlook 2010', 'Keep as note');
    await quietlyInSlack(slack, AGENT, /Kept as a note/);
    await agentWrites(scene, ticket.ts, 'Which Outlook is it?', 'Send this');
    await inDiscord(discord, direct, /Which Outlook is it\?/);
    await inSlack(slack, DESK, /Sent to/, ticket.ts);

    discord.say(DISCORD_ANNA, direct, 'the one of 2016');
    await inSlack(slack, DESK, /the one of 2016/, ticket.ts);
    await slack.press(AGENT, ticket.ts, 'Close');
    await inDiscord(discord, direct, /is closed/);
    await stop();

    const heard = discordTexts(discord, direct);
    expect(heard.filter((text) => text.includes('Which Outlook is it?'))).toHaveLength(1);
    expect(heard.join()).not.toContain('Outlook 2010');
    expect(JSON.stringify(discord.messages(DISCORD_GENERAL))).not.toMatch(/Which Outlook|2010/);
    expect(JSON.stringify(slack.messages(DESK))).not.toContain('hUnter2');
  });

  it('have the bot silent in the conversation of the ticket, and nowhere else', async () => {
    const { slack, discord, stop } = await startScene({ SLACK_DESK_CHANNEL: DESK });
    const direct = discord.direct(DISCORD_ANNA);

    discord.say(DISCORD_ANNA, direct, 'talk to a human');
    await inDiscord(discord, direct, /passed you on to a person/);
    const more = discord.say(DISCORD_ANNA, direct, 'what is the imap server of gmail?');
    await discord.until(() => more.reactions.includes('✅'), 10_000);
    discord.say(DISCORD_ANNA, DISCORD_GENERAL, `<@${discord.botUser}> what is the imap server of gmail?`);
    await inDiscord(discord, DISCORD_GENERAL, /imap\.gmail\.com/);
    const ticket = await ticketInSlack(slack, DESK);
    await inSlack(slack, DESK, /imap server of gmail/, ticket.ts);
    await stop();

    expect(discordTexts(discord, direct).join()).not.toContain('imap.gmail.com');
  });
});

describe('an asker in Slack and a desk in Discord', () => {
  it('talk through a ticket that a button opened', async () => {
    const { slack, discord, stop } = await startScene({ DISCORD_DESK_CHANNEL: DISCORD_DESK });
    const direct = slack.direct(ANNA);

    const { ts } = slack.say(ANNA, GENERAL, `<@${slack.botUser}> error 535 with gmail, but the password is right`);
    const answer = await inSlack(slack, GENERAL, /Does it work now/, ts);
    await slack.press(ANNA, answer.ts, 'No');
    const sorry = await quietlyInSlack(slack, ANNA, /bring in a person/);
    await slack.press(ANNA, sorry.ts, 'Talk to a person');
    await inSlack(slack, direct, /where the person will answer you/);
    const thread = await threadInDiscord(discord, DISCORD_DESK);
    const request = await inDiscord(discord, DISCORD_DESK, /Request 1[\s\S]*535/);
    slack.say(ANNA, direct, 'it is for a school');
    await inDiscord(discord, thread.id, /anna.*it is for a school/);
    discord.press(DISCORD_AGENT, request.id, 'Claim');
    await inDiscord(discord, thread.id, /mei takes care of this/);

    discord.say(DISCORD_AGENT, thread.id, 'Please make an app password.');
    const prompt = await inDiscord(discord, thread.id, /Not sent yet/);
    expect(JSON.stringify(slack.messages(direct))).not.toContain('app password.');
    discord.press(DISCORD_AGENT, prompt.id, 'Send this');
    await inSlack(slack, direct, /Please make an app password\./);
    await inDiscord(discord, thread.id, /Sent to/);
    discord.press(DISCORD_AGENT, prompt.id, 'Send this');
    await quietlyInDiscord(discord, DISCORD_AGENT, /decided already/);
    await stop();

    const sent = slack
      .messages(direct)
      .filter((message) => slackText(message).includes('Please make an app password.'));
    expect(sent).toHaveLength(1);
    expect(JSON.stringify([slack.messages(GENERAL), slack.ephemeral()])).not.toContain('app password.');
  });
});

describe('an asker on the web page', () => {
  it('is answered from a desk in Slack', async () => {
    const scene = await startScene({ SLACK_DESK_CHANNEL: DESK });
    const { slack, visitor } = scene;
    const page = await visitor();

    await page.say('我想找人工客服');
    await page.until(/转给|人工/);
    const ticket = await ticketInSlack(slack, DESK);
    await agentWrites(scene, ticket.ts, '您好，请问是哪个邮箱？', 'Send this');
    const seen = await page.until(/您好，请问是哪个邮箱？/);
    await inSlack(slack, DESK, /Sent to/, ticket.ts);
    await page.say('是QQ邮箱');

    await inSlack(slack, DESK, /是QQ邮箱/, ticket.ts);
    expect(seen.match(/请问是哪个邮箱/g)).toHaveLength(1);
  });
});

describe('an asker in Slack and a desk on the web page', () => {
  it('talk through a ticket that /mail human opened', async () => {
    const { slack, url } = await startScene({ WEB_DESK_TOKEN: DESK_TOKEN });
    const direct = slack.direct(ANNA);

    await slack.command(ANNA, GENERAL, 'human my mailbox is locked');
    await inSlack(slack, direct, /where the person will answer you/);
    const desk = await openDeskTicket(url, DESK_TOKEN, 'Kim');
    await desk.until(/my mailbox is locked/);
    await desk.say('Which provider is it?');
    await desk.until(/Not sent yet/);
    await desk.press('Send this');
    const answer = await inSlack(slack, direct, /Which provider is it\?/);
    await desk.act('close');
    await inSlack(slack, direct, /is closed/);

    expect(slackText(answer)).toContain('Kim');
  });
});

describe('a wish for a human where nobody is configured', () => {
  it('is kept, and the person is told so', async () => {
    const { visitor, discord } = await startScene();
    const page = await visitor();

    await page.say('talk to a human');
    const told = await page.until(/kept your request \(number 1\)/);
    await page.say('gmail imap');
    await page.until(/imap\.gmail\.com/);
    discord.command(DISCORD_ANNA, DISCORD_GENERAL, 'human');
    await quietlyInDiscord(discord, DISCORD_ANNA, /kept your request \(number 2\)/);

    expect(told).toContain('Nobody is on duty');
  });
});

/** The agent writes in the ticket's thread in Slack, and decides what becomes of it. */
async function agentWrites({ slack }: Scene, thread: string, words: string, button: string): Promise<void> {
  const prompts = () => slack.ephemeral(AGENT).filter((message) => slackText(message).includes('Not sent yet'));
  const before = prompts().length;
  slack.say(AGENT, DESK, words, { thread });
  const prompt = await slack.until(() => prompts()[before]);
  await slack.press(AGENT, prompt.ts, button);
}
