import { join } from 'node:path';

/** Where the bot keeps its state in a run. */
export interface ChaosStore {
  name: string;
  /** Settings for an empty state; `folder` is gone after the run. */
  fresh(folder: string): Promise<Record<string, string>>;
}

export const SQLITE: ChaosStore = {
  name: 'SQLite',
  fresh: (folder) => Promise.resolve({ POSTILION_STATE_DIR: join(folder, 'state') }),
};
