import type { AdapterLog, ChatAdapter } from '../../core/index.ts';
import { backfill, channelsOf } from './backfill.ts';
import { sendingClient } from './client.ts';
import { createCooldown } from './cooldown.ts';
import { deliver } from './deliver.ts';
import { createHttpTransport } from './http.ts';
import { createIdentity, type Identity } from './identity.ts';
import { placeId } from './ids.ts';
import { createPacing, type SLACK_PACE } from './pacing.ts';
import { createPeople } from './people.ts';
import { createDoor, type EventDoor } from './receiver.ts';
import { createSocketTransport } from './socket.ts';
import type { Transport } from './transport.ts';
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
  /** How quickly messages may follow each other in one channel; Slack's own limit by default. */
  pace?: typeof SLACK_PACE;
  /** Milliseconds between attempts to connect: the first wait, and the longest. */
  reconnect?: { first: number; longest: number };
}

const DEFAULT_PORT = 3000;
/** The start does not wait longer for Slack to say who we are. */
const SIGN_IN_PATIENCE_MS = 3_000;

function transportOf(options: SlackOptions, door: EventDoor): Transport {
  const { log, appToken, apiUrl, signingSecret, httpPort = DEFAULT_PORT, reconnect } = options;
  if (appToken !== undefined) {
    return createSocketTransport({ appToken, apiUrl, door, log, ...(reconnect && { backoff: reconnect }) });
  }
  if (signingSecret !== undefined) return createHttpTransport({ signingSecret, port: httpPort, door, log });
  throw new Error('Slack needs an app token (Socket Mode) or a signing secret (HTTP)');
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
  const { log, botToken, apiUrl, deskChannel } = options;
  const client = sendingClient(botToken, apiUrl, log);
  const people = createPeople(client, log);
  const identity = createIdentity(client, log);
  const kit = {
    client,
    people,
    identity,
    log,
    guarded: createCooldown(),
    paced: createPacing(options.pace),
    desk: deskChannel,
  };
  let door: EventDoor | undefined;
  let transport: Transport | undefined;

  const adapter: ChatAdapter = {
    name: 'slack',
    start: async (receive) => {
      await within(identity.ask(), SIGN_IN_PATIENCE_MS, {});
      door = createDoor({ receive, client, people, log, identity: () => identity.known() });
      transport = transportOf(options, door);
      await transport.start();
    },
    deliver: (row) => deliver(kit, row),
    backfill: (place, since) => backfill(kit, place, since),
    places: () => channelsOf(kit),
    stop: async () => {
      await door?.close();
      await transport?.stop();
    },
    health: () => transport?.health() ?? { connected: false, detail: 'not started' },
  };
  return deskChannel === undefined ? adapter : withDesk(adapter, identity, deskChannel);
}
