import { join } from 'node:path';
import type { PostgresServer } from '../support/postgres.ts';

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

export function postgresStore(server: PostgresServer): ChaosStore {
  return {
    name: 'PostgreSQL',
    fresh: async (folder) => ({ POSTILION_STATE_DIR: join(folder, 'state'), DATABASE_URL: await server.database() }),
  };
}
