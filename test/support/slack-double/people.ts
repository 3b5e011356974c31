import type { Json } from './call.ts';
import { channelType, eventCallback, interaction, messageObject, slashCommand, wireText } from './payloads.ts';
import type { Acknowledged, Deliverer } from './sockets.ts';
import {
  APP,
  blank,
  BOT_USER,
  messageAt,
  TEAM,
  type DoubleChannel,
  type DoubleEphemeral,
  type DoubleFile,
  type DoubleMessage,
  type World,
} from './world.ts';

/** What people in the workspace do; each call sends to the app what Slack would send. */
export interface Actors {
  say(
    user: string,
    channel: string,
    text: string,
    /** `lost`: Slack has given up telling the app of it. `ago`: it was said so long before Slack tells of it, ms. */
    options?: {
      thread?: string;
      files?: { name: string; content: string; mime?: string }[];
      lost?: boolean;
      ago?: number;
    },
  ): { ts: string; seen: Promise<Acknowledged[]> };
  /** Slack tells of a message that was said before. */
  tellAgain(channel: string, ts: string): Promise<Acknowledged>;
  edit(channel: string, ts: string, text: string): Promise<Acknowledged>;
  erase(channel: string, ts: string): Promise<Acknowledged>;
  press(user: string, ts: string, match: string | RegExp): Promise<Acknowledged>;
  /** A button on the person's App Home. */
  pressHome(user: string, match: string | RegExp): Promise<Acknowledged>;
  invite(inviter: string, channel: string): Promise<Acknowledged>;
  /** Letters typed into a list of an open form. */
  typeInto(user: string, viewId: string, field: string, value: string): Promise<Acknowledged>;
  /** `name`: `/mail` unless told otherwise. */
  command(user: string, channel: string, text: string, name?: string): Promise<Acknowledged>;
  /** `callback`: "Get mail help with this" unless told otherwise. */
  messageShortcut(user: string, channel: string, ts: string, callback?: string): Promise<Acknowledged>;
  globalShortcut(user: string): Promise<Acknowledged>;
  submit(user: string, viewId: string, values: Record<string, string>): Promise<Acknowledged>;
  /** Slack says that it drops events. */
  dropEvents(): Promise<Acknowledged>;
  openHome(user: string, channel: string, tab: 'home' | 'messages'): Promise<Acknowledged>;
  echo(change: { channel: string; ts: string; kind: 'posted' | 'changed' | 'deleted'; previous?: string }): void;
}

interface Stage {
  world: World;
  url: string;
  deliverer: Pick<Deliverer, 'deliver'>;
}

type Shown = DoubleMessage | DoubleEphemeral;

function channelOf(world: World, id: string): DoubleChannel {
  const channel = world.channels.get(id);
  if (channel === undefined) throw new Error(`the double has no channel ${id}`);
  return channel;
}

function responseUrl({ world, url }: Stage, channel: string, user: string): string {
  const id = world.nextId('R');
  world.responses.set(id, { uses: 0, channel, user });
  return `${url}response/${id}`;
}

function sendEvent({ world, deliverer }: Stage, event: Json): Promise<Acknowledged> {
  return deliverer.deliver('events_api', eventCallback(world, event));
}

function messageEvent(world: World, message: DoubleMessage): Json {
  const channel = channelOf(world, message.channel);
  return {
    ...messageObject(message, world),
    channel: channel.id,
    channel_type: channelType(channel),
    event_ts: message.ts,
  };
}

function changeEvent(world: World, message: DoubleMessage, previous: string): Json {
  const channel = channelOf(world, message.channel);
  return {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    message: messageObject(message, world),
    previous_message: { ...messageObject(message, world), text: previous },
    channel: channel.id,
    channel_type: channelType(channel),
    ts: world.nextTs(),
    event_ts: world.nextTs(),
  };
}

function deleteEvent(world: World, message: DoubleMessage): Json {
  const channel = channelOf(world, message.channel);
  return {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: message.ts,
    previous_message: messageObject(message, world),
    channel: channel.id,
    channel_type: channelType(channel),
    ts: world.nextTs(),
    event_ts: world.nextTs(),
  };
}

function shownAt(world: World, ts: string): Shown {
  const found = [...world.messages, ...world.ephemerals].find((each) => each.ts === ts);
  if (found === undefined) throw new Error(`the double has no message ${ts}`);
  return found;
}

/** What can be pressed in a block, each with what Slack then reports of it. */
function pressable(block: Json): { label: string; value: string; press: Json }[] {
  if (block['type'] !== 'actions' && block['type'] !== 'context_actions') return [];
  return (block['elements'] as Json[]).flatMap((element) => {
    const { type, action_id: id } = element;
    if (type === 'overflow') {
      const chosen = (option: Json) => ({ type, action_id: id, selected_option: option });
      return (element['options'] as Json[]).map((option) => labelled(option, chosen(option)));
    }
    if (type === 'feedback_buttons') {
      const thumbs = [element['positive_button'], element['negative_button']] as Json[];
      return thumbs.map((thumb) => labelled(thumb, { type, action_id: id, value: thumb['value'] }));
    }
    return [labelled(element, { ...element, type: 'button' })];
  });
}

function labelled(element: Json, press: Json): { label: string; value: string; press: Json } {
  return { label: String((element['text'] as Json)['text']), value: String(element['value']), press };
}

function buttonOf(blocks: Json[], match: string | RegExp): Json {
  for (const block of blocks) {
    for (const { label, value, press } of pressable(block)) {
      if (typeof match === 'string' ? label === match : match.test(`${label} ${value}`))
        return { ...press, block_id: block['block_id'] ?? 'q1W2' };
    }
  }
  throw new Error(`no button ${String(match)}`);
}

function pressPayload(stage: Stage, user: string, shown: Shown, match: string | RegExp): Json {
  const { world } = stage;
  const ephemeral = world.ephemerals.includes(shown);
  const thread = shown.threadTs === undefined ? {} : { thread_ts: shown.threadTs };
  const place = { channel_id: shown.channel, message_ts: shown.ts, is_ephemeral: ephemeral, ...thread };
  const message = ephemeral ? {} : { message: { ...messageObject(shown as DoubleMessage, world) } };
  return {
    ...interaction(world, 'block_actions', user),
    ...message,
    container: { type: 'message', ...place },
    channel: { id: shown.channel, name: channelOf(world, shown.channel).name },
    state: { values: {} },
    response_url: responseUrl(stage, shown.channel, user),
    actions: [{ ...buttonOf(shown.blocks, match), action_ts: world.nextTs() }],
  };
}

function homePressPayload({ world }: Stage, user: string, match: string | RegExp): Json {
  const blocks = world.homes.get(user) ?? [];
  return {
    ...interaction(world, 'block_actions', user),
    container: { type: 'view', view_id: 'V0HOME' },
    view: { id: 'V0HOME', type: 'home', callback_id: '', private_metadata: '', state: { values: {} }, blocks },
    actions: [{ ...buttonOf(blocks, match), action_ts: world.nextTs() }],
  };
}

/** A person's message, remembered; in a channel with a mention Slack sends two events for it. */
function speak(
  stage: Stage,
  user: string,
  channelId: string,
  text: string,
  thread: string | undefined,
  files: DoubleFile[],
  ago: number,
): { ts: string; seen: Promise<Acknowledged[]> } {
  const { world } = stage;
  const channel = channelOf(world, channelId);
  if (!channel.members.has(user)) throw new Error(`${user} is not in ${channelId}`);
  const ts = world.nextTs(ago);
  const base = { ...blank(), ts, channel: channelId, user, text: wireText(text), files };
  const message: DoubleMessage = { ...base, ...(thread !== undefined && { threadTs: thread }) };
  world.messages.push(message);
  world.changed();
  if (!channel.members.has(BOT_USER)) return { ts, seen: Promise.resolve([]) };
  const event = messageEvent(world, message);
  const mention = channel.kind === 'channel' && message.text.includes(`<@${BOT_USER}>`);
  const twin = { ...event, type: 'app_mention', subtype: undefined, channel_type: undefined };
  return { ts, seen: Promise.all([sendEvent(stage, event), ...(mention ? [sendEvent(stage, twin)] : [])]) };
}

/** What the state of a form says of one field. */
function filledIn(view: Json, name: string, value: string): Json {
  const blocks = (view['blocks'] ?? []) as Json[];
  const element = blocks.find((block) => block['block_id'] === name)?.['element'] as Json | undefined;
  const type = element?.['type'] ?? 'plain_text_input';
  if (type === 'plain_text_input') return { type, value };
  return { type, selected_option: { text: { type: 'plain_text', text: value }, value } };
}

function submissionPayload(world: World, user: string, viewId: string, values: Record<string, string>): Json {
  const view = world.views.find((each) => each.id === viewId)?.view ?? {};
  const inputs = Object.entries(values).map(([name, value]) => [name, { [name]: filledIn(view, name, value) }]);
  const state = { values: Object.fromEntries(inputs) as Json };
  return {
    ...interaction(world, 'view_submission', user),
    view: { id: viewId, hash: '156772938.1827394', ...view, state },
    response_urls: [],
  };
}

export function createActors(stage: Stage): Actors {
  const { world, deliverer } = stage;
  return {
    say: (user, channel, text, { thread, files = [], lost = false, ago = 0 } = {}) => {
      const stored = files.map((file) => ({
        mime: 'text/plain',
        ...file,
        id: world.nextId('F'),
        shared: true,
        owner: user,
      }));
      for (const file of stored) world.files.set(file.id, file);
      const deaf = { deliver: () => Promise.resolve({ acknowledged: false, body: undefined }) };
      return speak(lost ? { ...stage, deliverer: deaf } : stage, user, channel, text, thread, stored, ago);
    },
    tellAgain: (channel, ts) => {
      const message = messageAt(world, channel, ts);
      if (message === undefined) throw new Error(`the double has no message ${ts}`);
      return sendEvent(stage, messageEvent(world, message));
    },
    edit: (channel, ts, text) => {
      const message = messageAt(world, channel, ts);
      if (message === undefined) throw new Error(`the double has no message ${ts}`);
      const previous = message.text;
      Object.assign(message, { text: wireText(text), edited: world.nextTs() });
      return sendEvent(stage, changeEvent(world, message, previous));
    },
    erase: (channel, ts) => {
      const message = messageAt(world, channel, ts);
      if (message === undefined) throw new Error(`the double has no message ${ts}`);
      message.deleted = true;
      return sendEvent(stage, deleteEvent(world, message));
    },
    press: (user, ts, match) => deliverer.deliver('interactive', pressPayload(stage, user, shownAt(world, ts), match)),
    pressHome: (user, match) => deliverer.deliver('interactive', homePressPayload(stage, user, match)),
    invite: (inviter, channel) => {
      channelOf(world, channel).members.add(BOT_USER);
      const event = { type: 'member_joined_channel', user: BOT_USER, channel, channel_type: 'C', inviter };
      return sendEvent(stage, { ...event, team: TEAM, event_ts: world.nextTs() });
    },
    typeInto: (user, viewId, field, value) =>
      deliverer.deliver('interactive', {
        ...interaction(world, 'block_suggestion', user),
        container: { type: 'view', view_id: viewId },
        view: { id: viewId, ...world.views.find((each) => each.id === viewId)?.view },
        api_app_id: APP,
        action_id: field,
        block_id: field,
        value,
      }),
    command: (user, channel, text, name = '/mail') => {
      const url = responseUrl(stage, channel, user);
      return deliverer.deliver(
        'slash_commands',
        slashCommand(world, user, channelOf(world, channel), { name, text }, url),
      );
    },
    messageShortcut: (user, channel, ts, callback = 'mail-help') => {
      const message = messageAt(world, channel, ts);
      if (message === undefined) throw new Error(`the double has no message ${ts}`);
      return deliverer.deliver('interactive', {
        ...interaction(world, 'message_action', user),
        callback_id: callback,
        action_ts: world.nextTs(),
        message_ts: ts,
        channel: { id: channel, name: channelOf(world, channel).name },
        message: messageObject(message, world),
        response_url: responseUrl(stage, channel, user),
      });
    },
    globalShortcut: (user) =>
      deliverer.deliver('interactive', {
        ...interaction(world, 'shortcut', user),
        callback_id: 'mail-check',
        action_ts: world.nextTs(),
      }),
    submit: (user, viewId, values) => deliverer.deliver('interactive', submissionPayload(world, user, viewId, values)),
    dropEvents: () =>
      deliverer.deliver('events_api', {
        token: 'verification',
        type: 'app_rate_limited',
        team_id: TEAM,
        minute_rate_limited: Math.floor(Date.now() / 60_000) * 60,
        api_app_id: APP,
      }),
    openHome: (user, channel, tab) =>
      sendEvent(stage, { type: 'app_home_opened', user, channel, tab, event_ts: world.nextTs() }),
    echo: ({ channel, ts, kind, previous = '' }) => {
      const message = world.messages.find((each) => each.channel === channel && each.ts === ts);
      if (message === undefined) return;
      const events = { posted: messageEvent, changed: changeEvent, deleted: deleteEvent };
      void sendEvent(stage, events[kind](world, message, previous));
    },
  };
}
