import type { StateStore } from '../../src/adapters/storage/index.ts';
import type {
  ConversationId,
  FileBytes,
  FileRef,
  OutboxRow,
  PersonId,
  PlaceId,
  RefusalCode,
  Reply,
} from '../../src/core/index.ts';
import type { Cast } from './conversation-world.ts';

const CHANNEL: PlaceId = 'test:channel';
export const DESK: PlaceId = 'test:desk';

/** A message as it now stands, and who can read it. */
export interface Posted {
  key: string;
  place: PlaceId;
  /** Who alone sees it, when it is quiet. */
  audience: PersonId | undefined;
  reply: Reply;
}

/** What one person was shown by one event: new messages and changed ones. */
export interface Shown {
  who: string;
  reply: Reply;
}

/** A chat platform in memory: it has a channel, direct messages and desks, but neither signs nor private threads. */
export class ConversationPlatform {
  readonly posts = new Map<string, Posted>();
  readonly #cast: Pick<Cast, 'people' | 'agents' | 'unreachable'>;
  readonly #store: StateStore;

  constructor(cast: Pick<Cast, 'people' | 'agents' | 'unreachable'>, store: StateStore) {
    this.#cast = cast;
    this.#store = store;
  }

  /** As many bytes as its sender said. */
  fetchFile({ size }: FileRef): Promise<FileBytes> {
    return Promise.resolve({ ok: true, bytes: new Uint8Array(size) });
  }

  /** Delivers what waits; gives what people were shown. */
  async deliverAll(now: number): Promise<Shown[]> {
    const shown: Shown[] = [];
    for (;;) {
      const rows = await this.#store.takeOutbox(now, 100);
      if (rows.length === 0) return shown;
      for (const row of rows) shown.push(...(await this.#deliver(row, now)));
    }
  }

  readersOf({ place, audience }: Pick<Posted, 'place' | 'audience'>): string[] {
    const readers = place.startsWith(DESK) ? this.#cast.agents : this.#cast.people;
    if (!place.startsWith(DESK) && place !== CHANNEL) return [place.slice(place.lastIndexOf('/') + 1)];
    return [...readers].filter((name) => audience === undefined || audience === personId(name));
  }

  async #deliver(row: OutboxRow, now: number): Promise<Shown[]> {
    const { operation } = row;
    const place = await this.#placeOf(row);
    const refusal = this.#refusalOf(row, place);
    if (refusal) {
      await this.#store.refused(operation.key, refusal, now);
      return [];
    }
    await this.#store.delivered(operation.key, { place, messageId: operation.key }, now);
    if (operation.kind === 'delete') this.posts.delete(operation.of);
    return this.#show(row, place);
  }

  #refusalOf({ operation }: OutboxRow, place: PlaceId): RefusalCode | undefined {
    if (operation.kind === 'react') return 'rejected';
    if (operation.kind === 'open-place' && operation.audience !== undefined) return 'rejected';
    const closed = [...this.#cast.unreachable].some((name) => place === privatePlace(name));
    return closed ? 'direct-closed' : undefined;
  }

  #show({ operation }: OutboxRow, place: PlaceId): Shown[] {
    if (!('reply' in operation)) return [];
    const { key, reply } = operation;
    const before = operation.kind === 'edit' ? this.posts.get(operation.of) : undefined;
    const audience = operation.kind === 'post' ? operation.audience : undefined;
    const posted = before ? { ...before, reply } : { key, place, audience, reply };
    this.posts.set(posted.key, posted);
    return this.readersOf(posted).map((who) => ({ who, reply }));
  }

  async #placeOf({ operation, target, place }: OutboxRow): Promise<PlaceId> {
    if (operation.kind === 'open-place') {
      const found = await this.#store.ticketWithEvents(operation.ticket ?? '');
      return `${operation.in}/${found?.ticket.number ?? 0}`;
    }
    if (operation.kind === 'react') return operation.at.place;
    if ('to' in operation) {
      if ('place' in operation.to) return operation.to.place;
      if ('direct' in operation.to) return privatePlace(nameOf(operation.to.direct));
    }
    return target?.place ?? place ?? CHANNEL;
  }
}

export function personId(name: string): PersonId {
  return `test:${name}`;
}

export function nameOf(person: string): string {
  return person.slice('test:'.length);
}

export function privatePlace(name: string): PlaceId {
  return `test:dm/${name}`;
}

export function placesFor(inChannel: boolean, name: string): { place: PlaceId; conversation: ConversationId } {
  const direct = privatePlace(name);
  return inChannel ? { place: CHANNEL, conversation: `${CHANNEL}/${name}` } : { place: direct, conversation: direct };
}
