import { RESTJSONErrorCodes as Codes, Routes } from 'discord-api-types/v10';
import type { DeliveryKit } from './delivery-kit.ts';
import { hasCode } from './faults.ts';
import { id, record, records, type Json } from './json.ts';

/** Active threads of a server. https://docs.discord.com/developers/topics/threads */
const MOST_ACTIVE = 1_000;
/** From here on the desk is told with each new ticket. */
const NEARLY = 900;

/** Does what Discord refuses in an archived thread, after waking it; a locked one stays as its moderators want it. */
export async function awake<Result>(
  { api }: Pick<DeliveryKit, 'api'>,
  channel: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!hasCode(error, Codes.InvalidActionOnArchivedThread)) throw error;
    await api.call('PATCH', Routes.channel(channel), { body: { archived: false } }).catch(() => {
      throw error;
    });
    return work();
  }
}

export interface ActiveThreads {
  count: number;
  most: number;
  nearlyFull: boolean;
  /** Our own thread of this name under a channel. */
  find(parent: string, name: string): string | undefined;
}

function isOwn(thread: Json, parent: string, name: string, self: string | undefined): boolean {
  return thread['parent_id'] === parent && thread['owner_id'] === self && thread['name'] === name;
}

/** Those of one server that are not archived. */
export async function activeThreads(kit: Pick<DeliveryKit, 'api' | 'self'>, guild: string): Promise<ActiveThreads> {
  const threads = records(record(await kit.api.call('GET', Routes.guildActiveThreads(guild)))['threads']);
  return {
    count: threads.length,
    most: MOST_ACTIVE,
    nearlyFull: threads.length >= NEARLY,
    find: (parent, name) => id(threads.find((thread) => isOwn(thread, parent, name, kit.self()))?.['id']),
  };
}
