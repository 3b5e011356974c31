import type { Backend } from './backend.ts';
import type { Seal } from './sealing.ts';
import type { Queries } from './tables.ts';

/** What queries need besides a connection. */
export interface StorageContext {
  backend: Backend;
  seal: Seal;
  /** Told apart from other processes on the same state, and from earlier runs of this one. */
  owner: string;
  /** How long (ms) a lease lasts that is not renewed. */
  lease: number;
  /** The columns named `sequence` share one counter. */
  nextSequence(tx: Queries): Promise<number>;
}
