import { describe, expect, it } from 'vitest';
import { createPacing, TakenOver, whileOurs } from '../../../src/adapters/slack/pacing.ts';

/** A clock that only waiting moves. */
function bench(pace: { everyMs: number; burst: number }) {
  const waits: number[] = [];
  let now = 1_000_000;
  const paced = createPacing(pace, {
    now: () => now,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  return { paced, waits, pass: (ms: number) => void (now += ms) };
}

describe('the pace of a channel', () => {
  it('lets a short burst through, then one message a second', async () => {
    const { paced, waits } = bench({ everyMs: 1_000, burst: 2 });

    for (let count = 0; count < 4; count += 1) await paced('C1');

    expect(waits).toEqual([1_000, 2_000]);
  });

  it('counts each channel for itself', async () => {
    const { paced, waits } = bench({ everyMs: 1_000, burst: 1 });

    await paced('C1');
    await paced('C2');

    expect(waits).toEqual([]);
  });

  it('forgives what is long past', async () => {
    const { paced, waits, pass } = bench({ everyMs: 1_000, burst: 2 });
    for (let count = 0; count < 3; count += 1) await paced('C1');

    pass(10_000);
    await paced('C1');
    await paced('C1');

    expect(waits).toEqual([1_000]);
  });

  it('can be switched off', async () => {
    const { paced, waits } = bench({ everyMs: 0, burst: 1 });

    for (let count = 0; count < 50; count += 1) await paced('C1');

    expect(waits).toEqual([]);
  });
});

describe('what waits for its turn', () => {
  it('is not sent when another process has taken over meanwhile', async () => {
    let ours = true;
    const paced = whileOurs(
      () => {
        ours = false;
        return Promise.resolve();
      },
      () => ours,
    );

    await expect(paced('C1')).rejects.toThrow(TakenOver);
  });
});
