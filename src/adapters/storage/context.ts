import type { Seal } from './sealing.ts';

/** What queries need besides a connection. */
export interface StorageContext {
  seal: Seal;
  nextSequence(): number;
}
