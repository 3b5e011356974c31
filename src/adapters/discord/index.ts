import { GatewayIntentBits } from 'discord-api-types/v10';
import type {
  BackfillResult,
  ChatAdapter,
  DeliveryResult,
  FileBytes,
  FileRef,
  OutboxRow,
  PersonId,
  PlaceId,
  Receive,
} from '../../core/index.ts';
import { createActivity } from './activity.ts';
import { createAcknowledgements } from './acknowledgements.ts';
import { isAgent } from './agents.ts';
import { createApi, gatewayRest, type DiscordApi } from './api.ts';
import { createChannels } from './channels.ts';
import { createBackfill } from './backfill.ts';
import { openConnection, type Connection } from './connection.ts';
import { deliver } from './deliver.ts';
import type { DeliveryKit } from './delivery-kit.ts';
import { reportedFault } from './faults.ts';
import { fetchFile } from './fetch-file.ts';
import { askIdentity, type Identity } from './identity.ts';
import { placeId } from './ids.ts';
import { Ingress } from './ingress.ts';
import { forgetfulIntents } from './kept-intents.ts';
import { createMemory } from './memory.ts';
import type { DiscordOptions } from './options.ts';
import type { ReadContext } from './read-context.ts';
import { registerCommands } from './register.ts';
import { createSeen } from './seen.ts';
import { Sessions } from './session.ts';
import { Supervisor } from './supervisor.ts';

export { examine, type Examined } from './examine.ts';
export { inviteUrl } from './invite.ts';
export type { DiscordOptions } from './options.ts';

const MOST_REMEMBERED = 10_000;

const nothing = (): Promise<undefined> => Promise.resolve(undefined);

/** No privileged intent unless it is asked for: mentions, DMs and commands work without. */
function intentsFor(messageContent: boolean): GatewayIntentBits {
  let intents = GatewayIntentBits.Guilds;
  intents |= GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;
  if (messageContent) intents |= GatewayIntentBits.MessageContent;
  return intents;
}

/** Discord as a chat platform: @discordjs/ws in, Discord's REST API out. discord.js's Client is not used. */
export function createDiscordAdapter(options: DiscordOptions): ChatAdapter {
  return new DiscordAdapter(options);
}

class DiscordAdapter implements ChatAdapter {
  readonly name = 'discord';
  readonly desk?: PlaceId;
  readonly #options: DiscordOptions;
  readonly #api: DiscordApi;
  readonly #seen = createSeen();
  readonly #activity = createActivity(() => this.#self);
  readonly #backfill: (place: PlaceId, since: number) => Promise<BackfillResult>;
  readonly #sessions: Sessions;
  readonly #kit: DeliveryKit;
  readonly #stopping = new AbortController();
  #registering = Promise.resolve();
  #registered = false;
  #identity: Identity | undefined;
  #asking: Promise<Identity> | undefined;
  #ingress: Ingress | undefined;
  #supervisor: Supervisor | undefined;

  constructor(options: DiscordOptions) {
    if (options.deskChannel !== undefined) this.desk = placeId(options.deskChannel);
    this.#options = options;
    this.#api = createApi(options.token, options.apiUrl);
    this.#sessions = new Sessions(options.session);
    this.#kit = createKit(options, this.#api, () => this.#identity?.user);
    const { log, messageContent } = options;
    this.#backfill = createBackfill({ ...this.#kit, log, messageContent, context: this.#context() });
  }

  get #self(): string {
    return this.#identity?.user ?? '';
  }

  start(receive: Receive): Promise<void> {
    const { log, reconnect, messageSaid = nothing, heardIn = nothing } = this.#options;
    const { acknowledgements } = this.#kit;
    const ingress = new Ingress({
      api: this.#api,
      log,
      receive,
      seen: this.#seen,
      context: this.#context(),
      acknowledgements,
      messageSaid,
      heardIn,
      intents: this.#kit.intents,
      backfill: this.#backfill,
    });
    this.#ingress = ingress;
    this.#supervisor = new Supervisor({
      log,
      prepare: () => this.#prepare(),
      open: () => this.#open(ingress),
      ...(reconnect && { waits: reconnect }),
    });
    this.#supervisor.start();
    return Promise.resolve();
  }

  /** Who we are is what a look among our own messages needs. */
  async signIn(): Promise<void> {
    if (this.#identity) return;
    this.#asking ??= askIdentity(this.#api, this.#options.applicationId);
    try {
      this.#identity = await this.#asking;
    } finally {
      this.#asking = undefined;
    }
  }

  /** Not before we know who we are: a second copy would be sent of what was sent before a crash. */
  async deliver(row: OutboxRow): Promise<DeliveryResult> {
    try {
      await this.signIn();
    } catch (error) {
      return reportedFault(error, this.#options.log);
    }
    const { maySend = () => true } = this.#options;
    return maySend()
      ? deliver(this.#kit, row)
      : { ok: false, kind: 'retry', reason: 'another process may be sending this' };
  }

  backfill(place: PlaceId, since: number): Promise<BackfillResult> {
    return this.#backfill(place, since);
  }

  fetchFile(file: FileRef, limit: number, signal: AbortSignal): Promise<FileBytes> {
    return fetchFile(this.#api, this.#options.apiUrl, file, limit, signal);
  }

  isAgent(desk: PlaceId, person: PersonId): Promise<boolean> {
    return isAgent(this.#api, this.#options.helperRoles ?? [], desk, person);
  }

  places(): Promise<PlaceId[]> {
    return Promise.resolve(this.#activity.places(Date.now()));
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#supervisor?.stop();
    await this.#registering;
    await this.#ingress?.stop();
    this.#sessions.save();
  }

  health(): ReturnType<ChatAdapter['health']> {
    const { connected, detail } = this.#supervisor?.health() ?? { connected: false, detail: 'not started' };
    return { connected, detail, gaps: this.#ingress?.gaps ?? 0 };
  }

  async #prepare(): Promise<void> {
    const { log, shards } = this.#options;
    await this.signIn();
    // One of several processes is enough.
    if (this.#registered || (shards && shards.first > 0)) return;
    this.#registered = true;
    const { application = '' } = this.#identity ?? {};
    this.#registering = registerCommands(this.#api, application, log, this.#stopping.signal);
  }

  #open(ingress: Ingress): Connection {
    const { token, apiUrl, log, messageContent, shards } = this.#options;
    return openConnection({
      ...(shards && { shards }),
      rest: gatewayRest(token, apiUrl),
      token,
      intents: intentsFor(messageContent),
      sessions: this.#sessions,
      log,
      onDispatch: (shard, { t, d, s }) => {
        this.#activity.look(t, d);
        ingress.take({ type: t, data: d, settle: this.#sessions.begin(shard, s) });
      },
    });
  }

  #context(): ReadContext {
    return {
      self: () => this.#self,
      isThread: (channel) => this.#seen.isThread(channel),
    };
  }
}

function createKit(options: DiscordOptions, api: DiscordApi, self: () => string | undefined): DeliveryKit {
  return {
    api,
    log: options.log,
    channels: createChannels(api),
    intents: options.intents ?? forgetfulIntents(),
    acknowledgements: createAcknowledgements(),
    originals: createMemory(MOST_REMEMBERED),
    handles: createMemory(MOST_REMEMBERED),
    signs: createMemory(MOST_REMEMBERED),
    self,
  };
}
