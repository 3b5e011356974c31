import type { DeliveryResult, Operation, OutboxRow, Sign, TicketState } from '../../core/index.ts';
import type { DeliveryKit, Destination } from './delivery-kit.ts';
import { placeDestination } from './destination.ts';
import { refused, retry, slackCode } from './errors.ts';
import { isMessageTs } from './ids.ts';

type React = Extract<Operation, { kind: 'react' }>;
type SetState = Extract<Operation, { kind: 'set-state' }>;

const SIGNS: Record<Sign, string> = { 'passed-on': 'white_check_mark', 'not-passed-on': 'warning' };

/** What stands on a ticket's opening message in the desk's channel. */
const STATES: Record<TicketState, string> = {
  open: 'new',
  claimed: 'eyes',
  'waiting-for-agent': 'bell',
  'waiting-for-asker': 'hourglass_flowing_sand',
  snoozed: 'zzz',
  resolved: 'white_check_mark',
  closed: 'lock',
};

/** Slack says so when things are already as they should be. */
const DONE = new Set(['already_reacted', 'no_reaction']);

async function change(
  kit: DeliveryKit,
  { channel }: Destination,
  ts: string,
  name: string,
  on: boolean,
): Promise<void> {
  const at = { channel, timestamp: ts, name };
  try {
    if (on) await kit.guarded('reactions.add', () => kit.client.reactions.add(at));
    else await kit.guarded('reactions.remove', () => kit.client.reactions.remove(at));
  } catch (error) {
    if (!DONE.has(slackCode(error) ?? '')) throw error;
  }
}

/** One sign of several: it takes the place of those that it contradicts. */
async function show(
  kit: DeliveryKit,
  { to, ts, name, others }: { to: Destination; ts: string; name: string; others: readonly string[] },
): Promise<void> {
  const at = `${to.channel}/${ts}`;
  const before = kit.signs.get(at);
  const stale = before === undefined ? others : [before];
  for (const other of stale) if (other !== name) await change(kit, to, ts, other, false);
  await change(kit, to, ts, name, true);
  kit.signs.set(at, name);
}

/** A sign on somebody's own message: it reached the other side, or it did not. */
export async function react(kit: DeliveryKit, { at, sign }: React): Promise<DeliveryResult> {
  const to = await placeDestination(kit, at.place);
  if (to === undefined || !isMessageTs(at.messageId)) return refused('rejected', 'no message to react to');
  // A message without a sign yet has nothing to take away: ✅ comes first, and ⚠️ only after it.
  const others = sign === 'passed-on' ? [] : [SIGNS['passed-on']];
  await show(kit, { to, ts: at.messageId, name: SIGNS[sign], others });
  return { ok: true, receipt: at };
}

/** How a ticket stands, as a sign on its opening message. */
export async function setState(kit: DeliveryKit, row: OutboxRow, { state }: SetState): Promise<DeliveryResult> {
  const { target } = row;
  if (target === undefined) return retry('target-awaited');
  const to = await placeDestination(kit, target.place);
  if (to === undefined || !isMessageTs(target.messageId)) return refused('rejected', 'no message to mark');
  await show(kit, { to, ts: target.messageId, name: STATES[state], others: Object.values(STATES) });
  return { ok: true, receipt: target };
}
