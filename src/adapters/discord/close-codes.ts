import { GatewayCloseCodes } from 'discord-api-types/v10';

/** After these Discord will not have us back until somebody mends something; each names what. */
const FATAL: ReadonlyMap<number, string> = new Map<number, string>([
  [
    GatewayCloseCodes.AuthenticationFailed,
    'the bot token is wrong: copy a new one from the developer portal, page Bot',
  ],
  [GatewayCloseCodes.InvalidShard, 'Discord does not accept the range of shards: mend DISCORD_SHARDS'],
  [
    GatewayCloseCodes.ShardingRequired,
    'the bot is in too many servers for so few shards: raise the count in DISCORD_SHARDS',
  ],
  [GatewayCloseCodes.InvalidAPIVersion, 'Discord no longer speaks this version of its API: update Postilion'],
  [GatewayCloseCodes.InvalidIntents, 'Discord does not know the intents asked for: update Postilion'],
  [
    GatewayCloseCodes.DisallowedIntents,
    'the Message Content intent is not switched on: do so in the developer portal, page Bot, or take DISCORD_MESSAGE_CONTENT away',
  ],
]);
const MORE_SHARDS: number = GatewayCloseCodes.ShardingRequired;
const NORMAL = 1_000;
const GOING_AWAY = 1_001;
const ABNORMAL = 1_006;

/** What the operator should do about a close code; undefined where reconnecting helps. */
export function adviceFor(code: number): string | undefined {
  return FATAL.get(code);
}

/** Discord advises a new count of shards; whoever takes that advice may come back. */
export function needsMoreShards(code: number): boolean {
  return code === MORE_SHARDS;
}

/** Nobody said that the session is over: the line broke. */
export function keepsSession(code: number): boolean {
  return code === NORMAL || code === GOING_AWAY || code === ABNORMAL;
}
