import { Routes } from 'discord-api-types/v10';
import type { Operation, OutboxRow, Receipt, Sign } from '../../core/index.ts';
import type { DeliveryKit } from './delivery-kit.ts';
import { Refusal, faultOf } from './faults.ts';
import { snowflakeOf, timeOf } from './ids.ts';
import { awake } from './threads.ts';

type React = Extract<Operation, { kind: 'react' }>;

const EMOJI: Record<Sign, string> = { 'passed-on': '✅', 'not-passed-on': '⚠️' };
/** A message so young (ms) bears no earlier sign of a process that we do not remember. */
const YOUNG = 60_000;

export function ownReaction(channel: string, message: string, emoji: string): `/${string}` {
  return Routes.channelMessageOwnReaction(channel, message, encodeURIComponent(emoji));
}

/** A sign that is not there is as good as removed. */
export async function removeSign(kit: DeliveryKit, channel: string, message: string, emoji: string): Promise<void> {
  try {
    await kit.api.call('DELETE', ownReaction(channel, message, emoji));
  } catch (error) {
    if (faultOf(error).kind !== 'refused') throw error;
  }
}

function mayBearAnother(kit: DeliveryKit, message: string, sign: Sign): boolean {
  const before = kit.signs.get(message);
  return before === undefined ? Date.now() - timeOf(message) > YOUNG : before !== sign;
}

/** A reaction on what a person wrote; a later one takes the place of the earlier. */
export async function deliverReaction(kit: DeliveryKit, _row: OutboxRow, { at, sign }: React): Promise<Receipt> {
  const channel = snowflakeOf(at.place);
  if (channel === undefined || !/^\d+$/.test(at.messageId)) throw new Refusal('rejected', 'no message to react to');
  await awake(kit, channel, () => kit.api.call('PUT', ownReaction(channel, at.messageId, EMOJI[sign])));
  const other: Sign = sign === 'passed-on' ? 'not-passed-on' : 'passed-on';
  if (mayBearAnother(kit, at.messageId, sign)) await removeSign(kit, channel, at.messageId, EMOJI[other]);
  kit.signs.set(at.messageId, sign);
  return { place: at.place, messageId: at.messageId };
}
