import type { DeliveryResult, OutboxRow, Receipt } from '../../core/index.ts';
import { deliverDelete, deliverEdit } from './change.ts';
import type { DeliveryKit } from './delivery-kit.ts';
import { Refusal, reportedFault } from './faults.ts';
import { deliverOpenPlace } from './open-place.ts';
import { deliverPost } from './post.ts';
import { deliverFile } from './send-file.ts';
import { deliverReaction } from './signs.ts';
import { deliverState } from './state.ts';

function perform(kit: DeliveryKit, row: OutboxRow): Promise<Receipt> {
  const { operation } = row;
  switch (operation.kind) {
    case 'post':
      return deliverPost(kit, row, operation);
    case 'edit':
      return deliverEdit(kit, row, operation);
    case 'delete':
      return deliverDelete(kit, row);
    case 'open-place':
      return deliverOpenPlace(kit, row, operation);
    case 'publish':
      throw new Refusal('rejected', 'there is no such page');
    case 'file':
      return deliverFile(kit, row, operation);
    case 'react':
      return deliverReaction(kit, row, operation);
    case 'set-state':
      return deliverState(kit, row, operation);
  }
}

/** One operation to Discord. What goes wrong there is a result. */
export async function deliver(kit: DeliveryKit, row: OutboxRow): Promise<DeliveryResult> {
  try {
    return { ok: true, receipt: await perform(kit, row) };
  } catch (error) {
    return reportedFault(error, kit.log);
  }
}
