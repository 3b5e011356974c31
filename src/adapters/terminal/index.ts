import type { ChatAdapter } from '../../core/index.ts';
import { TerminalChat } from './chat.ts';
import type { TerminalAdapterOptions } from './options.ts';

export type { TerminalAdapterOptions } from './options.ts';

export function createTerminalAdapter(options: TerminalAdapterOptions): ChatAdapter {
  return new TerminalChat(options);
}
