import type { ChatAdapter } from '../core/index.ts';

const LOOK_AGAIN = 10 * 60_000;

/** Stands for a platform that is switched off: what waits for it goes on waiting, until the outbox gives it up. */
export function absentAdapter(name: string): Pick<ChatAdapter, 'name' | 'deliver'> {
  return {
    name,
    deliver: () => Promise.resolve({ ok: false, kind: 'retry', afterMs: LOOK_AGAIN, reason: 'platform-is-off' }),
  };
}
