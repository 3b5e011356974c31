import { LogLevel, webApi, type Logger } from '@slack/bolt';
import type { AdapterLog } from '../../core/index.ts';

export type SlackClient = webApi.WebClient;

/** A call that Slack leaves unanswered is given up after this. */
const TIMEOUT_MS = 10_000;

const SECRET = /\b(xox[a-z]-|xapp-)[\w-]+|ticket=[\w-]+/g;

function line(words: unknown[]): string {
  return words.map(String).join(' ').replaceAll(SECRET, '[hidden]').slice(0, 300);
}

/**
 * Slack's libraries speak through our log. Their debug and info lines hold payloads and are dropped; what warns is
 * kept, without tokens.
 */
export function libraryLogger(log: AdapterLog): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...words: unknown[]) => log.warn('slack-library', { says: line(words) }),
    error: (...words: unknown[]) => log.warn('slack-library', { says: line(words) }),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

/** For sending: the outbox owns retries and waits out rate limits, so the client does neither. */
export function sendingClient(token: string, apiUrl: string | undefined, log: AdapterLog): SlackClient {
  return new webApi.WebClient(token, {
    ...clientOptions(apiUrl, log),
    timeout: TIMEOUT_MS,
  });
}

/** Options that the client of a socket shares. Whoever connects owns the retries. */
export function clientOptions(apiUrl: string | undefined, log: AdapterLog): webApi.WebClientOptions {
  return {
    logger: libraryLogger(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
  };
}
