import type { Writable } from 'node:stream';
import { LIMITS } from './limits.ts';
import type { Screen } from './render.ts';

/** A terminal states its width and its colours; a file or a pipe states neither. */
export type Output = Writable & { isTTY?: boolean; columns?: number; hasColors?: () => boolean };

/** `hasColors` of Node's terminals heeds NO_COLOR (https://no-color.org). */
export function screenOf(output: Output): Screen {
  const columns = output.columns ?? LIMITS.columns;
  const width = Math.max(LIMITS.narrowest, Math.min(columns, LIMITS.columns));
  return { width, coloured: output.isTTY === true && output.hasColors?.() === true };
}
