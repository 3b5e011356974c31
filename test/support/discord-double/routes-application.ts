import { ApplicationFlags } from 'discord-api-types/v10';
import { ApiError } from './api-error.ts';
import { record, type Json } from './json.ts';
import { channelPayload, userPayload } from './payloads.ts';
import type { Route } from './routes.ts';
import { checkCommands } from './validate.ts';
import { BOT, directChannel } from './world.ts';

/** Discord leaves out what is false or empty, and adds ids. */
function stored(command: Json, id: string): Json {
  const kept = Object.entries(command).filter(([, value]) => value !== false);
  return { default_member_permissions: null, ...Object.fromEntries(kept), id, application_id: BOT, version: id };
}

function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutLocalizations(one));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(record(value)).filter(([key]) => !key.endsWith('_localizations'));
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutLocalizations(inner)]));
}

export const APPLICATION_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/gateway/bot',
    run: (double) => ({
      url: double.gatewayUrl(),
      shards: double.shards,
      session_start_limit: {
        total: 1_000,
        remaining: double.starts.remaining,
        reset_after: double.starts.resetMs,
        max_concurrency: double.maxConcurrency,
      },
    }),
  },
  { method: 'GET', path: '/users/@me', run: ({ world }) => userPayload(world.user(BOT)) },
  {
    method: 'GET',
    path: '/applications/@me',
    run: ({ world, messageContent }) => ({
      id: BOT,
      name: 'Postilion',
      bot: userPayload(world.user(BOT)),
      flags: messageContent ? ApplicationFlags.GatewayMessageContentLimited : 0,
    }),
  },
  {
    method: 'GET',
    path: '/applications/:application/commands',
    run: ({ world }, _, { query }) =>
      query.get('with_localizations') === 'true' ? world.commands : withoutLocalizations(world.commands),
  },
  {
    method: 'PUT',
    path: '/applications/:application/commands',
    run: ({ world }, _, { list }) => {
      checkCommands(list);
      world.commands = list.map((command) => stored(command, world.nextId()));
      world.commandWrites += 1;
      return world.commands;
    },
  },
  {
    method: 'POST',
    path: '/users/@me/channels',
    run: ({ world }, _, { body }) => {
      const user = world.users.get(String(body['recipient_id']));
      if (!user) throw new ApiError(400, 50_033, 'Invalid Recipient(s)');
      return channelPayload(directChannel(world, user.id));
    },
  },
];
