import { setTimeout as wait } from 'node:timers/promises';
import { discordText } from '../bot/end-to-end/said.ts';
import { startDiscordDouble, type DiscordDouble } from '../support/discord-double/index.ts';
import { countingTroubles } from './discord-troubles.ts';
import { says } from './marks.ts';
import type { Crowd, Desk, Said, Shown, Side, Told, Words } from './side.ts';

/** Who types in Discord needs this long for a message, ms. */
const TYPING = 40;
/** Discord remembers nonces for minutes; here, as after a longer absence, one must find what was sent. */
const NONCE_MS = 500;
const [AGENT, FORUM] = ['3003', '2003'];
/** Discord tells whoever pressed after this time that nobody answered, ms. */
const INTERACTION_MS = 3_000;

export async function discordSide({ people, askers }: Crowd): Promise<Side> {
  const discord = await startDiscordDouble({ nonceMs: NONCE_MS, identifyMs: 500 });
  const crowd = {
    people: Array.from({ length: people }, (_, index) => `${4001 + index}`),
    askers: Array.from({ length: askers }, (_, index) => `${5001 + index}`),
  };
  for (const person of [...crowd.people, ...crowd.askers]) discord.addUser(person);
  const { trouble, met } = countingTroubles(discord);
  return {
    name: 'discord',
    ...crowd,
    wishFor: (mark) => `I want to talk to a human ${mark}`,
    desk: deskIn(discord),
    variables: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, DISCORD_DESK_CHANNEL: FORUM },
    say: (person, words) => say(discord, person, discord.direct(person), words),
    edit: (message, text) => change(() => discord.edit(message.id, text)),
    erase: (message) => eraseIn(discord, message),
    heard: ({ id }) => heardIn(discord, id),
    seen: (person) => shownIn(discord, discord.direct(person)),
    connected: () => discord.gateway.connected,
    trouble,
    calm: () => discord.calm(),
    met,
    stop: () => discord.stop(),
  };
}

function deskIn(discord: DiscordDouble): Desk {
  return {
    place: `discord:${FORUM}`,
    threads: (mark) =>
      discord
        .threads(FORUM)
        .map(({ id }) => id)
        .filter((id) =>
          discord.messages(id).some((message) => message.id === id && says(discord.textOf(message), mark)),
        ),
    write: (thread, words) => say(discord, AGENT, thread, words),
    send: ({ id }) => answered(discord.askAbout(AGENT, id, 'Send to asker')),
    shown: (thread) => shownIn(discord, thread).slice(1),
  };
}

async function say(
  discord: DiscordDouble,
  person: string,
  place: string,
  { text, file, lost = false }: Words,
): Promise<Said> {
  const attachments = file ? [discord.addFile(file.name, 'text/plain', Buffer.from(file.words))] : [];
  const { id } = discord.say(person, place, text, { attachments, lost });
  await wait(TYPING);
  return { place, id };
}

async function change(work: () => void): Promise<Told> {
  work();
  await wait(TYPING);
  return () => true;
}

/** Nothing tells later of a message that is gone: who began a new session may not have heard of it. */
async function eraseIn(discord: DiscordDouble, { id }: Said): Promise<Told> {
  const { identifies } = discord.gateway.counts;
  discord.remove(id);
  await wait(TYPING);
  return () => discord.gateway.counts.identifies === identifies;
}

function heardIn(discord: DiscordDouble, id: string): boolean {
  const message = discord.world.messages.get(id);
  return message === undefined || discord.heard(message);
}

async function answered(interaction: ReturnType<DiscordDouble['askAbout']>): Promise<boolean> {
  for (let waited = 0; waited < INTERACTION_MS && !interaction.response; waited += TYPING) await wait(TYPING);
  return interaction.response !== undefined;
}

function shownIn(discord: DiscordDouble, channel: string): Shown[] {
  return discord
    .messages(channel)
    .filter(({ author }) => author.bot)
    .map((message) => ({
      text: discordText(discord, message),
      files: message.attachments.map(({ filename, content }) => `${String(filename)} ${String(content)}`),
    }));
}
