/** Whether one more may begin; counts it when it may. */
export type Rate = (target: string, now: number) => boolean;

/** At most `perTarget` of one target and `inAll` together in each window of `windowMs`. Forgets a window as a whole: bounded memory. */
export function createRate(limits: { perTarget: number; inAll: number; windowMs: number }): Rate {
  let windowStart = 0;
  let inAll = 0;
  let counts = new Map<string, number>();

  return (target, now) => {
    if (now - windowStart >= limits.windowMs) {
      windowStart = now;
      inAll = 0;
      counts = new Map();
    }
    const count = counts.get(target) ?? 0;
    if (inAll >= limits.inAll || count >= limits.perTarget) return false;
    inAll += 1;
    counts.set(target, count + 1);
    return true;
  };
}
