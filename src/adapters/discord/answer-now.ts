import {
  InteractionResponseType as Response,
  MessageFlags,
  Routes,
  type APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10';
import { texts, type AdapterLog, type Immediate } from '../../core/index.ts';
import type { DiscordApi } from './api.ts';
import { escapeText } from './escape.ts';
import { faultOf } from './faults.ts';
import { deskModal, modalOf } from './forms.ts';
import { languageOf } from './language.ts';
import { cut, LIMITS } from './limits.ts';
import type { InteractionHead, OwnAnswer } from './read-context.ts';
import { render } from './render.ts';

interface Callback {
  type: Response;
  data?: object;
}

function choicesOf(options: Extract<Immediate, { kind: 'options' }>['options']): APIApplicationCommandOptionChoice[] {
  return options.slice(0, LIMITS.choices).map(({ label, value }) => ({
    name: cut(label.trim() || '…', LIMITS.choiceText),
    value: value.slice(0, LIMITS.choiceText),
  }));
}

/** Seen only by the person themselves. */
function quietly(content: string): Callback {
  return {
    type: Response.ChannelMessageWithSource,
    data: { content: cut(content, LIMITS.content), flags: MessageFlags.Ephemeral, allowed_mentions: { parse: [] } },
  };
}

/** Behind a button nothing is shown: its answer comes as a message of its own, or changes the one pressed on. */
function waiting({ kind, private: isPrivate }: InteractionHead, quiet: boolean): Callback {
  if (kind === 'component') return { type: Response.DeferredMessageUpdate };
  const flags = quiet && !isPrivate ? MessageFlags.Ephemeral : undefined;
  return { type: Response.DeferredChannelMessageWithSource, data: flags === undefined ? {} : { flags } };
}

/** The first response to an interaction. Pure. */
export function callbackOf(immediate: Immediate, head: InteractionHead): Callback {
  if (head.kind === 'typing') {
    const options = immediate.kind === 'options' ? immediate.options : [];
    return { type: Response.ApplicationCommandAutocompleteResult, data: { choices: choicesOf(options) } };
  }
  const language = languageOf(head.locale);
  switch (immediate.kind) {
    case 'open-form':
      return head.kind === 'submission'
        ? waiting(head, true)
        : { type: Response.Modal, data: modalOf(immediate.form, immediate.language) };
    case 'field-errors': {
      const lines = Object.values(immediate.errors).map((error) => `- ${escapeText(error)}`);
      return quietly([texts(language).discord.fieldErrors, ...lines].join('\n'));
    }
    case 'defer':
      return waiting(head, immediate.quiet);
    case 'show-form':
      return head.kind === 'submission'
        ? waiting(head, true)
        : { type: Response.Modal, data: deskModal(immediate.form) };
    case 'ack':
    case 'options':
      return waiting(head, true);
  }
}

/** The whole answer to what needs no conversation. Pure. */
export function ownCallback(answer: OwnAnswer, head: InteractionHead): Callback {
  const language = languageOf(head.locale);
  const words = texts(language).discord;
  if (answer.kind === 'forgotten') return quietly(words.forgotten);
  if (answer.kind === 'panel') return panel(language);
  if (answer.kind === 'not-yours') return quietly(words.notYours);
  if (answer.kind === 'copy') return valuesAlone(answer.values?.overview ?? words.forgotten, head);
  if (!answer.content) return quietly(words.notPublished);
  const { components, embeds } = answer.content;
  const shown = embeds.length > 0 ? { embeds, components } : { flags: MessageFlags.IsComponentsV2, components };
  return { type: Response.ChannelMessageWithSource, data: { ...shown, allowed_mentions: { parse: [] } } };
}

/** What is pressed on it is answered to whoever pressed, and only to them. */
function panel(language: string): Callback {
  const { surfaces, answers } = texts(language);
  const { flags, components } = render(
    {
      language,
      quiet: false,
      blocks: [
        { kind: 'text', text: surfaces.invited },
        {
          kind: 'actions',
          actions: [
            { label: surfaces.emptyCallButton, intent: { name: 'open-form', form: 'ask' }, style: 'primary' },
            { label: answers.buttons.human, intent: { name: 'talk-to-human', slots: {} } },
            { label: surfaces.language, intent: { name: 'choose-language' } },
          ],
        },
      ],
    },
    { key: 'panel' },
  );
  return { type: Response.ChannelMessageWithSource, data: { flags, components, allowed_mentions: { parse: [] } } };
}

/** Nobody else needs to see them; in a direct message they stay. Previews would only be in the way. */
function valuesAlone(content: string, { private: isPrivate }: InteractionHead): Callback {
  const flags = MessageFlags.SuppressEmbeds | (isPrivate ? 0 : MessageFlags.Ephemeral);
  return { type: Response.ChannelMessageWithSource, data: { content, flags, allowed_mentions: { parse: [] } } };
}

/** Says each value in a message of its own: a phone copies whole messages. */
export async function sendValues(
  api: DiscordApi,
  head: InteractionHead,
  values: readonly string[],
  log: AdapterLog,
): Promise<void> {
  for (const value of values) {
    const { data } = valuesAlone(value, head);
    try {
      await api.call('POST', Routes.webhook(head.application, head.token), { body: data, withoutToken: true });
    } catch (error) {
      log.warn('discord-value-not-sent', { reason: faultOf(error).reason });
      return;
    }
  }
}

/** Failing here loses nothing: what was asked is stored, and its answer finds another way. */
export async function sendCallback(
  api: DiscordApi,
  head: InteractionHead,
  body: Callback,
  log: AdapterLog,
): Promise<void> {
  try {
    const route = Routes.interactionCallback(head.id, head.token);
    await api.call('POST', route, { body, withoutToken: true });
  } catch (error) {
    log.warn('discord-interaction-unanswered', { kind: head.kind, reason: faultOf(error).reason });
  }
}
