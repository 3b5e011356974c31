import { type FSWatcher, watch } from 'node:fs';

/** Programs write a file in several steps: wait until they have finished, ms. */
const SETTLED = 80;
/** Network folders and some containers tell of no changes: they are looked at as well, ms. */
const LOOK_AGAIN = 5000;

/** Calls `onChange` soon after something in the folder changed, and now and then without a reason. Gives what ends it. */
export function watchFolder(folder: string, onChange: () => void): () => void {
  let settling: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  const changed = (): void => {
    clearTimeout(settling);
    settling = setTimeout(onChange, SETTLED);
  };
  const listen = (): void => {
    if (watcher) return;
    try {
      watcher = watch(folder, changed);
      watcher.on('error', () => {
        watcher?.close();
        watcher = undefined;
      });
    } catch {
      // The folder is not there, or this system cannot watch it: looking again has to do.
    }
  };
  listen();
  const looking = setInterval(() => {
    listen();
    onChange();
  }, LOOK_AGAIN);
  looking.unref();
  return () => {
    clearTimeout(settling);
    clearInterval(looking);
    watcher?.close();
  };
}
