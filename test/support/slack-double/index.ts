/**
 * A strict stand-in for Slack: Web API, Socket Mode, signed requests, `response_url`, file upload. It checks tokens,
 * scopes, channels, membership and Block Kit's limits as Slack does, sends an event again that was not acknowledged
 * in time, gives one envelope to one of several sockets, sends a mention twice, echoes the app's own messages, and
 * keeps a ledger of all that anyone could see.
 *
 * A workspace to start with: users U0ANNA, U0BEN, U0AGENT; channels C0GENERAL and C0DESK with the app in them,
 * C0OUTSIDE without it; the DM of a user is `direct(user)`.
 *
 *     const slack = await startSlackDouble();
 *     const adapter = createSlackAdapter({ apiUrl: slack.apiUrl, botToken: slack.botToken, appToken: slack.appToken, … });
 *     await adapter.start(receive);
 *     slack.say('U0ANNA', 'C0GENERAL', '<@U0BOT> what is the imap server of qq mail');
 *     const answer = await slack.until(() => slack.messages('C0GENERAL').find((m) => m.user === slack.botUser));
 *     await slack.press('U0ANNA', answer.ts, /human/);
 *     await slack.stop();
 *
 * With `mode: 'http'` events are signed requests: call `listenAt(port)` once the app listens.
 */
import { ALL_SCOPES } from '../../../src/adapters/slack/scopes.ts';
import type { Json } from './call.ts';
import { createFaults, type Fault } from './faults.ts';
import { METHODS } from './methods.ts';
import { createActors, type Actors } from './people.ts';
import { createRequests, signatureHeaders } from './requests.ts';
import { startServer } from './server.ts';
import { createSockets, type Deliverer } from './sockets.ts';
import {
  addChannel,
  addUser,
  BOT_USER,
  createWorld,
  directChannel,
  TEAM,
  type DoubleChannel,
  type DoubleEphemeral,
  type DoubleMessage,
  type DoubleUser,
  type DoubleView,
} from './world.ts';

export { signatureHeaders };

/** Web API methods that the double knows, each with the bot scopes that Slack asks for. */
export const METHOD_SCOPES: Record<string, readonly string[]> = Object.fromEntries(
  Object.entries(METHODS).map(([name, { scopes }]) => [name, scopes]),
);

export interface SlackDoubleOptions {
  mode?: 'socket' | 'http';
  /** Milliseconds within which the app must acknowledge; Slack's own 3,000 by default. */
  ackMs?: number;
  /** How often an event is sent that nobody acknowledges; 4 by default, as Slack does within six minutes. */
  sends?: number;
}

export interface SlackDouble extends Omit<Actors, 'echo'> {
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string;
  readonly url: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly team: string;
  readonly botUser: string;
  /** The app listens on this loopback port (`mode: 'http'`). */
  listenAt(port: number): void;
  addUser(id: string, facts?: Partial<DoubleUser>): void;
  addChannel(id: string, members: readonly string[]): DoubleChannel;
  addGroup(id: string, members: string[]): void;
  channel(id: string): DoubleChannel;
  /** Id of the DM between a user and the app. */
  direct(user: string): string;
  /** What everyone in a channel sees now, oldest first; people's messages included. */
  messages(channel: string): DoubleMessage[];
  /** What only one person saw, oldest first. */
  ephemeral(user?: string): DoubleEphemeral[];
  views(): DoubleView[];
  /** What stands on a person's App Home, and the prompts of their DM. */
  home(user: string): Record<string, unknown>[] | undefined;
  prompts(user: string): Record<string, unknown>[] | undefined;
  /** What stood below a thread, oldest first. */
  statuses(thread: string): string[];
  /** Calls so far, oldest first. */
  calls(method?: string): { method: string; args: Json }[];
  /** Takes a scope from the token. */
  revokeScope(scope: string): void;
  grantScope(scope: string): void;
  fault(fault: Fault): void;
  /** What was to go wrong and has not yet, does not. */
  calm(): void;
  /** How often each kind of fault has come about. */
  met(): ReadonlyMap<string, number>;
  /** Ends the oldest socket: announced, as at Slack's refresh, or cut; or freezes it. */
  disconnect(manner: 'refresh' | 'cut' | 'freeze'): void;
  connections(): number;
  /** Resolves with the first value that is not undefined; looks again at every change. */
  until<T>(look: () => T | undefined): Promise<T>;
  /** Makes `until` look again, when what it looks for is outside of the double. */
  recheck(): void;
  stop(): Promise<void>;
}

const BOT_TOKEN = 'xoxb-double-bot';
const APP_TOKEN = 'xapp-double-app';
const SIGNING_SECRET = 'double-signing-secret';

export async function startSlackDouble(options: SlackDoubleOptions = {}): Promise<SlackDouble> {
  const { mode = 'socket', ackMs = 3_000, sends = 4 } = options;
  const world = createWorld();
  const faults = createFaults();
  const scopes = new Set(ALL_SCOPES);
  const calls: { method: string; args: Json }[] = [];
  for (const user of ['U0ANNA', 'U0BEN', 'U0AGENT']) addUser(world, user);
  addUser(world, BOT_USER, { name: 'postilion', bot: true });
  addChannel(world, 'C0GENERAL', [BOT_USER, 'U0ANNA', 'U0BEN', 'U0AGENT']);
  addChannel(world, 'C0DESK', [BOT_USER, 'U0AGENT']);
  addChannel(world, 'C0OUTSIDE', ['U0ANNA', 'U0BEN']);

  const running = await startServer({
    world,
    faults,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    scopes: () => scopes,
    socketTicket: () => sockets.ticket(),
    echo: (change) => actors.echo(change),
    called: (method, args) => calls.push({ method, args }),
  });
  world.url = running.url;
  const sockets = createSockets(world, faults, running.server, { ackMs, sends });
  let listenAt: (port: number) => void = () => undefined;
  const target = new Promise<string>((resolve) => {
    listenAt = (port) => resolve(`http://127.0.0.1:${port}/slack/events`);
  });
  const requests = createRequests({ signingSecret: SIGNING_SECRET, target, ackMs, faults });
  const transport = mode === 'socket' ? sockets : requests;
  const deliverer: Pick<Deliverer, 'deliver'> = {
    deliver: async (type, payload) => {
      const result = await transport.deliver(type, payload);
      world.changed();
      return result;
    },
  };
  const actors = createActors({ world, url: running.url, deliverer });

  const channel = (id: string): DoubleChannel => {
    const found = world.channels.get(id);
    if (found === undefined) throw new Error(`the double has no channel ${id}`);
    return found;
  };

  return {
    ...actors,
    apiUrl: `${running.url}api/`,
    url: running.url,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: SIGNING_SECRET,
    team: TEAM,
    botUser: BOT_USER,
    listenAt: (port) => listenAt(port),
    addUser: (id, facts) => addUser(world, id, facts),
    addChannel: (id, members) => addChannel(world, id, members),
    addGroup: (id, members) => void world.groups.set(id, members),
    channel,
    direct: (user) => directChannel(world, user).id,
    messages: (id) => world.messages.filter((message) => message.channel === id && !message.deleted),
    ephemeral: (user) => world.ephemerals.filter((each) => user === undefined || each.user === user),
    views: () => world.views,
    home: (user) => world.homes.get(user),
    prompts: (user) => world.prompts.get(directChannel(world, user).id),
    statuses: (thread) => world.statuses.flatMap((each) => (each.thread === thread ? [each.status] : [])),
    calls: (method) => calls.filter((call) => method === undefined || call.method === method),
    revokeScope: (scope) => void scopes.delete(scope),
    grantScope: (scope) => void scopes.add(scope),
    fault: (fault) => faults.add(fault),
    calm: () => faults.clear(),
    met: () => faults.met,
    disconnect: (manner) => sockets.disconnect(manner),
    connections: () => sockets.count(),
    until: (look) => world.until(look),
    recheck: () => world.changed(),
    stop: async () => {
      await Promise.all([sockets.stop(), requests.stop()]);
      await running.close();
    },
  };
}
