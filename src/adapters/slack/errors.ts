import { webApi } from '@slack/bolt';
import type { AdapterLog, DeliveryResult, RefusalCode } from '../../core/index.ts';

export type DeliveryFailure = Exclude<DeliveryResult, { ok: true }>;

/** How long to leave a token alone that Slack refused, ms: an operator has to act first. */
export const TOKEN_REFUSED_MS = 5 * 60_000;

/** Slack's error codes that no repetition mends. https://docs.slack.dev/reference/methods */
const REFUSALS: Record<string, RefusalCode> = {
  channel_not_found: 'place-gone',
  thread_not_found: 'place-gone',
  team_not_found: 'place-gone',
  user_not_found: 'place-gone',
  is_archived: 'place-archived',
  not_in_channel: 'not-a-member',
  user_not_in_channel: 'not-a-member',
  missing_scope: 'missing-permission',
  no_permission: 'missing-permission',
  access_denied: 'missing-permission',
  restricted_action: 'missing-permission',
  restricted_action_read_only_channel: 'missing-permission',
  restricted_action_thread_only_channel: 'missing-permission',
  restricted_action_thread_locked: 'missing-permission',
  not_allowed_token_type: 'missing-permission',
  cannot_reply_to_message: 'missing-permission',
  cannot_dm_bot: 'direct-closed',
  user_disabled: 'direct-closed',
  user_not_visible: 'direct-closed',
  messages_tab_disabled: 'direct-closed',
  msg_too_long: 'too-large',
  file_too_large: 'too-large',
  storage_limit_reached: 'too-large',
  message_not_found: 'expired',
  cant_update_message: 'expired',
  cant_delete_message: 'expired',
  edit_window_closed: 'expired',
  expired_url: 'expired',
  used_url: 'expired',
};

const TOKEN_REFUSED = new Set([
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'app_uninstalled',
]);
const TRANSIENT = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'file_still_processing',
]);
const REFUSED_FORMAT = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'block_mismatch',
  'too_many_attachments',
  'only_one_table_allowed',
]);

/** Slack's own code, where it answered with one. */
export function slackCode(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}

/** Slack's code, where it says that our token is good for nothing. */
export function isTokenRefusal(error: unknown): string | undefined {
  const code = slackCode(error);
  return code !== undefined && TOKEN_REFUSED.has(code) ? code : undefined;
}

/** Not sent: Slack refused our token a moment ago, and the operator knows. */
export class TokenRefused extends Error {
  readonly code: string;
  readonly leftMs: number;
  constructor(code: string, leftMs: number) {
    super(`Slack refused the token: ${code}`);
    this.name = 'TokenRefused';
    this.code = code;
    this.leftMs = leftMs;
  }
}

function neededScope(error: unknown): string {
  const data = error instanceof webApi.WebAPIPlatformError ? error.data : {};
  return 'needed' in data && typeof data.needed === 'string' ? data.needed : '';
}

/** The blocks or the length are at fault: a plainer message may pass. */
export function isFormatError(error: unknown): boolean {
  return REFUSED_FORMAT.has(slackCode(error) ?? '');
}

export function retry(reason: string, afterMs?: number): DeliveryFailure {
  return { ok: false, kind: 'retry', reason, ...(afterMs !== undefined && { afterMs }) };
}

export function refused(code: RefusalCode, reason: string): DeliveryFailure {
  return { ok: false, kind: 'refused', code, reason };
}

function ofCode(code: string, log: AdapterLog): DeliveryFailure {
  if (TOKEN_REFUSED.has(code)) {
    log.error('slack-token-refused', { code });
    return retry(code, TOKEN_REFUSED_MS);
  }
  if (TRANSIENT.has(code)) return retry(code);
  if (code === 'ratelimited' || code === 'rate_limited') return retry(code, 30_000);
  const refusal = REFUSALS[code];
  if (refusal === undefined) log.warn('slack-refused', { code });
  return refused(refusal ?? 'rejected', code);
}

/** What a failed call means for the outbox. Only Slack's own word is final: everything else is tried again. */
export function failureOf(error: unknown, log: AdapterLog): DeliveryFailure {
  if (error instanceof webApi.WebAPIRateLimitedError) return retry('rate-limited', error.retryAfter * 1000);
  if (error instanceof TokenRefused) return retry(error.code, error.leftMs);
  if (error instanceof webApi.WebAPIHTTPError) return retry(`http-${error.statusCode}`);
  const code = slackCode(error);
  if (code === 'missing_scope') log.error('slack-scope-missing', { needed: neededScope(error) });
  if (code !== undefined) return ofCode(code, log);
  return retry(error instanceof Error ? error.name : 'unknown');
}
