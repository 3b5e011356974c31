import { randomUUID } from 'node:crypto';
import type { Json } from './call.ts';
import {
  APP,
  BOT_ID,
  BOT_USER,
  messageAt,
  TEAM,
  type DoubleChannel,
  type DoubleFile,
  type DoubleMessage,
  type World,
} from './world.ts';

/** Typed text as the wire has it: links and addresses in angle brackets, the rest escaped. */
export function wireText(typed: string): string {
  return typed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/&lt;@(\w+)&gt;/g, '<@$1>')
    .replaceAll(/\bhttps?:\/\/[^\s]+/g, '<$&>')
    .replaceAll(/\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g, '<mailto:$&|$&>')
    .replaceAll(/(?<![\w@.|:/-])((?:[a-z\d-]+\.)+(?:com|net|org|example))\b(?![^<]*>)/g, '<http://$1|$1>');
}

/** What the writing field makes of a text: mentions and links are elements of their own. */
function richText({ text }: DoubleMessage): Json[] {
  const elements = text
    .split(/(<[^>]+>)/)
    .filter((part) => part !== '')
    .map((part): Json => {
      const [, body] = /^<(.+)>$/.exec(part) ?? [];
      if (body === undefined) return { type: 'text', text: part };
      if (body.startsWith('@')) return { type: 'user', user_id: body.slice(1).split('|', 1)[0] };
      const [url = '', label] = body.split('|', 2);
      return { type: 'link', url, ...(label !== undefined && { text: label }) };
    });
  return [{ type: 'rich_text', block_id: 'aB1cD', elements: [{ type: 'rich_text_section', elements }] }];
}

/** A file as messages have it. */
export function fileOf({ id, name, content, mime }: DoubleFile, url: string): Json {
  return {
    id,
    name,
    mimetype: mime,
    filetype: 'text',
    size: content.length,
    mode: 'hosted',
    url_private: `${url}files/${id}`,
    url_private_download: `${url}files/${id}`,
  };
}

/** The message object as the Events API has it. */
export function messageObject(message: DoubleMessage, world: World): Json {
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: TEAM,
    ...(message.botId === undefined
      ? { client_msg_id: randomUUID(), blocks: richText(message) }
      : { bot_id: message.botId, app_id: APP, blocks: message.blocks, bot_profile: { id: BOT_ID, app_id: APP } }),
    ...(message.threadTs !== undefined && {
      thread_ts: message.threadTs,
      parent_user_id: messageAt(world, message.channel, message.threadTs)?.user,
    }),
    ...(message.files.length > 0 && {
      files: message.files.map((file) => fileOf(file, world.url)),
      upload: false,
      subtype: 'file_share',
    }),
    ...(message.edited !== undefined && { edited: { user: message.user, ts: message.edited } }),
  };
}

/** The outer event, with what Enterprise Grid and Slack Connect add. */
export function eventCallback(world: World, event: Json): Json {
  return {
    token: 'verification',
    team_id: TEAM,
    context_team_id: TEAM,
    context_enterprise_id: 'E0GRID',
    api_app_id: APP,
    event,
    type: 'event_callback',
    event_id: world.nextId('Ev'),
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      { enterprise_id: 'E0GRID', team_id: TEAM, user_id: BOT_USER, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: '4-eyJldCI6Im1lc3NhZ2UifQ',
  };
}

export function channelType(channel: DoubleChannel): string {
  return channel.kind;
}

function person(world: World, user: string): Json {
  const name = world.users.get(user)?.name ?? user;
  return { id: user, username: name, name, team_id: TEAM };
}

/** What every interaction has in common. */
export function interaction(world: World, type: string, user: string): Json {
  const trigger = `${world.nextId('')}.${world.nextId('')}.aBcDeF`;
  world.triggers.set(trigger, user);
  return {
    type,
    user: person(world, user),
    api_app_id: APP,
    token: 'verification',
    trigger_id: trigger,
    team: { id: TEAM, domain: 'post' },
    enterprise: null,
    is_enterprise_install: false,
  };
}

export function slashCommand(
  world: World,
  user: string,
  channel: DoubleChannel,
  command: { name: string; text: string },
  responseUrl: string,
): Json {
  const { trigger_id: trigger } = interaction(world, 'command', user);
  return {
    token: 'verification',
    team_id: TEAM,
    team_domain: 'post',
    channel_id: channel.id,
    channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
    user_id: user,
    user_name: world.users.get(user)?.name ?? user,
    command: command.name,
    text: command.text,
    api_app_id: APP,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: String(trigger),
  };
}
