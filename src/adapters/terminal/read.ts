import { randomUUID } from 'node:crypto';
import {
  COMMAND_NAMES,
  type Action,
  type ActionEvent,
  type CommandEvent,
  type MessageEvent,
} from '../../core/index.ts';
import { LIMITS } from './limits.ts';

/** The one person before the one terminal. */
export const ME = 'terminal:me';

export const TYPED_COMMANDS = [...COMMAND_NAMES, 'quit'].map((name) => `/${name}`);

export type Read =
  | { kind: 'event'; event: MessageEvent | ActionEvent | CommandEvent }
  | { kind: 'quit' }
  | { kind: 'nothing' }
  | { kind: 'too-long' }
  | { kind: 'unknown-command'; command: string };

export interface Typed {
  line: string;
  /** Actions that were last shown with numbers. */
  choices: readonly Action[];
  name: string;
  language: string;
  at: number;
}

function base({ name, language, at }: Typed) {
  return {
    id: `terminal:${randomUUID()}`,
    conversation: ME,
    place: ME,
    private: true,
    author: { id: ME, name, bot: false },
    at,
    locale: language,
  } as const;
}

/** `/settings qq` is a command; a path or a lone slash is a message. */
function readCommand(line: string, typed: Typed): Read | undefined {
  const [, word, text = ''] = /^\/([a-z]+)(?:\s+(.*))?$/s.exec(line) ?? [];
  if (word === undefined) return undefined;
  if (word === 'quit' || word === 'exit') return { kind: 'quit' };
  const command = COMMAND_NAMES.find((one) => one === word);
  if (!command) return { kind: 'unknown-command', command: `/${word}` };
  return { kind: 'event', event: { ...base(typed), type: 'command', command, text: text.trim() } };
}

/** One typed line: a command, the number of a choice, or words. */
export function readLine(typed: Typed): Read {
  const line = typed.line.trim();
  if (line === '') return { kind: 'nothing' };
  if (line.length > LIMITS.line) return { kind: 'too-long' };
  const chosen = /^\d{1,2}$/.test(line) ? typed.choices[Number(line) - 1] : undefined;
  if (chosen) return { kind: 'event', event: { ...base(typed), type: 'action', intent: chosen.intent } };
  const event = { ...base(typed), type: 'message', text: line, files: [], addressed: 'direct' } as const;
  return readCommand(line, typed) ?? { kind: 'event', event: { ...event, files: [] } };
}
