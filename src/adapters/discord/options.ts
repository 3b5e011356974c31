import type { AdapterLog } from '../../core/index.ts';

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
  /** Asks for the privileged Message Content intent: free text in ticket threads. */
  messageContent: boolean;
  /** Where the gateway session is kept, so that a restart resumes it. */
  session: TextPort;
  /** Where buttons too long for Discord are kept; in memory when absent. */
  intents?: TextPort;
  /** Milliseconds between attempts to connect: the first wait, and the longest. */
  reconnect?: { first: number; longest: number };
}
