import { ApplicationCommandOptionType, ComponentType, InteractionType, MessageType } from 'discord-api-types/v10';
import type { Double } from './double.ts';
import { record, records, text, type Json } from './json.ts';
import { messagePayload, userPayload } from './payloads.ts';
import { BOT, type DoubleInteraction, type DoubleMessage, type World } from './world.ts';

/** All components of a message, inner ones too. */
export function componentsOf(components: unknown): Json[] {
  return records(components).flatMap((one) => {
    const single = one['component'] === undefined ? [] : [one['component']];
    return [one].concat(componentsOf(one['components']), componentsOf(single));
  });
}

function matches(label: unknown, wanted: string | RegExp): boolean {
  const said = text(label) ?? '';
  return typeof wanted === 'string' ? said === wanted : wanted.test(said);
}

/** What Discord sends when this label is pressed. */
function pressed(message: DoubleMessage, label: string | RegExp): Json | undefined {
  for (const component of componentsOf(message.components)) {
    const { type, custom_id } = component;
    if (type === ComponentType.Button && matches(component['label'], label)) return { component_type: type, custom_id };
    const option = records(component['options']).find((one) => matches(one['label'], label));
    if (option) return { component_type: type, custom_id, values: [option['value']] };
  }
  return undefined;
}

/** Parts of a modal that come back when it is sent. */
const FILLED: ReadonlySet<unknown> = new Set([
  ComponentType.TextInput,
  ComponentType.StringSelect,
  ComponentType.TextDisplay,
]);

function filled(components: unknown, fields: Record<string, string>): Json[] {
  return componentsOf(components)
    .filter(({ type }) => FILLED.has(type))
    .map(({ type, custom_id, options, id = 0 }) => {
      if (type === ComponentType.TextDisplay) return { type, id };
      const said = fields[String(custom_id)];
      const option = records(options).find(({ label, value }) => label === said || value === said);
      const answer =
        type === ComponentType.TextInput ? { value: said ?? '' } : { values: option ? [option['value']] : [] };
      return { type: ComponentType.Label, component: { type, custom_id, ...answer } };
    });
}

function optionList(options: Record<string, string>, focused?: string): Json[] {
  return Object.entries(options).map(([name, value]) => ({
    type: ApplicationCommandOptionType.String,
    name,
    value,
    focused: name === focused,
  }));
}

interface Act {
  user: string;
  channel: string;
  type: InteractionType;
  data: Json;
  /** The message acted on. */
  message?: object;
}

function slash(command: string, name: string, options: Json[]): Json {
  const subcommand = { type: ApplicationCommandOptionType.Subcommand, name, options };
  return { id: '1', name: command, type: 1, options: [subcommand] };
}

/** What people do. Those that press or type give an interaction; its `response` is there once the app responded. */
export class People {
  readonly #double: Double;

  constructor(double: Double) {
    this.#double = double;
  }

  /** `lost`: no session hears of it. */
  say(
    user: string,
    channel: string,
    content: string,
    { lost = false, ...more }: Partial<DoubleMessage> & { lost?: boolean } = {},
  ): DoubleMessage {
    const { world } = this.#double;
    const message: DoubleMessage = {
      id: world.nextId(),
      channel_id: world.channel(channel).id,
      author: world.user(user),
      type: MessageType.Default,
      content,
      components: [],
      embeds: [],
      attachments: [],
      flags: 0,
      reactions: [],
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      ...more,
    };
    world.messages.set(message.id, message);
    if (!lost) this.#double.dispatch('MESSAGE_CREATE', message);
    this.#double.changed();
    return message;
  }

  edit(id: string, content: string): void {
    const message = this.#message(id);
    Object.assign(message, { content, edited_timestamp: new Date().toISOString() });
    this.#double.dispatch('MESSAGE_UPDATE', message);
  }

  remove(id: string): void {
    const { world } = this.#double;
    const { channel_id } = this.#message(id);
    const { guild_id } = world.channel(channel_id);
    world.messages.delete(id);
    this.#double.dispatch('MESSAGE_DELETE', { id, channel_id, ...(guild_id && { guild_id }) });
  }

  /** Takes several messages away at once, as moderators do. */
  removeMany(ids: readonly string[]): void {
    const { world } = this.#double;
    const { channel_id } = this.#message(ids[0] ?? '');
    for (const id of ids) world.messages.delete(id);
    this.#double.dispatch('MESSAGE_DELETE_BULK', { ids, channel_id, guild_id: world.channel(channel_id).guild_id });
  }

  /** `/mail <name>`; `options` by name. */
  command(user: string, channel: string, name: string, options: Record<string, string> = {}): DoubleInteraction {
    const data = slash('mail', name, optionList(options));
    return this.#act({ user, channel, type: InteractionType.ApplicationCommand, data });
  }

  /** `/desk <name>`, of the people who take over. */
  desk(user: string, channel: string, name: string, options: Record<string, string> = {}): DoubleInteraction {
    const data = slash('desk', name, optionList(options));
    return this.#act({ user, channel, type: InteractionType.ApplicationCommand, data });
  }

  /** Types into an option of `/mail <name>` without sending. */
  type(user: string, channel: string, name: string, option: string, typed: string): DoubleInteraction {
    const data = slash('mail', name, optionList({ [option]: typed }, option));
    return this.#act({ user, channel, type: InteractionType.ApplicationCommandAutocomplete, data });
  }

  /** "Get mail help", or another command, on somebody's message. */
  askAbout(user: string, id: string, name = 'Get mail help'): DoubleInteraction {
    const message = this.#message(id);
    const resolved = { messages: { [id]: messagePayload(this.#double.world, message) } };
    const data = { id: '2', type: 3, name, target_id: id, resolved };
    return this.#act({ user, channel: message.channel_id, type: InteractionType.ApplicationCommand, data });
  }

  /** Presses a button, or chooses an option of a menu, by its label. */
  press(user: string, id: string, label: string | RegExp): DoubleInteraction {
    const found = this.#message(id);
    const data = pressed(found, label);
    if (!data) throw new Error(`nothing to press that says ${String(label)}`);
    if (found.onlyFor !== undefined && found.onlyFor !== user) throw new Error('not seen by this user');
    const message = messagePayload(this.#double.world, found);
    const interaction = this.#act({
      user,
      channel: found.channel_id,
      type: InteractionType.MessageComponent,
      data,
      message,
    });
    interaction.original = id;
    return interaction;
  }

  /** Sends a modal that the app opened. */
  submit(user: string, opened: DoubleInteraction, fields: Record<string, string>): DoubleInteraction {
    const modal = record(opened.response?.data);
    const data = { custom_id: modal['custom_id'], components: filled(modal['components'], fields) };
    return this.#act({ user, channel: opened.channel, type: InteractionType.ModalSubmit, data });
  }

  #message(id: string): DoubleMessage {
    const message = this.#double.world.messages.get(id);
    if (!message) throw new Error(`no message ${id} in the double`);
    return message;
  }

  #act(act: Act): DoubleInteraction {
    const { world } = this.#double;
    const { user, channel, type } = act;
    const id = world.nextId();
    const at = Date.now();
    const interaction: DoubleInteraction = {
      id,
      token: `token-${id}`,
      type,
      user,
      channel,
      at,
      expired: false,
      followUps: 0,
    };
    world.interactions.set(interaction.token, interaction);
    this.#double.dispatch('INTERACTION_CREATE', interactionPayload(this.#double, interaction, act));
    return interaction;
  }
}

function rolesOf(world: World, guild: string | undefined, user: string): string[] {
  const roles = world.guilds.get(guild ?? '')?.roles ?? [];
  return roles.filter(({ members }) => members.includes(user)).map(({ id }) => id);
}

function interactionPayload({ world }: Double, { id, token }: DoubleInteraction, act: Act): object {
  const place = world.channel(act.channel);
  const user = userPayload(world.user(act.user));
  const inGuild = place.guild_id !== undefined;
  return {
    id,
    token,
    type: act.type,
    version: 1,
    application_id: BOT,
    channel_id: act.channel,
    channel: { id: act.channel, type: place.type },
    locale: world.user(act.user).locale,
    context: inGuild ? 0 : 1,
    ...(inGuild
      ? { guild_id: place.guild_id, member: { user, nick: null, roles: rolesOf(world, place.guild_id, act.user) } }
      : { user }),
    data: act.data,
    ...(act.message && { message: act.message }),
  };
}
