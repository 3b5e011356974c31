import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { COMMAND_NAMES, DESK_COMMANDS, deskCommand, type CommandName } from '../../core/index.ts';
import { record, records, text, type Json } from './json.ts';

export const COMMAND = 'mail';
export const DESK_COMMAND = 'desk';
export const PANEL = 'panel';
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

interface Chosen {
  name: unknown;
  options: Json[];
}

function joined(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

function chosenIn(data: Json): Chosen | undefined {
  const chosen = records(data['options']).find((option) => option['type'] === ApplicationCommandOptionType.Subcommand);
  return chosen && { name: chosen['name'], options: records(chosen['options']) };
}

/** `/mail <command> …`; undefined for a command that is not ours. */
export function parseCommand(data: Json): ParsedCommand | undefined {
  const chosen = chosenIn(data);
  const command = COMMAND_NAMES.find((name) => name === chosen?.name);
  if (data['name'] !== COMMAND || !chosen || command === undefined) return undefined;
  return { command, text: joined(chosen.options.map((option) => valueOf(option))) };
}

/** `/desk <command> …`: the ticket comes first, where one is named. */
export function parseDesk(data: Json): ReturnType<typeof deskCommand> | undefined {
  const chosen = chosenIn(data);
  const command = DESK_COMMANDS.find((name) => name === chosen?.name);
  if (data['name'] !== DESK_COMMAND || !chosen || command === undefined) return undefined;
  const ticket = chosen.options.find((option) => option['name'] === 'ticket');
  const others = chosen.options.filter((option) => option !== ticket);
  const number = ticket ? valueOf(ticket).replace(/^[#＃]?\s*/, '#') : '';
  return deskCommand(command, joined([number, ...others.map((option) => valueOf(option))]));
}

/** The message that a message command was used on. */
export function targetMessage(data: Json): Json {
  const target = text(data['target_id']) ?? '';
  return record(record(record(data['resolved'])['messages'])[target]);
}

/** `/desk panel` stands for a message of ours, and for nothing that a ticket needs. */
export function wantsPanel(data: Json): boolean {
  return data['name'] === DESK_COMMAND && chosenIn(data)?.name === PANEL;
}
