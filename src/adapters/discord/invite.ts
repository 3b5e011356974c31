import { OAuth2Scopes, PermissionFlagsBits as Permission } from 'discord-api-types/v10';

/** The least that answering and a desk need. */
const PERMISSIONS = [
  Permission.ViewChannel,
  Permission.SendMessages,
  Permission.SendMessagesInThreads,
  Permission.CreatePublicThreads,
  Permission.CreatePrivateThreads,
  Permission.ReadMessageHistory,
  Permission.AttachFiles,
  Permission.EmbedLinks,
  Permission.AddReactions,
];

/** Where a server's owner adds the bot. https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow */
export function inviteUrl(application: string): string {
  const url = new URL('https://discord.com/oauth2/authorize');
  url.searchParams.set('client_id', application);
  url.searchParams.set('scope', `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`);
  url.searchParams.set('permissions', String(PERMISSIONS.reduce((all, one) => all | one, 0n)));
  return url.href;
}
