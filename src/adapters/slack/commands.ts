import { COMMAND_NAMES, type CommandEvent, type CommandName } from '../../core/index.ts';

/** With more words behind them these begin a question: "help me with outlook". */
const ALONE: readonly CommandName[] = ['help', 'privacy'];
const WITH_TEXT = COMMAND_NAMES.filter((name) => !ALONE.includes(name));

/**
 * What was typed behind `/mail`. The first word may be a command of ours, in any case and with a slash or
 * punctuation about it; anything else is a question. Nothing at all asks for help.
 */
export function parseCommand(typed: string): Pick<CommandEvent, 'command' | 'text'> {
  const text = typed.trim();
  if (text === '') return { command: 'help', text: '' };
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  const word = first.toLowerCase().replaceAll(/^[/\-—]+|[:：,，.。!！?？]+$/g, '');
  const command = WITH_TEXT.find((name) => name === word);
  if (command !== undefined) return { command, text: rest };
  const alone = ALONE.find((name) => name === word);
  return alone !== undefined && rest === '' ? { command: alone, text: '' } : { command: 'ask', text };
}
