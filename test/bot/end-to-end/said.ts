import type { DiscordDouble } from '../../support/discord-double/index.ts';
import type { SlackDouble } from '../../support/slack-double/index.ts';

type SlackMessage = ReturnType<SlackDouble['messages']>[number];
type SlackShown = ReturnType<SlackDouble['ephemeral']>[number];
type DiscordMessage = ReturnType<DiscordDouble['messages']>[number];
type DiscordThread = ReturnType<DiscordDouble['threads']>[number];

/** What a person reads of a Slack message: its words, its blocks and the labels of its buttons. */
export function slackText({ text, blocks }: Pick<SlackShown, 'text' | 'blocks'>): string {
  const shown = JSON.stringify(blocks, (key, value: unknown) => (key === 'value' || key === 'block_id' ? '' : value));
  return `${text}\n${shown}`;
}

/** What a person reads of a Discord message. */
export function discordText(discord: DiscordDouble, message: DiscordMessage): string {
  return [discord.textOf(message), ...discord.labelsOf(message)].join('\n');
}

/** All that the bot has said to everyone in a channel. */
export function slackTexts(slack: SlackDouble, channel: string): string[] {
  return ours(slack, channel).map((message) => slackText(message));
}

/** All that the bot has said to everyone in a channel, thread or DM. */
export function discordTexts(discord: DiscordDouble, channel: string): string[] {
  return theirs(discord.messages(channel)).map((message) => discordText(discord, message));
}

/** The bot's newest message in a channel, or in one thread of it, that fits. */
export function inSlack(slack: SlackDouble, channel: string, words: RegExp, thread?: string): Promise<SlackMessage> {
  const said = (): SlackMessage[] =>
    ours(slack, channel).filter(({ threadTs }) => thread === undefined || threadTs === thread);
  return newest((look) => slack.until(look), words, said, slackText);
}

/** The newest message that only this person sees and that fits. */
export function quietlyInSlack(slack: SlackDouble, user: string, words: RegExp): Promise<SlackShown> {
  return newest(
    (look) => slack.until(look),
    words,
    () => slack.ephemeral(user),
    slackText,
  );
}

/** The bot's newest message in a Discord channel, thread or DM that fits. */
export function inDiscord(discord: DiscordDouble, channel: string, words: RegExp): Promise<DiscordMessage> {
  const said = (): DiscordMessage[] => theirs(discord.messages(channel));
  return newest(
    (look) => discord.until(look),
    words,
    said,
    (message) => discordText(discord, message),
  );
}

/** The newest message that only this person sees and that fits. */
export function quietlyInDiscord(discord: DiscordDouble, user: string, words: RegExp): Promise<DiscordMessage> {
  const said = (): DiscordMessage[] => discord.ephemerals(user);
  return newest(
    (look) => discord.until(look),
    words,
    said,
    (message) => discordText(discord, message),
  );
}

/** The opening post of the only ticket at a desk in Slack; its thread hangs from it. */
export function ticketInSlack(slack: SlackDouble, desk: string): Promise<SlackMessage> {
  return inSlack(slack, desk, /Request \d/);
}

/** The thread of the only ticket at a desk in Discord. */
export function threadInDiscord(discord: DiscordDouble, desk: string): Promise<DiscordThread> {
  return discord.until(() => discord.threads(desk)[0]);
}

function ours(slack: SlackDouble, channel: string): SlackMessage[] {
  return slack.messages(channel).filter(({ user }) => user === slack.botUser);
}

function theirs(messages: readonly DiscordMessage[]): DiscordMessage[] {
  return messages.filter(({ author }) => author.bot);
}

/** Waits for it; when it never comes, the error quotes what came instead. */
async function newest<Message>(
  until: (look: () => Message | undefined) => Promise<Message>,
  words: RegExp,
  said: () => readonly Message[],
  read: (message: Message) => string,
): Promise<Message> {
  try {
    return await until(() => said().findLast((message) => words.test(read(message))));
  } catch (cause) {
    const instead = said().map((message) => read(message));
    throw new Error(`nobody said ${String(words)}, only:\n${instead.join('\n')}`, { cause });
  }
}
