import { ApplicationFlags, ChannelType, PermissionFlagsBits as Permission, Routes } from 'discord-api-types/v10';
import { createApi, type DiscordApi } from './api.ts';
import { faultOf } from './faults.ts';
import { askIdentity, type Identity } from './identity.ts';
import { inviteUrl } from './invite.ts';
import { id, number, record, records } from './json.ts';
import { channelPermissions, holderOf, missingOf } from './permissions.ts';
import { commandsDiffer } from './register.ts';

/** What an operator should know of the app in Discord; each has a text in the locales. */
export type Examined =
  | { code: 'discordInvite'; facts: { url: string } }
  | { code: 'discordServers'; facts: { count: number } }
  | { code: 'discordNoServer' | 'discordIntentOff' | 'discordCommandsGood' | 'discordCommandsLater' }
  | { code: 'discordDeskGood' | 'discordDeskAway'; facts: { channel: string } }
  | { code: 'discordDeskRights'; facts: { channel: string; rights: string } };

export interface Examination {
  token: string;
  applicationId?: string;
  apiUrl?: string;
  deskChannel?: string;
  messageContent: boolean;
}

const NAMES: Record<string, bigint> = {
  'View Channel': Permission.ViewChannel,
  'Send Messages': Permission.SendMessages,
  'Send Messages in Threads': Permission.SendMessagesInThreads,
  'Read Message History': Permission.ReadMessageHistory,
  'Attach Files': Permission.AttachFiles,
  'Embed Links': Permission.EmbedLinks,
  'Add Reactions': Permission.AddReactions,
};
const MAY_READ_ALL = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;
const FORUMS: ReadonlySet<unknown> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

/** A forum's posts are made with the right to send messages; threads on messages need one more. */
function neededIn(channelType: unknown): [string, bigint][] {
  const needed = Object.entries(NAMES);
  return FORUMS.has(channelType) ? needed : [...needed, ['Create Public Threads', Permission.CreatePublicThreads]];
}

async function examineIntent(api: DiscordApi): Promise<Examined[]> {
  const flags = number(record(await api.call('GET', Routes.currentApplication()))['flags']) ?? 0;
  return (flags & MAY_READ_ALL) === 0 ? [{ code: 'discordIntentOff' }] : [];
}

async function examineServers(api: DiscordApi): Promise<Examined> {
  const count = records(await api.call('GET', Routes.userGuilds())).length;
  return count === 0 ? { code: 'discordNoServer' } : { code: 'discordServers', facts: { count } };
}

async function examineCommands(api: DiscordApi, { application }: Identity): Promise<Examined> {
  return { code: (await commandsDiffer(api, application)) ? 'discordCommandsLater' : 'discordCommandsGood' };
}

async function examineDesk(api: DiscordApi, { user }: Identity, channel: string): Promise<Examined> {
  try {
    const found = record(await api.call('GET', Routes.channel(channel)));
    const guildId = id(found['guild_id']) ?? '';
    const guild = record(await api.call('GET', Routes.guild(guildId)));
    const holder = holderOf(user, record(await api.call('GET', Routes.guildMember(guildId, user))));
    const granted = channelPermissions(guild, found, holder);
    const needed = neededIn(found['type']);
    const missing = missingOf(
      granted,
      needed.map(([, right]) => right),
    );
    const rights = needed.flatMap(([name, right]) => (missing.includes(right) ? [name] : [])).join(', ');
    return rights === ''
      ? { code: 'discordDeskGood', facts: { channel } }
      : { code: 'discordDeskRights', facts: { channel, rights } };
  } catch (error) {
    if (faultOf(error).kind === 'refused') return { code: 'discordDeskAway', facts: { channel } };
    throw error;
  }
}

/** Looks at the app in Discord: where to add it, what it may do, whether its commands are there. Rejects where Discord does not answer. */
export async function examine(options: Examination): Promise<Examined[]> {
  const api = createApi(options.token, options.apiUrl);
  const identity = await askIdentity(api, options.applicationId);
  return [
    { code: 'discordInvite', facts: { url: inviteUrl(identity.application) } },
    await examineServers(api),
    await examineCommands(api, identity),
    ...(options.messageContent ? await examineIntent(api) : []),
    ...(options.deskChannel === undefined ? [] : [await examineDesk(api, identity, options.deskChannel)]),
  ];
}
