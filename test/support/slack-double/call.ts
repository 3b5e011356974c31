import type { World } from './world.ts';

export type Json = Record<string, unknown>;

/** One call of a Web API method, its arguments decoded. */
export interface Call {
  world: World;
  /** Address of the double, for the URLs that it hands out. */
  url: string;
  args: Json;
  echo: (message: { channel: string; ts: string; kind: 'posted' | 'changed' | 'deleted'; previous?: string }) => void;
}

export type Method = (call: Call) => Json;

/** Thrown by a method: becomes `{ok: false, error}`. */
export class ApiError extends Error {
  readonly code: string;
  readonly extra: Json;
  constructor(code: string, extra: Json = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

export function text(args: Json, name: string): string {
  const value = args[name];
  return typeof value === 'string' ? value : '';
}

export function optional(args: Json, name: string): string | undefined {
  const value = args[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Arguments that travel as JSON inside a form. */
export function parsed(args: Json, name: string): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new ApiError('invalid_arguments');
  }
}

export function blocksOf(args: Json): Json[] {
  const value = parsed(args, 'blocks');
  if (value === undefined || value === '') return [];
  if (!Array.isArray(value)) throw new ApiError('invalid_blocks_format');
  return value as Json[];
}
