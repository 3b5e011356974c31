import { describe, expect, it } from 'vitest';
import { fetchFile } from '../../src/bot/fetch-file.ts';
import { type FileBytes, type JobRequest, type JobTask, StoreError } from '../../src/core/index.ts';
import { FakeClock, settle } from '../support/fake-clock.ts';

const TASK: Extract<JobTask, { kind: 'fetch-file' }> = {
  kind: 'fetch-file',
  file: { name: 'error.txt', mime: 'text/plain', size: 3, url: 'https://files.example/error.txt' },
  attachment: 'a1',
  rules: { maxBytes: 100, types: ['text/plain'] },
};
const JOB: JobRequest = {
  id: 'job-1',
  task: TASK,
  conversation: 'test:C1/U1',
  place: 'test:C1',
  private: true,
  person: 'test:U1',
  progress: '',
};
const ARRIVED: FileBytes = { ok: true, bytes: Buffer.from('535') };

/** Fetches from a platform that fails so often first, into a store that refuses so often, for as long as it takes. */
async function fetching(failures: number, refusals = 0) {
  const clock = new FakeClock();
  let asked = 0;
  let kept = 0;
  const platform = () => {
    asked += 1;
    return asked <= failures ? Promise.reject(new Error('the line broke')) : Promise.resolve(ARRIVED);
  };
  const means = {
    clock,
    adapterOf: () => ({ fetchFile: platform }),
    store: {
      keepFile: () => (kept++ < refusals ? Promise.reject(new StoreError('full', 'no room')) : Promise.resolve()),
    },
  };
  const ended = fetchFile(JOB, TASK, means, new AbortController().signal).catch(() => 'failed' as const);
  for (let seconds = 0; seconds < 40; seconds++) {
    await settle();
    await clock.advance(1000);
  }
  return { result: await ended, asked };
}

describe('a file that came with a message', () => {
  it('is asked for again when the line breaks', async () => {
    const { result, asked } = await fetching(2);

    expect(result).toMatchObject({ kept: true, size: 3 });
    expect(asked).toBe(3);
  });

  it('is kept as soon as the store takes it', async () => {
    const { result } = await fetching(0, 3);

    expect(result).toMatchObject({ kept: true, size: 3 });
  });

  it('is given up when the platform does not answer at all', async () => {
    const { result } = await fetching(100);

    expect(result).toBe('failed');
  });
});
