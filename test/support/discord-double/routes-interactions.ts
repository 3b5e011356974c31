import {
  ComponentType,
  InteractionResponseType as Response,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { ApiError, invalidForm, unknownMessage, unknownWebhook } from './api-error.ts';
import type { Double } from './double.ts';
import { number, record, records, text, type Json } from './json.ts';
import { changeMessage, makeMessage, removeMessage } from './messages.ts';
import { messagePayload } from './payloads.ts';
import type { Request, Route } from './routes.ts';
import type { DoubleInteraction, DoubleMessage } from './world.ts';

const { ApplicationCommand, MessageComponent, ModalSubmit, ApplicationCommandAutocomplete } = InteractionType;

/** Which kinds of interaction take which response. */
const TAKES: Record<number, readonly number[]> = {
  [Response.ChannelMessageWithSource]: [ApplicationCommand, MessageComponent, ModalSubmit],
  [Response.DeferredChannelMessageWithSource]: [ApplicationCommand, MessageComponent, ModalSubmit],
  [Response.DeferredMessageUpdate]: [MessageComponent],
  [Response.UpdateMessage]: [MessageComponent],
  [Response.ApplicationCommandAutocompleteResult]: [ApplicationCommandAutocomplete],
  [Response.Modal]: [ApplicationCommand, MessageComponent],
};

function lengthOf(value: unknown): number {
  return text(value)?.length ?? 0;
}

function checkChoices(data: Json): void {
  const choices = records(data['choices']);
  const fits = choices.every(
    ({ name, value }) => lengthOf(name) > 0 && lengthOf(name) <= 100 && lengthOf(value) <= 100,
  );
  if (choices.length > 25 || !fits) throw invalidForm('data.choices', 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer.');
}

function checkModal(data: Json): void {
  const fields = records(data['components']);
  const fits = lengthOf(data['title']) > 0 && lengthOf(data['title']) <= 45 && lengthOf(data['custom_id']) <= 100;
  const inputs = fields.filter(({ type }) => type !== ComponentType.TextDisplay);
  const texts = fields.filter(({ type }) => type === ComponentType.TextDisplay);
  const labels =
    inputs.every(({ label }) => lengthOf(label) > 0 && lengthOf(label) <= 45) &&
    texts.every(({ content }) => lengthOf(content) > 0 && lengthOf(content) <= 4_000);
  for (const field of inputs) checkInput(record(field['component']));
  if (!fits || !labels || fields.length === 0 || fields.length > 5) {
    throw invalidForm('data', 'BASE_TYPE_BAD_LENGTH', 'The modal breaks a limit.');
  }
}

function checkInput(input: Json): void {
  const options = records(input['options']);
  const isText = input['type'] === ComponentType.TextInput;
  const isChoice = input['type'] === ComponentType.StringSelect && options.length > 0 && options.length <= 25;
  const fits = options.every(
    ({ label, value }) => lengthOf(label) > 0 && lengthOf(label) <= 100 && lengthOf(value) <= 100,
  );
  const named = lengthOf(input['custom_id']) > 0 && lengthOf(input['custom_id']) <= 100;
  if (!(isText || isChoice) || !fits || !named || lengthOf(input['value']) > 4_000) {
    throw invalidForm('data.components', 'BASE_TYPE_BAD_LENGTH', 'An input of the modal breaks a limit.');
  }
}

/** For an app that a person brought to a server which does not have it. */
const FOLLOW_UPS = 5;

function quietFlag(data: Json): number {
  return number(data['flags']) & MessageFlags.Ephemeral;
}

function show(double: Double, interaction: DoubleInteraction, data: Json, loading: boolean): void {
  const { channel, token, user } = interaction;
  const quiet = quietFlag(data) !== 0;
  const { id } = makeMessage(double, {
    channel,
    body: data,
    files: [],
    flags: loading ? MessageFlags.Loading : 0,
    token,
    loading,
    ...(quiet && { onlyFor: user }),
  });
  interaction.original = id;
}

/** What a response does beside being one. */
const EFFECTS: Record<number, (double: Double, interaction: DoubleInteraction, data: Json) => void> = {
  [Response.ChannelMessageWithSource]: (double, interaction, data) => show(double, interaction, data, false),
  [Response.DeferredChannelMessageWithSource]: (double, interaction, data) => show(double, interaction, data, true),
  [Response.ApplicationCommandAutocompleteResult]: (_, __, data) => checkChoices(data),
  [Response.Modal]: (_, __, data) => checkModal(data),
};

function callback(double: Double, id: string, token: string, body: Json): void {
  const interaction = double.world.interactions.get(token);
  const late = interaction === undefined || Date.now() - interaction.at > double.interactionMs;
  if (interaction?.id !== id || late) throw new ApiError(404, 10_062, 'Unknown interaction');
  if (interaction.response) throw new ApiError(400, 40_060, 'Interaction has already been acknowledged.');
  const type = number(body['type']);
  if (TAKES[type]?.includes(interaction.type) !== true) {
    throw invalidForm('type', 'INTERACTION_TYPE_INVALID', 'This response does not fit the interaction.');
  }
  const data = record(body['data']);
  EFFECTS[type]?.(double, interaction, data);
  interaction.response = { type, data };
  double.changed();
}

/** The interaction behind a token that still answers. */
function alive(double: Double, token: string | undefined): DoubleInteraction {
  const interaction = double.world.interactions.get(token ?? '');
  if (interaction?.expired === true) throw new ApiError(401, 50_027, 'Invalid Webhook Token');
  if (!interaction?.response) throw unknownWebhook();
  return interaction;
}

function ownMessage(double: Double, interaction: DoubleInteraction, id: string | undefined): DoubleMessage {
  const wanted = id === '@original' ? interaction.original : id;
  const message = double.world.messages.get(wanted ?? '');
  if (!message || (message.token !== interaction.token && id !== '@original')) throw unknownMessage();
  return message;
}

function followUp(double: Double, interaction: DoubleInteraction, { body, files }: Request): object {
  const { channel, token, user } = interaction;
  const quiet = quietFlag(body) !== 0;
  const guild = double.world.guilds.get(double.world.channel(channel).guild_id ?? '');
  interaction.followUps += 1;
  if (guild?.member === false && interaction.followUps > FOLLOW_UPS) {
    throw new ApiError(400, 40_094, 'This interaction has reached the maximum number of follow up messages');
  }
  const message = makeMessage(double, { channel, body, files, token, ...(quiet && { onlyFor: user }) });
  return messagePayload(double.world, message);
}

const MESSAGE = '/webhooks/:application/:token/messages/:message';

export const INTERACTION_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/:id/:token/callback',
    open: true,
    run: (double, { id = '', token = '' }, { body }) => callback(double, id, token, body),
  },
  {
    method: 'POST',
    path: '/webhooks/:application/:token',
    open: true,
    run: (double, { token }, request) => followUp(double, alive(double, token), request),
  },
  {
    method: 'GET',
    path: MESSAGE,
    open: true,
    run: (double, { token, message }) =>
      messagePayload(double.world, ownMessage(double, alive(double, token), message)),
  },
  {
    method: 'PATCH',
    path: MESSAGE,
    open: true,
    run: (double, { token, message }, { body, files }) => {
      const found = ownMessage(double, alive(double, token), message);
      return messagePayload(double.world, changeMessage(double, found, body, files));
    },
  },
  {
    method: 'DELETE',
    path: MESSAGE,
    open: true,
    run: (double, { token, message }) => removeMessage(double, ownMessage(double, alive(double, token), message)),
  },
];
