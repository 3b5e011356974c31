import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { COMMAND_NAMES, type CommandName } from '../../core/index.ts';
import { record, records, text, type Json } from './json.ts';

export const COMMAND = 'mail';
export const GET_HELP = 'Get mail help';
export const SEND_TO_ASKER = 'Send to asker';

export interface ParsedCommand {
  command: CommandName;
  text: string;
}

function valueOf(option: Json): string {
  const value = option['value'];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** `/mail <command> …`; undefined for a command that is not ours. */
export function parseCommand(data: Json): ParsedCommand | undefined {
  const chosen = records(data['options']).find((option) => option['type'] === ApplicationCommandOptionType.Subcommand);
  const command = COMMAND_NAMES.find((name) => name === chosen?.['name']);
  if (data['name'] !== COMMAND || command === undefined) return undefined;
  const values = records(chosen?.['options']).map((option) => valueOf(option));
  return { command, text: values.filter((value) => value !== '').join(' ') };
}

/** The text of the message that a message command was used on. */
export function quotedText(data: Json): string | undefined {
  const target = text(data['target_id']) ?? '';
  const message = record(record(record(data['resolved'])['messages'])[target]);
  const [forwarded] = records(message['message_snapshots']);
  return text(message['content']) || text(record(forwarded?.['message'])['content']);
}
