import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type LocalizationMap,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { COMMAND_NAMES, LANGUAGES, texts, type CommandName, type Texts } from '../../core/index.ts';
import { cut, LIMITS } from './limits.ts';
import { COMMAND, GET_HELP, SEND_TO_ASKER } from './read-command.ts';

type Words = Texts['discord'];
type Say = (words: Words) => string;

/** Discord's locales that we speak, and the language that each is served. */
const LOCALIZED = { 'en-US': 'en', 'en-GB': 'en', 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' } as const;

function localized(say: Say): LocalizationMap {
  const entries = Object.entries(LOCALIZED).map(([locale, language]) => [
    locale,
    cut(say(texts(language).discord), LIMITS.choiceText),
  ]);
  return Object.fromEntries(entries);
}

function described(say: Say): { description: string; description_localizations: LocalizationMap } {
  return { description: cut(say(texts('en').discord), LIMITS.choiceText), description_localizations: localized(say) };
}

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

/** All that we register: one slash command with its subcommands, and two on messages. */
export function commandDefinitions(): RESTPutAPIApplicationCommandsJSONBody {
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: COMMAND,
      ...described((words) => words.commands.mail),
      options: COMMAND_NAMES.map((name) => subcommand(name)),
      ...EVERYWHERE,
    },
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
