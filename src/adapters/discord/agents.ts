import { PermissionFlagsBits as Permission, RESTJSONErrorCodes as Codes, Routes } from 'discord-api-types/v10';
import type { PersonId, PlaceId } from '../../core/index.ts';
import type { DiscordApi } from './api.ts';
import { userOf } from './delivery-kit.ts';
import { hasCode } from './faults.ts';
import { snowflakeOf } from './ids.ts';
import { id, record, type Json } from './json.ts';
import { channelPermissions, holderOf, type Holder } from './permissions.ts';

async function memberOf(api: DiscordApi, guild: string, user: string): Promise<Holder | undefined> {
  try {
    return holderOf(user, record(await api.call('GET', Routes.guildMember(guild, user))));
  } catch (error) {
    if (hasCode(error, Codes.UnknownMember, Codes.UnknownUser)) return undefined;
    throw error;
  }
}

async function maySee(api: DiscordApi, guildId: string, channel: Json, holder: Holder): Promise<boolean> {
  const guild = record(await api.call('GET', Routes.guild(guildId)));
  return (channelPermissions(guild, channel, holder) & Permission.ViewChannel) !== 0n;
}

/**
 * Whether a person may act at a desk: whoever has a helper's role, or, where no roles are set, whoever sees the desk's
 * channel. Rejects when Discord does not tell.
 */
export async function isAgent(
  api: DiscordApi,
  helperRoles: readonly string[],
  desk: PlaceId,
  person: PersonId,
): Promise<boolean> {
  const [place, user] = [snowflakeOf(desk), userOf(person)];
  if (place === undefined || user === undefined) return false;
  const channel = record(await api.call('GET', Routes.channel(place)));
  const guild = id(channel['guild_id']);
  const holder = guild === undefined ? undefined : await memberOf(api, guild, user);
  if (guild === undefined || !holder) return false;
  if (helperRoles.length > 0) return holder.roles.some((role) => helperRoles.includes(role));
  return maySee(api, guild, channel, holder);
}
