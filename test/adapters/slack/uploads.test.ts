import { describe, expect, it } from 'vitest';
import { createUploads, type KeptText } from '../../../src/adapters/slack/uploads.ts';

/** One text on the disk, as each of several processes read it when it started. */
function disk() {
  let text: string | undefined;
  return (): KeptText => {
    const atStart = text;
    return {
      load: () => atStart,
      fresh: () => Promise.resolve(text),
      keep: (value) => {
        text = value;
        return Promise.resolve();
      },
    };
  };
}

describe('which file an upload became', () => {
  it('is known to a process that started before it was begun by another one', async () => {
    const process = disk();
    const [one, other] = [createUploads(process()), createUploads(process())];

    await one.begun('op-1', 'F1');

    expect(await other.fileOf('op-1')).toBe('F1');
  });

  it('is not forgotten when another process writes down its own', async () => {
    const process = disk();
    const [one, other] = [createUploads(process()), createUploads(process())];
    await one.begun('op-1', 'F1');

    await Promise.all([other.begun('op-2', 'F2'), other.begun('op-3', 'F3')]);

    const third = createUploads(process());
    const known = await Promise.all(['op-1', 'op-2', 'op-3'].map((upload) => third.fileOf(upload)));
    expect(known).toEqual(['F1', 'F2', 'F3']);
  });

  it('is kept as long as it may be asked for, and no longer', async () => {
    const uploads = createUploads(disk()());
    for (let count = 0; count < 250; count++) await uploads.begun(`op-${count}`, `F${count}`);

    expect(await uploads.fileOf('op-249')).toBe('F249');
    expect(await uploads.fileOf('op-0')).toBeUndefined();
  });
});
