/** Name of the state file in the state directory. */
export const STATE_FILE = 'postilion.sqlite';

export interface StoreOptions {
  stateDir: string;
  /** Any long random text; replaces the key file in `stateDir`. */
  secretKey?: string;
  /** `postgres://…`: the state is there, not in a file. */
  databaseUrl?: string;
  /** How long (ms) a process may stand still before others take over what it has in hand. */
  lease?: number;
}
