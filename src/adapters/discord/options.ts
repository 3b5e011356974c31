import type { AdapterLog, EventId, PlaceId } from '../../core/index.ts';
import type { KeptIntents } from './kept-intents.ts';
import type { KnownMessage } from './read-context.ts';

/** One small text of the adapter's own. `save` holds at once for `load`, and reaches the disk soon after. */
export interface TextPort {
  load(): string | undefined;
  save(value: string): void;
}

export interface DiscordOptions {
  log: AdapterLog;
  /** Bot token. */
  token: string;
  /** Asked of Discord when absent. */
  applicationId?: string;
  /** Any server that speaks like Discord's API, without the version: `https://discord.com/api`. */
  apiUrl?: string;
  /** Id of the text or forum channel where tickets go. */
  deskChannel?: string;
  /** Ids of the roles that may act at the desk; whoever sees its channel when absent. */
  helperRoles?: readonly string[];
  /** Asks for the privileged Message Content intent: free text in ticket threads. */
  messageContent: boolean;
  /** Where the gateway session is kept, so that a restart resumes it. */
  session: TextPort;
  /** Who said a message that was taken in, and where, after a restart too: Discord names only the id of a deleted one. */
  messageSaid?: (id: EventId) => Promise<KnownMessage | undefined>;
  /** Keeps a place whose history is to be read, also when this process dies over it. */
  heardIn?: (place: PlaceId) => Promise<void>;
  /** The part of the shards that this process serves, of `count` in all; Discord's own advice when absent. */
  shards?: { first: number; last: number; count: number };
  /** Whether this process may still send what it was given; always, where nobody else does. */
  maySend?: () => boolean;
  /** Where buttons too long for Discord are kept; in memory when absent. */
  intents?: KeptIntents;
  /** Milliseconds between attempts to connect: the first wait, and the longest. */
  reconnect?: { first: number; longest: number };
}
