/** The first responses that are under way: an answer that overtakes one would find no interaction to answer. */
export interface Acknowledgements {
  /** Resolves with the work's own result. */
  track<Result>(token: string, work: () => Promise<Result>): Promise<Result>;
  /** Resolves when none is under way for this token. Never rejects. */
  settled(token: string): Promise<void>;
}

export function createAcknowledgements(): Acknowledgements {
  const underWay = new Map<string, Promise<unknown>>();
  return {
    async track(token, work) {
      const running = work();
      underWay.set(token, running);
      try {
        return await running;
      } finally {
        underWay.delete(token);
      }
    },
    async settled(token) {
      await Promise.allSettled([underWay.get(token)]);
    },
  };
}
