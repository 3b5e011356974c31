import { GatewayIntentBits } from 'discord-api-types/v10';
import type { ChatAdapter, Receive } from '../../core/index.ts';
import { createAcknowledgements } from './acknowledgements.ts';
import { createApi, gatewayRest } from './api.ts';
import { createChannels } from './channels.ts';
import { openConnection } from './connection.ts';
import { deliver } from './deliver.ts';
import type { DeliveryKit } from './delivery-kit.ts';
import { askIdentity, type Identity } from './identity.ts';
import { placeId } from './ids.ts';
import { createIngress, type Ingress } from './ingress.ts';
import { createKeptIntents } from './kept-intents.ts';
import { createMemory } from './memory.ts';
import type { DiscordOptions, TextPort } from './options.ts';
import type { ReadContext } from './read-context.ts';
import { registerCommands } from './register.ts';
import { createSeen } from './seen.ts';
import { createSessions } from './session.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';

export { inviteUrl } from './invite.ts';
export type { DiscordOptions } from './options.ts';

const MOST_REMEMBERED = 10_000;

function forgetfulPort(): TextPort {
  let kept: string | undefined;
  return {
    load: () => kept,
    save: (value) => {
      kept = value;
    },
  };
}

/** No privileged intent unless it is asked for: mentions, DMs and commands work without. */
function intentsOf({ messageContent }: DiscordOptions): GatewayIntentBits {
  let intents = GatewayIntentBits.Guilds;
  intents |= GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;
  if (messageContent) intents |= GatewayIntentBits.MessageContent;
  return intents;
}

/** Discord as a chat platform: @discordjs/ws in, Discord's REST API out. discord.js's Client is not used. */
export function createDiscordAdapter(options: DiscordOptions): ChatAdapter {
  const { log, token, apiUrl, deskChannel } = options;
  const api = createApi(token, apiUrl);
  const seen = createSeen();
  const sessions = createSessions(options.session);
  const intents = createKeptIntents(options.intents ?? forgetfulPort());
  let identity: Identity | undefined;
  let ingress: Ingress | undefined;
  let supervisor: Supervisor | undefined;

  const kit: DeliveryKit = {
    api,
    log,
    channels: createChannels(api),
    intents,
    acknowledgements: createAcknowledgements(),
    originals: createMemory(MOST_REMEMBERED),
    handles: createMemory(MOST_REMEMBERED),
    self: () => identity?.user,
  };
  const context: ReadContext = {
    get self() {
      return identity?.user ?? '';
    },
    isThread: (channel) => seen.isThread(channel),
    messageById: (message) => seen.messageById(message),
    intentByKey: (key) => intents.load(key),
  };

  const prepare = async (): Promise<void> => {
    if (identity) return;
    identity = await askIdentity(api, options.applicationId);
    await registerCommands(api, identity.application, log);
  };

  const open = (taking: Ingress) => () =>
    openConnection({
      rest: gatewayRest(token, apiUrl),
      token,
      intents: intentsOf(options),
      sessions,
      log,
      onDispatch: (shard, { t, d, s }) => taking.take({ type: t, data: d, settle: sessions.begin(shard, s) }),
    });

  return {
    name: 'discord',
    ...(deskChannel !== undefined && { desk: placeId(deskChannel) }),
    start(receive: Receive) {
      ingress = createIngress({ api, log, receive, seen, context, acknowledgements: kit.acknowledgements });
      supervisor = createSupervisor({
        log,
        prepare,
        open: open(ingress),
        ...(options.reconnect && { waits: options.reconnect }),
      });
      supervisor.start();
      return Promise.resolve();
    },
    deliver: (row) => deliver(kit, row),
    async stop() {
      await supervisor?.stop();
      await ingress?.stop();
      sessions.save();
    },
    health: () => supervisor?.health() ?? { connected: false, detail: 'not started' },
  };
}
