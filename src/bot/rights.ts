import type { ChatAdapter, Event, Membership, PersonId, PlaceId, Situation, Store } from '../core/index.ts';
import { type Clock, sleep } from './clock.ts';
import type { Core } from './core-functions.ts';
import type { Events } from './events.ts';

export interface RightsParts {
  store: Pick<Store, 'membership' | 'setMembership'>;
  core: Pick<Core, 'desksAsked'>;
  clock: Clock;
  events: Pick<Events, 'rightsUnknown'>;
  adapterOf: (name: string) => Pick<ChatAdapter, 'isAgent'> | undefined;
}

/** How old an answer about somebody's rights may be, ms. */
const FRESH = 5 * 60_000;
/** What was known before counts for so long when the platform does not answer, ms. */
const STALE = 24 * 3_600_000;
/** How long the platform is waited for, ms. */
const PATIENCE = 5000;

type Asking = { asking: Promise<void> };

/**
 * Whether people may act at a desk. Nothing waits in line for the platform: an event whose author has to be asked
 * about is put aside until the answer is there, and its ticket with it.
 */
export class Rights {
  readonly #parts: RightsParts;
  readonly #asking = new Map<string, Promise<void>>();

  constructor(parts: RightsParts) {
    this.#parts = parts;
  }

  /** What is known, or the promise of knowing it. Empty where nobody's rights are in question. */
  async of(event: Event, situation: Situation): Promise<{ membership?: Membership } | Asking> {
    const desks = this.#parts.core.desksAsked(event, situation).filter((desk) => this.#tells(desk, event.author.id));
    if (desks.length === 0) return {};
    const known = await Promise.all(desks.map((desk) => this.#known(desk, event.author.id)));
    const member = known.find((one) => one?.member);
    if (member) return { membership: member };
    const unknown = desks.filter((_, index) => known[index] === undefined);
    if (unknown.length === 0) return { membership: { member: false, checkedAt: this.#parts.clock.now() } };
    return { asking: this.#askAll(unknown, event.author.id) };
  }

  async #askAll(desks: readonly PlaceId[], person: PersonId): Promise<void> {
    await Promise.all(desks.map((desk) => this.#ask(desk, person)));
  }

  /** Somebody of another platform is no member, and need not be asked about. */
  #tells(desk: PlaceId, person: PersonId): boolean {
    const platform = platformOf(desk);
    return platform === platformOf(person) && this.#parts.adapterOf(platform)?.isAgent !== undefined;
  }

  async #known(desk: PlaceId, person: PersonId): Promise<Membership | undefined> {
    const { store, clock } = this.#parts;
    const membership = await store.membership(desk, person);
    const age = membership && clock.now() - membership.checkedAt;
    // What was learnt by a clock that was ahead is of no known age.
    return age !== undefined && age >= 0 && age < FRESH ? membership : undefined;
  }

  #ask(desk: PlaceId, person: PersonId): Promise<void> {
    const key = `${desk} ${person}`;
    const asking = this.#asking.get(key) ?? this.#look(desk, person).finally(() => this.#asking.delete(key));
    this.#asking.set(key, asking);
    return asking;
  }

  /** A platform that does not answer leaves standing what was known; of a stranger nothing is, and they may not. */
  async #look(desk: PlaceId, person: PersonId): Promise<void> {
    const { store, clock, adapterOf, events } = this.#parts;
    let member: boolean | undefined;
    try {
      member = await withPatience(clock, adapterOf(platformOf(desk))?.isAgent?.(desk, person));
    } catch (error) {
      events.rightsUnknown(desk, error);
    }
    const before = await store.membership(desk, person);
    const kept = before !== undefined && before.checkedAt > clock.now() - STALE && before.member;
    await store.setMembership(desk, person, { member: member ?? kept, checkedAt: clock.now() });
  }
}

/** Undefined when the platform takes too long. */
function withPatience(clock: Clock, asked: Promise<boolean> | undefined): Promise<boolean | undefined> {
  return Promise.race([asked ?? Promise.resolve(undefined), sleep(clock, PATIENCE).then(() => undefined)]);
}

function platformOf(scoped: string): string {
  return scoped.slice(0, scoped.indexOf(':'));
}
