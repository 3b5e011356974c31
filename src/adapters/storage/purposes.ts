import type { Tables } from './tables.ts';
import { desk } from './purposes/desk.ts';
import { messages } from './purposes/messages.ts';
import type { Purposes } from './purposes/purpose.ts';
import { work } from './purposes/work.ts';

export type { Purpose } from './purposes/purpose.ts';

/** Everything that is stored, why, and for how long. */
export const PURPOSES: Purposes<keyof Tables> = { ...messages, ...desk, ...work };
