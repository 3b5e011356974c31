import { webApi } from '@slack/bolt';
import { threadArgument, type Destination } from './delivery-kit.ts';
import type { SlackMessage } from './render.ts';

const TIMEOUT_MS = 10_000;

/** Slack answers `ok` in words or in JSON; errors are a code in either. */
function codeOf(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && 'error' in parsed) return String(parsed.error);
    return 'ok';
  } catch {
    return body.trim();
  }
}

/**
 * Answers through a `response_url`: no membership is needed, five uses in 30 minutes. Never replaces the original:
 * that could be a message for everyone, on which a button was pressed.
 * @throws what Slack's client throws, so that errors read alike
 */
export async function respondByUrl(
  url: string,
  to: Destination,
  message: SlackMessage,
  visible: 'ephemeral' | 'in_channel',
): Promise<void> {
  const body = JSON.stringify({
    ...message,
    ...threadArgument(to),
    response_type: visible,
    replace_original: false,
    unfurl_links: false,
    unfurl_media: false,
  });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
  const error = codeOf(await answer.text());
  if (answer.status === 429) throw new webApi.WebAPIRateLimitedError(Number(answer.headers.get('retry-after') ?? 30));
  if (answer.status >= 500) throw new webApi.WebAPIHTTPError(answer.status, answer.statusText, {});
  if (!answer.ok || (error !== 'ok' && error !== '')) {
    throw new webApi.WebAPIPlatformError({ ok: false, error: answer.status === 404 ? 'expired_url' : error });
  }
}
