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
import type { Server } from 'node:http';
import { ChannelType } from 'discord-api-types/v10';
import type { Double } from './double.ts';
import { createFaults, type Fault } from './faults.ts';
import { Gateway } from './gateway.ts';
import { records, text } from './json.ts';
import { createLedger } from './ledger.ts';
import { componentsOf, People } from './people.ts';
import { createRestServer, type RestServer } from './server.ts';
import {
  addChannel,
  addGuild,
  addUser,
  BOT,
  createWorld,
  directChannel,
  TOKEN,
  type DoubleChannel,
  type DoubleGuild,
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
  /** How many shards Discord advises; 1 by default. */
  shards?: number;
  /** How many may begin at once; 1 by default. */
  maxConcurrency?: number;
  /** Fewer are refused. */
  leastShards?: number;
  /** Milliseconds for one IDENTIFY of each concurrency key; 5,000 by default. */
  identifyMs?: number;
  /** Milliseconds that a nonce is remembered; "the past few minutes" by default. */
  nonceMs?: number;
  /** Milliseconds until there are 1,000 again. */
  startsResetMs?: number;
}

interface Watch {
  changed: () => void;
  until<Value>(this: void, look: () => Value | undefined | false, ms?: number): Promise<Value>;
}

interface Parts {
  double: Double;
  rest: RestServer;
  gateway: Gateway;
  watch: Watch;
  port: number;
}

function createWatch(): Watch {
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

function signed(world: World, port: number, name: string): string {
  return `http://127.0.0.1:${port}/files/${name}?ex=${world.files.get(name)?.signature ?? 0}`;
}

export class DiscordDouble extends People {
  /** For `DISCORD_API_URL`, without the version. */
  readonly apiUrl: string;
  readonly token = TOKEN;
  readonly botUser = BOT;
  readonly gateway: Gateway;
  readonly world: World;
  /** Looks whenever something changes until there is something to see; rejects after `ms`, 5,000 by default. */
  readonly until: Watch['until'];
  /** Makes `until` look again, for what happens outside of the double. */
  readonly nudge: () => void;
  readonly #double: Double;
  readonly #rest: RestServer;
  readonly #port: number;

  constructor({ double, rest, gateway, watch, port }: Parts) {
    super(double);
    this.#double = double;
    this.#rest = rest;
    this.#port = port;
    this.world = double.world;
    this.gateway = gateway;
    this.until = watch.until;
    this.nudge = watch.changed;
    this.apiUrl = `http://127.0.0.1:${port}/api`;
  }

  addUser(id: string, facts?: Partial<DoubleUser>): DoubleUser {
    return addUser(this.world, id, facts);
  }

  addChannel(id: string, facts?: Partial<DoubleChannel>): DoubleChannel {
    return addChannel(this.world, id, facts);
  }

  /** A file on Discord's servers, as it comes with a message. */
  addFile(name: string, mime: string, bytes: Uint8Array): Record<string, unknown> {
    this.world.files.set(name, { mime, bytes, signature: 1 });
    const url = signed(this.world, this.#port, name);
    return { id: this.world.nextId(), filename: name, content_type: mime, size: bytes.length, url };
  }

  /** From now on the addresses that were given out are no longer good. */
  expireFiles(): void {
    for (const file of this.world.files.values()) file.signature += 1;
  }

  /** Another server that the app is in; its id says which shard serves it. */
  addGuild(id: string, facts?: Partial<DoubleGuild>): DoubleGuild {
    return addGuild(this.world, id, facts);
  }

  /** A thread that people have begun. */
  addThread(id: string, parent: string, facts?: Partial<DoubleChannel>): DoubleChannel {
    return addChannel(this.world, id, { type: ChannelType.PublicThread, parent_id: parent, access: 'write', ...facts });
  }

  /** The DM channel of a user with the app. */
  direct(user: string): string {
    return directChannel(this.world, user).id;
  }

  /** What everyone in a channel sees now, oldest first; people's messages included. */
  messages(channel: string): DoubleMessage[] {
    return this.#all().filter((one) => one.channel_id === channel && one.onlyFor === undefined);
  }

  /** What stands in a person's DM with the app. */
  dms(user: string): DoubleMessage[] {
    return this.#all().filter((one) => one.channel_id === this.direct(user));
  }

  /** What only this person sees in channels. */
  ephemerals(user: string): DoubleMessage[] {
    return this.#all().filter((one) => one.onlyFor === user);
  }

  /** Threads and forum posts of a channel. */
  threads(channel: string): DoubleChannel[] {
    return [...this.world.channels.values()].filter(({ parent_id }) => parent_id === channel);
  }

  /** What a person reads: all texts, without the escapes that Discord hides. Markup stays. */
  textOf(message: DoubleMessage): string {
    return textOf(message);
  }

  /** Buttons and the options of menus. */
  labelsOf(message: DoubleMessage): string[] {
    return labelsOf(message);
  }

  /** "POST /channels/2001/messages", oldest first. */
  requests(pattern = /./): string[] {
    return this.#rest.requests.filter((name) => pattern.test(name));
  }

  fault(fault: Fault): void {
    this.#double.faults.add(fault);
  }

  /** What was to go wrong and has not yet, does not. */
  calm(): void {
    this.#double.faults.clear();
  }

  /** How often each kind of fault has come about. */
  met(): ReadonlyMap<string, number> {
    return this.#double.faults.met;
  }

  /**
   * False where a direct message has surely reached no process of the app that could store it, in a channel that the app
   * knew nothing of: no session will tell of it any more, and Discord lists no direct messages.
   */
  heard(message: DoubleMessage): boolean {
    const channel = this.world.channel(message.channel_id);
    if (channel.guild_id !== undefined) return true;
    return this.messages(channel.id).some(({ id, author }) => author.bot || this.#double.ledger.heard(id));
  }

  /** From now on no interaction so far can be answered, as after 15 minutes. */
  expireInteractions(): void {
    for (const interaction of this.world.interactions.values()) interaction.expired = true;
  }

  /** Sets how many session starts are left today. */
  allowStarts(count: number): void {
    this.#double.starts.remaining = count;
  }

  /** From now on Discord advises so many shards. */
  adviseShards(count: number): void {
    this.#double.shards = count;
  }

  /** Resolves when the app's session is up. */
  async connected(): Promise<void> {
    await this.until(() => this.gateway.connected > 0);
  }

  async stop(): Promise<void> {
    this.gateway.close();
    this.#rest.server.closeAllConnections();
    await new Promise((resolve) => {
      this.#rest.server.close(resolve);
    });
  }

  #all(): DoubleMessage[] {
    return [...this.world.messages.values()];
  }
}

export async function startDiscordDouble(options: DiscordDoubleOptions = {}): Promise<DiscordDouble> {
  const { messageContent = true, interactionMs = 3_000, heartbeatMs = 41_250 } = options;
  const { starts = 1_000, startsResetMs = 3_600_000, identifyMs = 5_000 } = options;
  const { shards = 1, maxConcurrency = 1, leastShards = 1, nonceMs = 3 * 60_000 } = options;
  const watch = createWatch();
  let port = 0;
  const double: Double = {
    world: createWorld(),
    faults: createFaults(),
    ledger: createLedger(),
    interactionMs,
    nonceMs,
    shards,
    maxConcurrency,
    messageContent,
    starts: { remaining: starts, resetMs: startsResetMs },
    readsAll: () => gateway.readsAll,
    signAgain: (url) => signed(double.world, port, new URL(url).pathname.split('/').at(-1) ?? ''),
    gatewayUrl: () => `ws://127.0.0.1:${port}/gateway`,
    dispatch: (type, data) => gateway.dispatch(type, data),
    changed: watch.changed,
  };
  const rest = createRestServer(double);
  const gateway = new Gateway(rest.server, double, { heartbeatMs, messageContent, leastShards, identifyMs });
  port = await listen(rest.server);
  return new DiscordDouble({ double, rest, gateway, watch, port });
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
