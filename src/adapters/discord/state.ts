import { ChannelType, Routes } from 'discord-api-types/v10';
import type { Operation, OutboxRow, Receipt } from '../../core/index.ts';
import type { ChannelFacts } from './channels.ts';
import type { DeliveryKit } from './delivery-kit.ts';
import { Refusal } from './faults.ts';
import { snowflakeOf } from './ids.ts';
import { record, records, text } from './json.ts';
import { ownReaction, removeSign } from './signs.ts';
import { STATE_SIGNS, stateTags } from './tags.ts';
import { awake } from './threads.ts';

type SetState = Extract<Operation, { kind: 'set-state' }>;

const FORUMS: ReadonlySet<number> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);
const SIGNS: ReadonlySet<string> = new Set(Object.values(STATE_SIGNS));

export function isForum({ type }: ChannelFacts): boolean {
  return FORUMS.has(type);
}

/** Tags on the post; a closed one leaves the list of active posts. */
async function tagPost(kit: DeliveryKit, thread: string, forum: ChannelFacts, operation: SetState): Promise<void> {
  const { state, tags } = operation;
  const chosen = stateTags(forum.tags, state, tags);
  const [first] = forum.tags;
  const applied = chosen.length === 0 && forum.needsTag && first ? [first.id] : chosen;
  const route = Routes.channel(thread);
  await awake(kit, thread, () => kit.api.call('PATCH', route, { body: { applied_tags: applied } }));
}

/** Our own signs that a message bears. */
async function signsOn(kit: DeliveryKit, channel: string, message: string): Promise<string[]> {
  const found = record(await kit.api.call('GET', Routes.channelMessage(channel, message)));
  return records(found['reactions']).flatMap((reaction) => {
    const name = text(record(reaction['emoji'])['name']) ?? '';
    return reaction['me'] === true && SIGNS.has(name) ? [name] : [];
  });
}

async function signMessage(kit: DeliveryKit, channel: string, message: string, sign: string): Promise<void> {
  const there = await signsOn(kit, channel, message);
  if (!there.includes(sign)) await kit.api.call('PUT', ownReaction(channel, message, sign));
  for (const other of there) if (other !== sign) await removeSign(kit, channel, message, other);
}

/** How a ticket stands, seen from outside of its thread: tags in a forum, elsewhere a sign on the message it hangs on. */
export async function deliverState(kit: DeliveryKit, row: OutboxRow, operation: SetState): Promise<Receipt> {
  const receipt = row.target;
  const thread = receipt && snowflakeOf(receipt.place);
  if (!receipt || thread === undefined) throw new Refusal('place-gone', 'no ticket to mark');
  const { parent } = await kit.channels.facts(thread);
  if (parent === undefined) throw new Refusal('rejected', 'not a thread');
  const above = await kit.channels.facts(parent);
  if (isForum(above)) await tagPost(kit, thread, above, operation);
  else await signMessage(kit, parent, receipt.messageId, STATE_SIGNS[operation.state]);
  if (operation.state === 'closed') await kit.api.call('PATCH', Routes.channel(thread), { body: { archived: true } });
  return receipt;
}
