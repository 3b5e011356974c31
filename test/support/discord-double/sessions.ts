import { GatewayIntentBits } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Double } from './double.ts';
import { record } from './json.ts';
import { gatewayMessage } from './payloads.ts';
import type { World } from './world.ts';

/** Which one, of how many. */
export type Shard = readonly [id: number, count: number];

/** https://docs.discord.com/developers/events/gateway#sharding; direct messages come on shard 0. */
export function isOnShard(guild: string | undefined, [shard, count]: Shard): boolean {
  return shard === (guild === undefined ? 0 : Number((BigInt(guild) >> 22n) % BigInt(count)));
}

export interface Session {
  shard: Shard;
  id: string;
  intents: number;
  sequence: number;
  /** All that was dispatched, for a resume. */
  sent: object[];
  socket?: WebSocket;
  /** When it began, ms. */
  since: number;
  /** Up to where the app says that it has everything. */
  resumedFrom: number;
  /** Discord has ended it. */
  over: boolean;
  /** The app has begun another one instead. */
  abandoned: boolean;
  /** Held back, to change places with the next. */
  held?: object;
}

export function sendTo(socket: WebSocket | undefined, payload: object): void {
  if (socket?.readyState === 1) socket.send(JSON.stringify(payload));
}

/** What a session's intents let it see of a dispatch; undefined: nothing. */
export function visible(world: World, session: Session, type: string, data: object): object | undefined {
  const channel = world.channels.get(String(record(data)['channel_id'] ?? record(data)['id']));
  if (!isOnShard(channel?.guild_id, session.shard)) return undefined;
  const needed =
    channel && channel.guild_id === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
  if (type === 'MESSAGE_DELETE' || type === 'MESSAGE_DELETE_BULK')
    return (session.intents & needed) === 0 ? undefined : data;
  if (type !== 'MESSAGE_CREATE' && type !== 'MESSAGE_UPDATE') return data;
  if ((session.intents & needed) === 0 || channel?.access === 'none') return undefined;
  const message = world.messages.get(String(record(data)['id']));
  const reads = (session.intents & GatewayIntentBits.MessageContent) !== 0;
  return message ? gatewayMessage(world, message, reads) : data;
}

/** Numbers a dispatch, keeps it for a resume, and sends it with whatever fault is due. */
export function dispatchTo(
  session: Session,
  type: string,
  data: unknown,
  { faults, ledger }: Pick<Double, 'faults' | 'ledger'>,
): void {
  session.sequence += 1;
  if (type === 'MESSAGE_CREATE') ledger.told(String(record(data)['id']), session);
  const payload = { op: 0, t: type, s: session.sequence, d: data };
  session.sent.push(payload);
  if (session.held) {
    sendTo(session.socket, payload);
    sendTo(session.socket, session.held);
    delete session.held;
  } else if (faults.gateway('reorder-dispatches')) {
    session.held = payload;
  } else {
    sendTo(session.socket, payload);
    if (faults.gateway('duplicate-dispatch')) sendTo(session.socket, payload);
  }
}
