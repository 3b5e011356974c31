import type { ChatAdapter, OutboxRow, PlaceId } from '../../src/core/index.ts';

/** A platform that takes everything at once. */
export function quickAdapter(name: string, onDelivered: (text: string) => void): Pick<ChatAdapter, 'name' | 'deliver'> {
  let number = 0;
  return {
    name,
    deliver(row) {
      onDelivered(textOf(row));
      return Promise.resolve({ ok: true, receipt: { place: placeOf(row), messageId: `m${++number}` } });
    },
  };
}

/** What is opened for a ticket gets a name of its own. */
function placeOf({ operation, place }: OutboxRow): PlaceId {
  if (operation.kind === 'open-place') return `${operation.in}/${operation.key}`;
  if ('to' in operation && 'direct' in operation.to) return operation.to.direct;
  if (place === undefined) throw new Error(`"${operation.key}" came without its place`);
  return place;
}

function textOf({ operation }: OutboxRow): string {
  if (!('reply' in operation)) return '';
  return operation.reply.blocks.map((block) => (block.kind === 'text' ? block.text : '')).join('\n');
}
