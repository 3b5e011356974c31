import type { AdapterLog, PersonId, Sign } from '../../core/index.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import type { DiscordApi } from './api.ts';
import type { Channels } from './channels.ts';
import type { Handle } from './handle.ts';
import type { KeptIntents } from './kept-intents.ts';
import type { Memory } from './memory.ts';

/** What every way of sending needs. */
export interface DeliveryKit {
  api: DiscordApi;
  log: AdapterLog;
  channels: Channels;
  intents: KeptIntents;
  acknowledgements: Acknowledgements;
  /** Which operation filled an interaction's first response, by token. */
  originals: Memory<string>;
  /** The handle behind a message that came by an interaction, by message id. */
  handles: Memory<Handle>;
  /** The sign that we left on a person's message, by message id. */
  signs: Memory<Sign>;
  /** Our own user id, once it is known. */
  self: () => string | undefined;
}

const QUIET = /^quiet\/(\d+)\/(\d+)$/;

/** Only one person sees it, and it is changed through its interaction alone: the receipt says so. */
export function quietId(user: string, message: string): string {
  return `quiet/${user}/${message}`;
}

export function parseQuietId(messageId: string): { user: string; message: string } | undefined {
  const [, user, message] = QUIET.exec(messageId) ?? [];
  return user === undefined || message === undefined ? undefined : { user, message };
}

export function userOf(person: PersonId | undefined): string | undefined {
  return /^discord:(\d{1,20})$/.exec(person ?? '')?.[1];
}
