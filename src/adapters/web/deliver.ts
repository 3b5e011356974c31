import type { DeliveryResult, Operation, OutboxRow, PlaceId } from '../../core/index.ts';
import type { WebContext } from './options.ts';
import { DESK, isDeskPlace, ticketPlace } from './places.ts';

type Delivery = Pick<WebContext, 'hub' | 'deskToken' | 'ticketWithEvents'>;

function refused(code: 'place-gone' | 'rejected', reason: string): DeliveryResult {
  return { ok: false, kind: 'refused', code, reason };
}

/** A ticket's page is named by the number that people say. */
async function placeToOpen(delivery: Delivery, operation: Extract<Operation, { kind: 'open-place' }>) {
  if (operation.in !== DESK || operation.ticket === undefined) return undefined;
  const found = await delivery.ticketWithEvents(operation.ticket);
  return found && ticketPlace(found.ticket.number);
}

async function placeOf(delivery: Delivery, { operation, target }: OutboxRow): Promise<PlaceId | undefined> {
  switch (operation.kind) {
    case 'open-place':
      return placeToOpen(delivery, operation);
    case 'edit':
    case 'delete':
    case 'set-state':
      return target?.place;
    case 'react':
      return operation.at.place;
    default:
      if ('place' in operation.to) return operation.to.place;
      return 'direct' in operation.to ? operation.to.direct : target?.place;
  }
}

/**
 * The page reads the store itself: what is in the outbox is delivered once open pages are told of it.
 * A person's direct place is their own page.
 */
export async function deliver(delivery: Delivery, row: OutboxRow): Promise<DeliveryResult> {
  const place = await placeOf(delivery, row);
  if (!place?.startsWith('web:')) return refused('place-gone', 'not a place of the web page');
  if (place === DESK && delivery.deskToken === undefined) return refused('rejected', 'there is no desk token');
  const { operation, sequence, queuedAt } = row;
  if (operation.kind === 'publish') return refused('rejected', 'the page draws nothing of its own accord');
  const entry = { from: 'assistant', sequence, operation, at: queuedAt } as const;
  if (place !== DESK) delivery.hub.publish(place, entry);
  if (isDeskPlace(place)) delivery.hub.publish(DESK, entry);
  return { ok: true, receipt: { place, messageId: operation.key } };
}
