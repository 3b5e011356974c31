/**
 * A fault on demand. `method` is a Web API method, `response_url`, `download` of a file, or `event` for what Slack sends.
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
  /** How often each kind has come. */
  readonly met: Map<string, number>;
  /** Drops those that have not come yet. */
  clear(): void;
}

export function createFaults(): Faults {
  const waiting: { fault: Fault; left: number }[] = [];
  const met = new Map<string, number>();
  return {
    met,
    add: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    take: (method) => {
      const due = waiting.find((entry) => entry.left > 0 && entry.fault.method === method);
      if (due === undefined) return undefined;
      due.left -= 1;
      met.set(due.fault.kind, (met.get(due.fault.kind) ?? 0) + 1);
      return due.fault;
    },
    clear: () => void waiting.splice(0),
  };
}
