import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { id, records, text, type Json } from './json.ts';

/** Whose rights are asked about: their user id and the ids of their roles. */
export interface Holder {
  user: string;
  roles: readonly string[];
}

const ALL = ~0n;

function bits(value: unknown): bigint {
  const digits = text(value);
  return digits !== undefined && /^\d{1,30}$/.test(digits) ? BigInt(digits) : 0n;
}

function rolesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((one: unknown) => id(one) ?? []) : [];
}

/** A guild's member as a holder of rights. */
export function holderOf(user: string, member: Json): Holder {
  return { user, roles: rolesOf(member['roles']) };
}

/** What a member may do in the whole guild. The role of everyone bears the guild's own id. */
function guildPermissions(guild: Json, { user, roles }: Holder): bigint {
  if (guild['owner_id'] === user) return ALL;
  const held = records(guild['roles']).filter(
    (role) => role['id'] === guild['id'] || roles.includes(String(role['id'])),
  );
  const granted = held.reduce((all, role) => all | bits(role['permissions']), 0n);
  return (granted & Permission.Administrator) === 0n ? granted : ALL;
}

function apply(permissions: bigint, overwrites: readonly Json[]): bigint {
  const deny = overwrites.reduce((all, one) => all | bits(one['deny']), 0n);
  const allow = overwrites.reduce((all, one) => all | bits(one['allow']), 0n);
  return (permissions & ~deny) | allow;
}

/**
 * What a member may do in a channel: those of everyone, then of their roles, then their own.
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function channelPermissions(guild: Json, channel: Json, holder: Holder): bigint {
  const base = guildPermissions(guild, holder);
  if (base === ALL) return ALL;
  const overwrites = records(channel['permission_overwrites']);
  const everyone = overwrites.filter((one) => one['id'] === guild['id']);
  const byRole = overwrites.filter((one) => one['id'] !== guild['id'] && holder.roles.includes(String(one['id'])));
  const own = overwrites.filter((one) => one['id'] === holder.user);
  return apply(apply(apply(base, everyone), byRole), own);
}

/** Which of the wanted rights are missing. */
export function missingOf(granted: bigint, wanted: readonly bigint[]): bigint[] {
  return wanted.filter((one) => (granted & one) === 0n);
}
