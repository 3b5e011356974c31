import { ApplicationCommandOptionType, ComponentType, InteractionType, MessageType } from 'discord-api-types/v10';
import type { Double } from './double.ts';
import { record, records, text, type Json } from './json.ts';
import { messagePayload, userPayload } from './payloads.ts';
import { BOT, GUILD, type DoubleInteraction, type DoubleMessage } from './world.ts';

/** What people do. Those that press or type get the interaction; its `response` is there once the app responded. */
export interface People {
  say(user: string, channel: string, content: string, more?: Partial<DoubleMessage>): DoubleMessage;
  edit(message: string, content: string): void;
  remove(message: string): void;
  /** `/mail <name>`; `options` by name. */
  command(user: string, channel: string, name: string, options?: Record<string, string>): DoubleInteraction;
  /** Types into an option of `/mail <name>` without sending. */
  type(user: string, channel: string, name: string, option: string, typed: string): DoubleInteraction;
  /** "Get mail help", or another command, on somebody's message. */
  askAbout(user: string, message: string, command?: string): DoubleInteraction;
  /** Presses a button, or chooses an option of a menu, by its label. */
  press(user: string, message: string, label: string | RegExp): DoubleInteraction;
  /** Sends a modal that the app opened. */
  submit(user: string, opened: DoubleInteraction, fields: Record<string, string>): DoubleInteraction;
}

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

function filled(components: unknown, fields: Record<string, string>): Json[] {
  return componentsOf(components)
    .filter(({ type }) => type === ComponentType.TextInput)
    .map(({ custom_id }) => ({
      type: ComponentType.Label,
      component: { type: ComponentType.TextInput, custom_id, value: fields[String(custom_id)] ?? '' },
    }));
}

function optionList(options: Record<string, string>, focused?: string): Json[] {
  return Object.entries(options).map(([name, value]) => ({
    type: ApplicationCommandOptionType.String,
    name,
    value,
    focused: name === focused,
  }));
}

export function createPeople(double: Double): People {
  const { world } = double;

  const interact = (user: string, channel: string, type: number, data: Json, message?: object): DoubleInteraction => {
    const place = world.channel(channel);
    const id = world.nextId();
    const who = userPayload(world.user(user));
    const interaction: DoubleInteraction = {
      id,
      token: `token-${id}`,
      type,
      user,
      channel,
      at: Date.now(),
      expired: false,
    };
    const inGuild = place.guild_id !== undefined;
    world.interactions.set(interaction.token, interaction);
    double.dispatch('INTERACTION_CREATE', {
      id,
      token: interaction.token,
      type,
      version: 1,
      application_id: BOT,
      channel_id: channel,
      channel: { id: channel, type: place.type },
      locale: world.user(user).locale,
      context: inGuild ? 0 : 1,
      ...(inGuild ? { guild_id: GUILD, member: { user: who, nick: null, roles: [] } } : { user: who }),
      data,
      ...(message && { message }),
    });
    return interaction;
  };

  const mail = (name: string, options: Json[]): Json => ({
    id: '1',
    name: 'mail',
    type: 1,
    options: [{ type: ApplicationCommandOptionType.Subcommand, name, options }],
  });

  const messageOf = (id: string): DoubleMessage => {
    const message = world.messages.get(id);
    if (!message) throw new Error(`no message ${id} in the double`);
    return message;
  };

  return {
    say(user, channel, content, more = {}) {
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
        timestamp: new Date().toISOString(),
        edited_timestamp: null,
        ...more,
      };
      world.messages.set(message.id, message);
      double.dispatch('MESSAGE_CREATE', message);
      double.changed();
      return message;
    },
    edit(id, content) {
      const message = messageOf(id);
      Object.assign(message, { content, edited_timestamp: new Date().toISOString() });
      double.dispatch('MESSAGE_UPDATE', message);
    },
    remove(id) {
      const { channel_id } = messageOf(id);
      const { guild_id } = world.channel(channel_id);
      world.messages.delete(id);
      double.dispatch('MESSAGE_DELETE', { id, channel_id, ...(guild_id && { guild_id }) });
    },
    command: (user, channel, name, options = {}) =>
      interact(user, channel, InteractionType.ApplicationCommand, mail(name, optionList(options))),
    type: (user, channel, name, option, typed) =>
      interact(
        user,
        channel,
        InteractionType.ApplicationCommandAutocomplete,
        mail(name, optionList({ [option]: typed }, option)),
      ),
    askAbout(user, id, name = 'Get mail help') {
      const message = messageOf(id);
      const resolved = { messages: { [id]: messagePayload(world, message) } };
      const data = { id: '2', type: 3, name, target_id: id, resolved };
      return interact(user, message.channel_id, InteractionType.ApplicationCommand, data);
    },
    press(user, id, label) {
      const message = messageOf(id);
      const data = pressed(message, label);
      if (!data) throw new Error(`nothing to press that says ${String(label)}`);
      if (message.onlyFor !== undefined && message.onlyFor !== user) throw new Error('not seen by this user');
      const interaction = interact(
        user,
        message.channel_id,
        InteractionType.MessageComponent,
        data,
        messagePayload(world, message),
      );
      interaction.original = id;
      return interaction;
    },
    submit(user, opened, fields) {
      const modal = record(opened.response?.data);
      const data = { custom_id: modal['custom_id'], components: filled(modal['components'], fields) };
      return interact(user, opened.channel, InteractionType.ModalSubmit, data);
    },
  };
}
