import { setTimeout as wait } from 'node:timers/promises';
import { discordText } from '../bot/end-to-end/said.ts';
import { startDiscordDouble, type DiscordDouble } from '../support/discord-double/index.ts';
import type { Side } from './side.ts';

const BROKEN_LINE = 1006;
/** Who types in Discord needs this long for a message, ms. */
const TYPING = 40;
const POST = /^POST \/channels\/\d+\/messages/;

export async function discordSide(count: number): Promise<Side> {
  const discord = await startDiscordDouble();
  const people = Array.from({ length: count }, (_, index) => `${4001 + index}`);
  for (const person of people) discord.addUser(person);
  return {
    name: 'discord',
    people,
    variables: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
    say: async (person, text) => {
      discord.say(person, discord.direct(person), text);
      await wait(TYPING);
    },
    seen: (person) =>
      discord
        .dms(person)
        .filter(({ author }) => author.bot)
        .map((message) => discordText(discord, message)),
    connected: () => discord.gateway.connected,
    trouble: (random) => random.pick(TROUBLES)(discord),
    calm: () => discord.calm(),
    stop: () => discord.stop(),
  };
}

const TROUBLES: ((discord: DiscordDouble) => void)[] = [
  (discord) => discord.fault({ on: POST, kind: 'rate-limit', retryAfter: 1 }),
  (discord) => discord.fault({ on: POST, kind: 'rate-limit', retryAfter: 1, global: true }),
  (discord) => discord.fault({ on: POST, kind: 'error', times: 2 }),
  (discord) => discord.fault({ on: POST, kind: 'error-after' }),
  (discord) => discord.fault({ on: POST, kind: 'drop' }),
  (discord) => discord.fault({ on: POST, kind: 'drop-after', times: 2 }),
  (discord) => discord.fault({ kind: 'duplicate-dispatch' }),
  (discord) => discord.gateway.askReconnect(),
  (discord) => discord.gateway.disconnect(BROKEN_LINE),
  (discord) => discord.gateway.invalidate(true),
  (discord) => discord.gateway.invalidate(false),
];
