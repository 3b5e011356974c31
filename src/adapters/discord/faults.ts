import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';
import { RESTJSONErrorCodes as Codes } from 'discord-api-types/v10';
import type { AdapterLog, DeliveryResult, RefusalCode } from '../../core/index.ts';
import { BudgetSpent } from './budget.ts';

export type Fault = Extract<DeliveryResult, { ok: false }>;

/** A delivery that we know will never succeed. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode, reason: string) {
    super(reason);
    this.name = 'Refusal';
    this.code = code;
  }
}

/** What is not there yet, and may be after `waitMs`. */
export class TooEarly extends Error {
  readonly waitMs: number;
  constructor(waitMs: number) {
    super('too early');
    this.name = 'TooEarly';
    this.waitMs = waitMs;
  }
}

const TOKEN_REFUSED_WAIT = 5 * 60_000;
/** Opening DMs too fast, and edits of old messages: Discord names no time. */
const SLOW_DOWN_WAIT = 60_000;

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const REFUSALS: ReadonlyMap<number | string, RefusalCode> = new Map<number | string, RefusalCode>([
  [Codes.CannotSendMessagesToThisUser, 'direct-closed'],
  [Codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds, 'direct-closed'],
  [Codes.InvalidRecipients, 'direct-closed'],
  [Codes.UnknownUser, 'direct-closed'],
  [Codes.MissingAccess, 'missing-permission'],
  [Codes.MissingPermissions, 'missing-permission'],
  [Codes.ChannelVerificationLevelTooHighForYouToGainAccess, 'missing-permission'],
  [Codes.UnknownChannel, 'place-gone'],
  [Codes.UnknownMessage, 'place-gone'],
  [Codes.UnknownGuild, 'place-gone'],
  [Codes.InvalidActionOnArchivedThread, 'place-archived'],
  [Codes.ThreadLocked, 'place-archived'],
  [Codes.MaximumActiveThreads, 'place-full'],
  [Codes.MaximumActiveAnnouncementThreads, 'place-full'],
  [Codes.RequestEntityTooLarge, 'too-large'],
  [Codes.UnknownWebhook, 'expired'],
  [Codes.UnknownInteraction, 'expired'],
  [Codes.InvalidWebhookToken, 'expired'],
]);
const SLOW_DOWN: ReadonlySet<number | string> = new Set<number | string>([
  Codes.OpeningDirectMessagesTooFast,
  Codes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached,
]);
const BY_STATUS: ReadonlyMap<number, RefusalCode> = new Map<number, RefusalCode>([
  [403, 'missing-permission'],
  [404, 'place-gone'],
  [413, 'too-large'],
]);

function refused(code: RefusalCode, reason: string): Fault {
  return { ok: false, kind: 'refused', code, reason };
}

function retry(reason: string, afterMs?: number): Fault {
  return { ok: false, kind: 'retry', reason, ...(afterMs !== undefined && { afterMs }) };
}

function apiFault({ code, status }: DiscordAPIError): Fault {
  const reason = `discord ${status} ${code}`;
  if (status === 401 && !REFUSALS.has(code)) return retry(reason, TOKEN_REFUSED_WAIT);
  if (SLOW_DOWN.has(code)) return retry(reason, SLOW_DOWN_WAIT);
  return refused(REFUSALS.get(code) ?? BY_STATUS.get(status) ?? 'rejected', reason);
}

/** What a failed request means for the operation. Reasons hold codes only: addresses of requests hold tokens. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Refusal) return refused(error.code, error.message);
  if (error instanceof TooEarly) return retry('not acknowledged yet', error.waitMs);
  if (error instanceof BudgetSpent) return retry('invalid-request budget spent', error.waitMs);
  if (error instanceof RateLimitError) {
    return retry('rate limited', Math.max(error.retryAfter, error.sublimitTimeout, error.timeToReset, 0));
  }
  if (error instanceof DiscordAPIError) return apiFault(error);
  if (error instanceof HTTPError) return retry(`discord ${error.status}`);
  return retry(error instanceof Error ? `no answer: ${error.name}` : 'no answer');
}

/** The same, and tells the operator what only they can mend. */
export function reportedFault(error: unknown, log: AdapterLog): Fault {
  const fault = faultOf(error);
  if (error instanceof DiscordAPIError && error.status === 401 && fault.kind === 'retry') {
    log.error('discord-token-refused', { status: error.status });
  }
  if (error instanceof BudgetSpent) log.error('discord-invalid-requests', { waitMs: error.waitMs });
  return fault;
}

export function isExpired(error: unknown): boolean {
  const fault = faultOf(error);
  return fault.kind === 'refused' && fault.code === 'expired';
}

/** The person takes no direct messages. */
export function isDirectClosed(error: unknown): boolean {
  const fault = faultOf(error);
  return fault.kind === 'refused' && fault.code === 'direct-closed';
}

/** The form of the message was refused, not the message: a plainer one may pass. */
export function isInvalidForm(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === Codes.InvalidFormBodyOrContentType;
}

export function hasCode(error: unknown, ...codes: number[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}
