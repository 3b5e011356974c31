import { DESK_COMMANDS, type DeskCommand, type DeskCommandEvent } from '../model.ts';

/** What an agent typed behind `/desk`: `claim #12`, `send #12 Try port 993`, `snooze morning`. Nothing and nonsense is `help`. */
export function parseDeskCommand(typed: string): Pick<DeskCommandEvent, 'command' | 'number' | 'text'> {
  const [, word = '', rest = ''] = /^\s*(\S*)\s*(.*)$/s.exec(typed) ?? [];
  const command = DESK_COMMANDS.find((name) => name === word.toLowerCase());
  return { command: command ?? 'help', ...numbered(command === undefined ? '' : rest) };
}

/** As Discord gives them: the sub-command by name, its options joined. */
export function deskCommand(
  command: DeskCommand,
  options: string,
): Pick<DeskCommandEvent, 'command' | 'number' | 'text'> {
  return { command, ...numbered(options) };
}

/** A ticket is named first: `#12`, also full-width as a Chinese keyboard has it. A bare number is one only where nothing follows. */
function numbered(rest: string): Pick<DeskCommandEvent, 'number' | 'text'> {
  const [, digits, text = ''] =
    /^[#＃](\d{1,9})\b\s*(.*)$/s.exec(rest.trim()) ?? /^(\d{1,9})()$/s.exec(rest.trim()) ?? [];
  return digits === undefined ? { text: rest.trim() } : { number: Number(digits), text: text.trim() };
}
