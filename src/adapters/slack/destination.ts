import type { OutboxRow, Target } from '../../core/index.ts';
import type { DeliveryKit, Destination } from './delivery-kit.ts';
import { parsePlace, userOf } from './ids.ts';

/** A user's id stands for our DM with them until it is open. */
const USER = /^[UW]/;

/** Undefined for a place of another platform. Throws what Slack's client throws when a DM cannot be opened. */
export async function placeDestination(kit: DeliveryKit, place: string): Promise<Destination | undefined> {
  const parsed = parsePlace(place);
  if (parsed === undefined) return undefined;
  if (USER.test(parsed.channel)) return { channel: await kit.people.direct(parsed.channel) };
  return { channel: parsed.channel, ...(parsed.thread !== undefined && { thread: parsed.thread }) };
}

/** Where a post goes; undefined while an awaited place is not open, or for another platform. */
export async function destinationOf(kit: DeliveryKit, to: Target, row: OutboxRow): Promise<Destination | undefined> {
  if ('place' in to) return placeDestination(kit, to.place);
  if ('opened' in to) return row.target === undefined ? undefined : placeDestination(kit, row.target.place);
  const user = userOf(to.direct);
  return user === undefined ? undefined : { channel: await kit.people.direct(user) };
}
