import type { DeliveryKit } from './delivery-kit.ts';
import { parsePlace, userOf } from './ids.ts';

const PAGE = 1_000;
const MOST_PAGES = 10;

async function members(kit: DeliveryKit, channel: string): Promise<Set<string>> {
  const found = new Set<string>();
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await kit.guarded('conversations.members', () =>
      kit.client.conversations.members({ channel, limit: PAGE, ...(cursor && { cursor }) }),
    );
    for (const user of answer.members ?? []) found.add(user);
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) break;
  }
  return found;
}

async function group(kit: DeliveryKit, usergroup: string): Promise<Set<string>> {
  const { users = [] } = await kit.guarded('usergroups.users.list', () =>
    kit.client.usergroups.users.list({ usergroup }),
  );
  return new Set(users);
}

/**
 * Whether a person may act at a desk: whoever is in its channel, or in the user group that the operator named instead.
 * Throws what Slack's client throws when it cannot be told now.
 */
export async function isAgent(kit: DeliveryKit, desk: string, person: string): Promise<boolean> {
  const place = parsePlace(desk);
  const user = userOf(person);
  if (place === undefined || user === undefined) return false;
  const allowed = kit.deskGroup === undefined ? members(kit, place.channel) : group(kit, kit.deskGroup);
  return (await allowed).has(user);
}
