/**
 * A strict stand-in for Discord: REST, gateway, interactions. It checks tokens, intents, access and Discord's limits,
 * blanks the text of messages that the app may not read, numbers dispatches and replays them on a resume, gives an
 * interaction 3 seconds and one first response, keeps nonces, and shows all that anyone could see.
 *
 * A guild to start with: users 3001 anna (en-US), 3002 bao (zh-CN), 3003 mei (zh-TW); channels 2001 general, 2002 desk
 * (text), 2003 tickets (forum), 2004 secret (no access); the DM of a user is `direct(user)`. The app is `botUser`.
 *
 *     const discord = await startDiscordDouble();
 *     const adapter = createDiscordAdapter({ apiUrl: discord.apiUrl, token: discord.token, … });
 *     await adapter.start(receive);
 *     await discord.connected();
 *     discord.say('3001', '2001', `<@${discord.botUser}> what is the imap server of qq mail`);
 *     const answer = await discord.until(() => discord.messages('2001').find((m) => m.author.bot));
 *     discord.textOf(answer);                                  // what a person reads
 *     discord.press('3001', answer.id, /human/);               // a button, or an option of a menu
 *     const asked = discord.command('3001', '2001', 'ask', { question: 'is 465 or 587 better' });
 *     await discord.until(() => discord.ephemerals('3001').at(-1));
 *     await discord.stop();
 */
import type { AddressInfo } from 'node:net';
import { ChannelType } from 'discord-api-types/v10';
import type { Double } from './double.ts';
import { createFaults, type Fault } from './faults.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { records, text } from './json.ts';
import { componentsOf, createPeople, type People } from './people.ts';
import { createRestServer } from './server.ts';
import {
  addChannel,
  addUser,
  BOT,
  createWorld,
  directChannel,
  TOKEN,
  type DoubleChannel,
  type DoubleMessage,
  type DoubleUser,
  type World,
} from './world.ts';

export interface DiscordDoubleOptions {
  /** Whether the portal allows the Message Content intent; it does by default. */
  messageContent?: boolean;
  /** Milliseconds for the first response to an interaction; 3,000 by default. */
  interactionMs?: number;
  heartbeatMs?: number;
  /** Session starts left today; 1,000 by default. */
  starts?: number;
  /** Milliseconds until there are 1,000 again. */
  startsResetMs?: number;
}

export interface DiscordDouble extends People {
  /** For `DISCORD_API_URL`, without the version. */
  readonly apiUrl: string;
  readonly token: string;
  readonly botUser: string;
  readonly gateway: Omit<Gateway, 'dispatch' | 'close'>;
  readonly world: World;
  addUser(id: string, facts?: Partial<DoubleUser>): DoubleUser;
  addChannel(id: string, facts?: Partial<DoubleChannel>): DoubleChannel;
  /** A thread that people have begun. */
  addThread(id: string, parent: string, facts?: Partial<DoubleChannel>): DoubleChannel;
  direct(user: string): string;
  /** What everyone in a channel sees now, oldest first; people's messages included. */
  messages(channel: string): DoubleMessage[];
  /** What stands in a person's DM with the app. */
  dms(user: string): DoubleMessage[];
  /** What only this person sees in channels. */
  ephemerals(user: string): DoubleMessage[];
  /** Threads and forum posts of a channel. */
  threads(channel: string): DoubleChannel[];
  /** What a person reads: all texts, without the escapes that Discord hides. Markup stays. */
  textOf(message: DoubleMessage): string;
  labelsOf(message: DoubleMessage): string[];
  /** "POST /channels/2001/messages", oldest first. */
  requests(pattern?: RegExp): string[];
  fault(fault: Fault): void;
  /** From now on no interaction so far can be answered, as after 15 minutes. */
  expireInteractions(): void;
  /** Sets how many session starts are left today. */
  allowStarts(count: number): void;
  /** Resolves when the app's session is up. */
  connected(): Promise<void>;
  /** Looks whenever something changes until there is something to see; rejects after `ms`, 5,000 by default. */
  until<Value>(look: () => Value | undefined | false, ms?: number): Promise<Value>;
  /** Makes `until` look again, for what happens outside of the double. */
  nudge(): void;
  stop(): Promise<void>;
}

function createWatch(): { changed: () => void; until: DiscordDouble['until'] } {
  const waiting = new Set<() => void>();
  return {
    changed: () => {
      for (const look of waiting) look();
    },
    until: (look, ms = 5_000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(again);
          reject(new Error('the double waited in vain'));
        }, ms);
        const again = (): void => {
          const seen = look();
          if (seen === undefined || seen === false) return;
          clearTimeout(timer);
          waiting.delete(again);
          resolve(seen);
        };
        waiting.add(again);
        again();
      }),
  };
}

function textOf(message: DoubleMessage): string {
  const shown = componentsOf(message.components).map(({ content }) => text(content) ?? '');
  const all = [message.content, ...shown].filter((part) => part !== '').join('\n');
  return all.replaceAll(/\\([^\w\s])/g, '$1').replaceAll('\u200B', '');
}

function labelsOf(message: DoubleMessage): string[] {
  const labelled = componentsOf(message.components).flatMap((one) => [one].concat(records(one['options'])));
  return labelled.map(({ label }) => text(label)).filter((label) => label !== undefined);
}

export async function startDiscordDouble(options: DiscordDoubleOptions = {}): Promise<DiscordDouble> {
  const { messageContent = true, interactionMs = 3_000, heartbeatMs = 41_250 } = options;
  const { starts = 1_000, startsResetMs = 3_600_000 } = options;
  const world = createWorld();
  const faults = createFaults();
  const watch = createWatch();
  let port = 0;
  const double: Double = {
    world,
    faults,
    interactionMs,
    starts: { remaining: starts, resetMs: startsResetMs },
    gatewayUrl: () => `ws://127.0.0.1:${port}/gateway`,
    dispatch: (type, data) => gateway.dispatch(type, data),
    changed: watch.changed,
  };
  const { server, requests } = createRestServer(double);
  const gateway = createGateway(server, double, { heartbeatMs, messageContent });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  port = isAddress(address) ? address.port : 0;
  const all = (): DoubleMessage[] => [...world.messages.values()];

  return {
    ...createPeople(double),
    apiUrl: `http://127.0.0.1:${port}/api`,
    token: TOKEN,
    botUser: BOT,
    gateway,
    world,
    addUser: (id, facts) => addUser(world, id, facts),
    addChannel: (id, facts) => addChannel(world, id, facts),
    addThread: (id, parent, facts) =>
      addChannel(world, id, { type: ChannelType.PublicThread, parent_id: parent, access: 'write', ...facts }),
    direct: (user) => directChannel(world, user).id,
    messages: (channel) => all().filter((one) => one.channel_id === channel && one.onlyFor === undefined),
    dms: (user) => all().filter((one) => one.channel_id === directChannel(world, user).id),
    ephemerals: (user) => all().filter((one) => one.onlyFor === user),
    threads: (channel) => [...world.channels.values()].filter(({ parent_id }) => parent_id === channel),
    textOf,
    labelsOf,
    requests: (pattern = /./) => requests.filter((name) => pattern.test(name)),
    fault: (fault) => faults.add(fault),
    expireInteractions() {
      for (const interaction of world.interactions.values()) interaction.expired = true;
    },
    allowStarts(count) {
      double.starts.remaining = count;
    },
    connected: async () => {
      await watch.until(() => gateway.connected > 0);
    },
    until: watch.until,
    nudge: watch.changed,
    async stop() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
