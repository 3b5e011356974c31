import type { Operation, OutboxRow, Receipt } from '../../core/index.ts';
import { userOf, type DeliveryKit } from './delivery-kit.ts';
import { Refusal } from './faults.ts';
import { postDirect, postMessage, placeOf } from './post.ts';

type SendFile = Extract<Operation, { kind: 'file' }>;

/** A file of a ticket, under the words that say whose it is. */
export async function deliverFile(kit: DeliveryKit, row: OutboxRow, operation: SendFile): Promise<Receipt> {
  const { to, key, reply, name, mime } = operation;
  if (!row.content) throw new Refusal('expired', 'the file is no longer kept');
  const message = { reply, options: { key, file: { name, mime, content: row.content } } };
  return 'direct' in to
    ? postDirect(kit, row, userOf(to.direct), message)
    : postMessage(kit, row, placeOf(to, row), message);
}
