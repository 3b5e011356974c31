import type { AdapterLog, OutboxRow, Reply } from '../../core/index.ts';
import type { SlackClient } from './client.ts';
import type { Guarded } from './cooldown.ts';
import { isFormatError, slackCode } from './errors.ts';
import type { Identity } from './identity.ts';
import type { Pacing } from './pacing.ts';
import type { People } from './people.ts';
import type { Recent } from './recent.ts';
import type { Uploads } from './uploads.ts';
import { render, STYLES, type RenderOptions, type SlackMessage } from './render.ts';

/** What every delivery needs. */
export interface DeliveryKit {
  client: SlackClient;
  guarded: Guarded;
  paced: Pacing;
  people: People;
  identity: Identity;
  log: AdapterLog;
  uploads: Uploads;
  /** The sign of ours that stands on a message, by channel and `ts`; of messages since the start. */
  signs: Recent;
  /** Whether a channel is the desk of any queue. */
  isDesk: (channel: string) => boolean;
  /** Id of the user group whose members may act at the desk; without it, those in the channel may. */
  deskGroup?: string | undefined;
}

/** A channel or DM, and the thread in it. */
export interface Destination {
  channel: string;
  thread?: string;
}

export function threadArgument(destination: Destination): { thread_ts?: string } {
  return destination.thread === undefined ? {} : { thread_ts: destination.thread };
}

/** It may have arrived although nobody told us. */
export function maybeDelivered(row: OutboxRow): boolean {
  return row.state === 'sending' || row.attempts > 0;
}

/** Which of the messages that a reply needs: almost always it is the only one. */
export interface Part {
  first: boolean;
  last: boolean;
}

/** Sends a reply as richly as Slack takes it: what is refused for its form goes again, plainer; `send` is told each message. */
export async function sendInBestStyle<T>(
  kit: DeliveryKit,
  reply: Reply,
  options: RenderOptions,
  send: (message: SlackMessage, part: Part) => Promise<T>,
): Promise<T> {
  const sendAll = async ({ rest = [], ...message }: SlackMessage): Promise<T> => {
    const sent = await send(message, { first: true, last: rest.length === 0 });
    for (const further of rest) await send(further, { first: false, last: further === rest.at(-1) });
    return sent;
  };
  const attempt = async (index: number): Promise<T> => {
    const style = STYLES[index] ?? 'short';
    try {
      return await sendAll(render(reply, { ...options, style }));
    } catch (error) {
      if (!isFormatError(error) || index >= STYLES.length - 1) throw error;
      kit.log.warn('slack-format-refused', { style, code: slackCode(error) ?? '' });
      return attempt(index + 1);
    }
  };
  return attempt(0);
}
