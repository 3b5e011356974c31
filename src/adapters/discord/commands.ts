import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { COMMAND_NAMES, LANGUAGES, texts, type CommandName, type Texts } from '../../core/index.ts';
import { deskCommandDefinition } from './desk-commands.ts';
import { describedIn, localizedIn } from './localized.ts';
import { COMMAND, GET_HELP, SEND_TO_ASKER } from './read-command.ts';

type Words = Texts['discord'];
const described = describedIn((all) => all.discord);
const localized = localizedIn((all) => all.discord);

function textOption(
  name: keyof Words['options'],
  settings: { required?: boolean; autocomplete?: boolean },
): APIApplicationCommandBasicOption {
  const { required = false, autocomplete = false } = settings;
  return {
    type: ApplicationCommandOptionType.String,
    name,
    ...described((words) => words.options[name]),
    required,
    autocomplete,
    max_length: 4_000,
  };
}

function languageOption(): APIApplicationCommandBasicOption {
  const choices = LANGUAGES.map((language) => ({ name: texts(language).common.name, value: language }));
  return {
    type: ApplicationCommandOptionType.String,
    name: 'choice',
    ...described((words) => words.options.choice),
    required: false,
    choices,
  };
}

function optionsOf(command: CommandName): APIApplicationCommandBasicOption[] {
  switch (command) {
    case 'ask':
      return [textOption('question', { required: true })];
    case 'settings':
      return [textOption('provider', { required: true, autocomplete: true })];
    case 'check':
      return [textOption('server', { required: true })];
    case 'human':
      return [textOption('topic', {})];
    case 'language':
      return [languageOption()];
    case 'diagnose':
    case 'compare':
    case 'privacy':
    case 'help':
      return [];
  }
}

function subcommand(name: CommandName): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    ...described((words) => words.commands[name]),
    options: optionsOf(name),
  };
}

const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** All that we register: two slash commands with their subcommands, and two on messages. */
export function commandDefinitions(): RESTPutAPIApplicationCommandsJSONBody {
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: COMMAND,
      ...described((words) => words.commands.mail),
      options: COMMAND_NAMES.map((name) => subcommand(name)),
      ...EVERYWHERE,
    },
    deskCommandDefinition(),
    {
      type: ApplicationCommandType.Message,
      name: GET_HELP,
      name_localizations: localized((words) => words.getHelp),
      ...EVERYWHERE,
    },
    {
      type: ApplicationCommandType.Message,
      name: SEND_TO_ASKER,
      name_localizations: localized((words) => words.sendToAsker),
      // Helpers see it; a server's own settings can give it to others.
      default_member_permissions: String(PermissionFlagsBits.ManageThreads),
      integration_types: [ApplicationIntegrationType.GuildInstall],
      contexts: [InteractionContextType.Guild],
    },
  ];
}
