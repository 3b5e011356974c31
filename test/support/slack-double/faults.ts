/**
 * A fault on demand. `method` is a Web API method, `response_url`, or `event` for what Slack sends to the app.
 * `error` answers with a code; `error-500` fails before and `error-500-after` after the call took effect;
 * `drop-response` takes effect and hangs up; `duplicate` and `hold` (until the next one has left) are for events.
 */
export type Fault = { method: string; times?: number } & (
  | { kind: 'rate-limit'; retryAfter: number }
  | { kind: 'error'; code: string }
  | { kind: 'error-500' | 'error-500-after' | 'drop-response' | 'duplicate' | 'hold' }
);

export interface Faults {
  add(fault: Fault): void;
  /** The fault due for this call, if any; each is used up. */
  take(method: string): Fault | undefined;
  /** Drops those that have not come yet. */
  clear(): void;
}

export function createFaults(): Faults {
  const waiting: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    take: (method) => {
      const due = waiting.find((entry) => entry.left > 0 && entry.fault.method === method);
      if (due === undefined) return undefined;
      due.left -= 1;
      return due.fault;
    },
    clear: () => void waiting.splice(0),
  };
}
