import type { AdapterLog, ChatAdapter, Ticket } from '../../core/index.ts';
import { isAgent } from './agents.ts';
import { backfill, channelsOf, repliedSince } from './backfill.ts';
import { sendingClient } from './client.ts';
import { createGate } from './cooldown.ts';
import { deliver } from './deliver.ts';
import type { DeliveryKit } from './delivery-kit.ts';
import { fetchFile } from './fetch-file.ts';
import { createHttpTransport } from './http.ts';
import { createIdentity, type Identity } from './identity.ts';
import { parsePlace, placeId } from './ids.ts';
import { createOverview, type Overview } from './overview.ts';
import { createPacing, type SLACK_PACE, whileOurs } from './pacing.ts';
import { createPeople } from './people.ts';
import { createRecent } from './recent.ts';
import { createDoor, type EventDoor } from './receiver.ts';
import { createSocketTransport } from './socket.ts';
import type { Transport } from './transport.ts';
import { createUploads, type KeptText } from './uploads.ts';
import { within } from './waiting.ts';

export interface SlackOptions {
  log: AdapterLog;
  /** `xoxb-…` */
  botToken: string;
  /** `xapp-…`: switches Socket Mode on. */
  appToken?: string;
  /** Without an app token: events come by HTTP, signed with this. */
  signingSecret?: string;
  /** For HTTP; 3000 by default, 0 takes any free one. */
  httpPort?: number;
  /** Of any server that speaks like Slack's Web API, e.g. `https://slack.com/api/`. */
  apiUrl?: string;
  /** Channel id where tickets go. */
  deskChannel?: string;
  /** Where the tickets of every queue go, also on other platforms; they may change while we run. */
  desks?: () => readonly string[];
  /** Id of the user group whose members may act at the desk; without it, those in the channel may. */
  deskGroup?: string;
  /** Where small texts outlive a restart. */
  state: (name: string) => KeptText;
  /** Whether this process may still send what it was given; always, where nobody else does. */
  maySend?: () => boolean;
  /** For the list of open tickets at the desk. */
  openTickets?: () => Promise<Ticket[]>;
  /** Of the desk. */
  language?: string;
  /** Milliseconds that changes of tickets are gathered before that list is drawn anew. */
  overviewEvery?: number;
  /** How quickly messages may follow each other in one channel; Slack's own limit by default. */
  pace?: typeof SLACK_PACE;
  /** Milliseconds between attempts to connect: the first wait, and the longest. */
  reconnect?: { first: number; longest: number };
  /** Milliseconds without an answer to our pings, after which a socket counts as dead. */
  pingTimeout?: number;
  /** Milliseconds that it goes on after Slack has said that it drops events. */
  droppedFor?: number;
}

const DEFAULT_PORT = 3000;
/** The start does not wait longer for Slack to say who we are. */
const SIGN_IN_PATIENCE_MS = 3_000;
/** Slack tells once a minute that it drops events. https://docs.slack.dev/reference/events/app_rate_limited */
const DROPPED_MS = 60_000;

function transportOf(options: SlackOptions, door: EventDoor): Transport {
  const { log, appToken, apiUrl, signingSecret, httpPort = DEFAULT_PORT, reconnect, pingTimeout } = options;
  if (appToken !== undefined) {
    const patience = { ...(reconnect && { backoff: reconnect }), ...(pingTimeout !== undefined && { pingTimeout }) };
    return createSocketTransport({ appToken, apiUrl, door, log, ...patience });
  }
  if (signingSecret !== undefined) return createHttpTransport({ signingSecret, port: httpPort, door, log });
  throw new Error('Slack needs an app token (Socket Mode) or a signing secret (HTTP)');
}

function overviewOf(options: SlackOptions, kit: DeliveryKit): Overview | undefined {
  const { openTickets, language = 'en', state, overviewEvery: gatherMs } = options;
  if (openTickets === undefined) return undefined;
  const kept = state('slack-overview');
  const desks = () => deskChannels(options);
  return createOverview(kit, { openTickets, language, desks, kept, ...(gatherMs !== undefined && { gatherMs }) });
}

/** The channel for all tickets, and those that queues name. */
function deskChannels({ deskChannel, desks }: SlackOptions): string[] {
  const named = (desks?.() ?? []).flatMap((at) => parsePlace(at)?.channel ?? []);
  return deskChannel === undefined ? named : [deskChannel, ...named];
}

/** The team is known once Slack has answered; deliveries do without it. */
function withDesk(adapter: ChatAdapter, identity: Identity, channel: string): ChatAdapter {
  return {
    ...adapter,
    get desk() {
      return placeId({ team: identity.known().team ?? '', channel });
    },
  };
}

/** Slack as a chat platform: Bolt's receivers in, Slack's Web API out. Serves one workspace. */
export function createSlackAdapter(options: SlackOptions): ChatAdapter {
  const { log, botToken, apiUrl, deskChannel, deskGroup, state, droppedFor = DROPPED_MS } = options;
  const client = sendingClient(botToken, apiUrl, log);
  const gate = createGate(log);
  const people = createPeople(client, gate.guarded, log);
  const identity = createIdentity(client, log);
  const kit: DeliveryKit = {
    client,
    people,
    identity,
    log,
    guarded: gate.guarded,
    paced: whileOurs(createPacing(options.pace), options.maySend),
    uploads: createUploads(state('slack-uploads')),
    signs: createRecent(),
    isDesk: (channel) => deskChannels(options).includes(channel),
    deskGroup,
  };
  const overview = overviewOf(options, kit);
  let door: EventDoor | undefined;
  let transport: Transport | undefined;
  let gaps = 0;
  /** Only a process that delivers draws the overview. */
  let drawn = false;

  function health(): ReturnType<ChatAdapter['health']> {
    const line = transport?.health() ?? { connected: false, detail: 'not started' };
    const { connected, detail } = line;
    const refusal = gate.refusal();
    return {
      connected,
      detail: refusal === undefined ? detail : `${detail}; Slack refuses the bot token (${refusal})`,
      gaps: gaps + (line.gaps ?? 0),
    };
  }

  const adapter: ChatAdapter = {
    name: 'slack',
    start: async (receive) => {
      await within(identity.ask(), SIGN_IN_PATIENCE_MS, {});
      door = createDoor({
        receive,
        client,
        people,
        log,
        identity: () => identity.known(),
        repliedSince: (event) => repliedSince(kit, event),
        missed: () => {
          setTimeout(() => {
            gaps += 1;
          }, droppedFor).unref();
        },
      });
      transport = transportOf(options, door);
      await transport.start();
    },
    deliver: async (row) => {
      const result = await deliver(kit, row);
      if (row.operation.ticket !== undefined || !drawn) overview?.changed();
      drawn = true;
      return result;
    },
    signIn: async () => void (await identity.ask()),
    backfill: (place, since) => backfill(kit, place, since),
    places: () => channelsOf(kit),
    fetchFile: (file, limit, signal) =>
      fetchFile({ client, guarded: gate.guarded, botToken, apiUrl }, file, limit, signal),
    isAgent: (desk, person) => isAgent(kit, desk, person),
    scoped: (id) => `slack:${identity.known().team ?? ''}/${id}`,
    stop: async () => {
      await door?.close();
      await transport?.stop();
      await overview?.stop();
    },
    health,
  };
  return deskChannel === undefined ? adapter : withDesk(adapter, identity, deskChannel);
}
