/** Resolves when one more message may go into a channel. */
export type Pacing = (channel: string) => Promise<void>;

/** Slack takes about one message a second in a channel, and short bursts. https://docs.slack.dev/apis/web-api/rate-limits */
export const SLACK_PACE = { everyMs: 1_000, burst: 5 };
const MOST_CHANNELS = 5_000;

interface Waits {
  now(): number;
  wait(ms: number): Promise<void>;
}

/** A clock that is put back must not stretch a wait. */
const SYSTEM: Waits = {
  now: () => performance.now(),
  wait: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
};

/** Spreads the messages of a channel, so that a busy desk is not told to wait by Slack. `everyMs` 0 switches it off. */
export function createPacing(pace: { everyMs: number; burst: number } = SLACK_PACE, clock: Waits = SYSTEM): Pacing {
  /** When each channel will have been silent long enough for one more, ms. */
  const freeAt = new Map<string, number>();

  return async (channel) => {
    const now = clock.now();
    const due = Math.max(freeAt.get(channel) ?? 0, now - (pace.burst - 1) * pace.everyMs);
    freeAt.delete(channel);
    freeAt.set(channel, due + pace.everyMs);
    const [oldest] = freeAt.keys();
    if (freeAt.size > MOST_CHANNELS && oldest !== undefined) freeAt.delete(oldest);
    if (due > now) await clock.wait(due - now);
  };
}

/** Another process has taken over what waited here for its turn: it must not be sent twice. */
export class TakenOver extends Error {
  constructor() {
    super('another process may be sending this');
    this.name = 'TakenOver';
  }
}

/** The same, as long as this process may send. */
export function whileOurs(pacing: Pacing, maySend: () => boolean = () => true): Pacing {
  return async (channel) => {
    await pacing(channel);
    if (!maySend()) throw new TakenOver();
  };
}
