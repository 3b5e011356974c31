import { createHmac } from 'node:crypto';
import type { Json } from './call.ts';
import type { Faults } from './faults.ts';
import type { Acknowledged, Deliverer, EnvelopeType } from './sockets.ts';

export interface RequestOptions {
  signingSecret: string;
  /** Where the app listens; until it is known, deliveries wait. */
  target: Promise<string>;
  /** The app must answer within this. */
  ackMs: number;
  faults: Faults;
}

/** Slack tries an event again at once, after a minute and after five; here without the waits. */
const ATTEMPTS = 4;

function bodyOf(type: EnvelopeType, payload: Json): { body: string; contentType: string } {
  if (type === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' };
  const form = type === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return { body: new URLSearchParams(form).toString(), contentType: 'application/x-www-form-urlencoded' };
}

/** Headers of a signed request. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signatureHeaders(secret: string, body: string, seconds: number): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${signature}` };
}

async function answerOf(response: Response): Promise<Acknowledged> {
  const text = await response.text();
  try {
    return { acknowledged: true, body: JSON.parse(text) };
  } catch {
    return { acknowledged: true, body: text };
  }
}

export function createRequests({ signingSecret, target, ackMs, faults }: RequestOptions): Deliverer {
  const stopping = new AbortController();

  async function once(type: EnvelopeType, payload: Json, attempt: number): Promise<Acknowledged> {
    const { body, contentType } = bodyOf(type, payload);
    const retry = attempt === 0 ? {} : { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_error' };
    const signed = signatureHeaders(signingSecret, body, Math.floor(Date.now() / 1000));
    const headers = { 'content-type': contentType, ...signed, ...retry };
    try {
      const response = await fetch(await target, { method: 'POST', body, headers, signal: AbortSignal.timeout(ackMs) });
      return response.ok ? await answerOf(response) : { acknowledged: false, body: response.status };
    } catch {
      return { acknowledged: false, body: undefined };
    }
  }

  async function deliver(type: EnvelopeType, payload: Json): Promise<Acknowledged> {
    const attempts = type === 'events_api' ? ATTEMPTS : 1;
    const fault = type === 'events_api' ? faults.take('event') : undefined;
    let result: Acknowledged = { acknowledged: false, body: undefined };
    for (let attempt = 0; attempt < attempts && !result.acknowledged && !stopping.signal.aborted; attempt += 1) {
      result = await once(type, payload, attempt);
      if (fault?.kind === 'duplicate') await once(type, payload, attempt + 1);
    }
    return result;
  }

  return {
    deliver,
    stop: () => {
      stopping.abort();
      return Promise.resolve();
    },
  };
}
