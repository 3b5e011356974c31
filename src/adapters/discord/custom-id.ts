import { createHash } from 'node:crypto';
import type { Intent } from '../../core/index.ts';
import { isRecord } from './json.ts';
import { LIMITS } from './limits.ts';

/** An intent that does not fit into a custom id: kept under a key, so that its button survives a restart. */
export interface KeptIntent {
  key: string;
  intent: Intent;
}

/** Short names, so that most intents fit. Append only: buttons of last year are still pressed. */
const SHORT: Record<string, string> = {
  name: 'n',
  slots: 's',
  topic: 't',
  provider: 'p',
  email: 'e',
  domain: 'd',
  hosts: 'h',
  host: 'o',
  ports: 'r',
  port: 'q',
  protocols: 'c',
  client: 'l',
  platform: 'f',
  security: 'u',
  errorId: 'i',
  passwordKind: 'w',
  language: 'g',
  ticket: 'k',
  draft: 'a',
  intent: 'm',
  page: 'b',
  form: 'v',
  queue: 'j',
  span: 'x',
  canned: 'y',
  operation: 'z',
  agent: 'A',
};
const LONG: Record<string, string> = Object.fromEntries(Object.entries(SHORT).map(([long, short]) => [short, long]));
const KEY_LENGTH = 22;
/** Before the id of a button that one person alone may use. */
const MARK = /^@(\d{1,20}) /;

function renamed(value: unknown, names: Record<string, string>): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [names[name] ?? name, renamed(inner, names)]));
}

function keyOf(json: string): string {
  return createHash('sha256').update(json).digest('base64url').slice(0, KEY_LENGTH);
}

/**
 * A custom id that carries a whole intent, or the key of one that is too long for it.
 * `only` names the one person who may use it; `place` makes it differ from every other on the message, as Discord demands.
 */
export function customIdOf(intent: Intent, place: number, only?: string): { id: string; kept?: KeptIntent } {
  const mark = only === undefined ? '' : `@${only} `;
  const json = JSON.stringify(renamed(intent, SHORT));
  const id = `${mark}${place}${json}`;
  if (id.length <= LIMITS.customId) return { id };
  const key = keyOf(json);
  return { id: `${mark}${place}:${key}`, kept: { key, intent } };
}

/** The one person who may use a button; undefined for those that are for all. */
export function onlyFor(customId: string): string | undefined {
  return MARK.exec(customId)?.[1];
}

function isIntent(value: unknown): value is Intent {
  return isRecord(value) && typeof value['name'] === 'string';
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What a custom id says: an intent, or the key under which one is kept; undefined for one that is not ours. */
export function intentIn(customId: string): { intent: Intent } | { key: string } | undefined {
  const [, mark, rest = ''] = /^\d+([{:])(.*)$/s.exec(customId.replace(MARK, '')) ?? [];
  if (mark === ':') return { key: rest };
  if (mark !== '{') return undefined;
  const intent = renamed(parsed(`{${rest}`), LONG);
  return isIntent(intent) ? { intent } : undefined;
}
