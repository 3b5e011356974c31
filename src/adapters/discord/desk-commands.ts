import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandSubcommandOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { DESK_COMMANDS, texts, type DeskCommand, type Texts } from '../../core/index.ts';
import { describedIn, localizedIn } from './localized.ts';
import { DESK_COMMAND, PANEL } from './read-command.ts';

type Words = Texts['discordDesk'];
type OptionName = keyof Words['options'];

const described = describedIn((all) => all.discordDesk);
const localized = localizedIn((all) => all.discordDesk);

/** What each command takes beside the ticket. */
const TAKES: Partial<Record<DeskCommand, OptionName>> = {
  hand: 'to',
  note: 'text',
  send: 'text',
  canned: 'reply',
  snooze: 'span',
  direct: 'on',
};
const WITHOUT_TICKET: ReadonlySet<DeskCommand> = new Set<DeskCommand>(['mine', 'queue', 'away', 'back', 'help']);

function choice(value: string, say: (words: Words) => string): APIApplicationCommandOptionChoice<string> {
  return { name: say(texts('en').discordDesk), name_localizations: localized(say), value };
}

const CHOICES: Partial<Record<OptionName, APIApplicationCommandOptionChoice<string>[]>> = {
  span: (['hour', 'morning', 'three-days', 'week'] as const).map((span) => choice(span, (words) => words.spans[span])),
  on: [choice('on', (words) => words.on), choice('off', (words) => words.off)],
};

function option(name: OptionName): APIApplicationCommandBasicOption {
  const choices = CHOICES[name];
  return {
    type: ApplicationCommandOptionType.String,
    name,
    ...described((words) => words.options[name]),
    required: false,
    ...(choices ? { choices } : { max_length: 4_000 }),
  };
}

function subcommand(name: DeskCommand): APIApplicationCommandSubcommandOption {
  const taken = TAKES[name];
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    ...described((words) => words.commands[name]),
    options: [...(WITHOUT_TICKET.has(name) ? [] : [option('ticket')]), ...(taken ? [option(taken)] : [])],
  };
}

function panelCommand(): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, name: PANEL, ...described((words) => words.panel) };
}

/** `/desk`, for the people who take over. A server's own settings can give it to further roles. */
export function deskCommandDefinition(): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    name: DESK_COMMAND,
    ...described((words) => words.desk),
    options: [...DESK_COMMANDS.map((name) => subcommand(name)), panelCommand()],
    default_member_permissions: String(PermissionFlagsBits.ManageThreads),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
  };
}
