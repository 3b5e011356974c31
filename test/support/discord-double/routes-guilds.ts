import { ApiError, missingAccess } from './api-error.ts';
import { channelPayload, isThread, rolesPayload, userPayload } from './payloads.ts';
import type { Double } from './double.ts';
import type { Route } from './routes.ts';
import { BOT, type DoubleGuild } from './world.ts';

function guildOf({ world }: Double, id: string | undefined): DoubleGuild {
  const guild = world.guilds.get(id ?? '');
  if (!guild) throw new ApiError(404, 10_004, 'Unknown Guild');
  if (!guild.member) throw missingAccess();
  return guild;
}

/** Servers, as far as an app without privileged intents may ask. */
export const GUILD_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/users/@me/guilds',
    run: ({ world }) =>
      [...world.guilds.values()].filter(({ member }) => member).map(({ id, name }) => ({ id, name, owner: false })),
  },
  {
    method: 'GET',
    path: '/guilds/:guild',
    run: (double, { guild }) => {
      const found = guildOf(double, guild);
      return { id: found.id, name: found.name, owner_id: '3001', roles: rolesPayload(found) };
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/channels',
    run: (double, { guild }) => {
      const { id } = guildOf(double, guild);
      const all = [...double.world.channels.values()].filter((channel) => channel.guild_id === id);
      return all.filter((channel) => !isThread(channel)).map((channel) => channelPayload(channel));
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/members/:user',
    run: (double, { guild, user = '' }) => {
      const found = guildOf(double, guild);
      const person = double.world.users.get(user);
      const inside = user === BOT || (person !== undefined && !person.outside);
      if (!person || !inside) throw new ApiError(404, 10_007, 'Unknown Member');
      return {
        user: userPayload(person),
        nick: null,
        roles: found.roles.filter(({ members }) => members.includes(user)).map(({ id }) => id),
      };
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/threads/active',
    run: (double, { guild }) => {
      const { id } = guildOf(double, guild);
      const threads = [...double.world.channels.values()].filter(
        (channel) => channel.guild_id === id && isThread(channel) && !channel.archived,
      );
      return { threads: threads.map((thread) => channelPayload(thread)), members: [] };
    },
  },
];
