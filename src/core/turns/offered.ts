import type { Block, Intent, Offer, Operation, PlaceId } from '../model.ts';

/** More are never offered in one reply that asks for a choice. */
const MOST = 10;

/** The buttons of what is said here in one Turn; undefined where nothing is. */
export function offeredIn(operations: readonly Operation[], place: PlaceId): Offer[] | undefined {
  const replies = operations.flatMap((operation) => {
    if (operation.kind === 'edit') return operation.passing ? [] : [operation.reply.blocks];
    const here = operation.kind === 'post' && 'place' in operation.to && operation.to.place === place;
    return here ? [operation.reply.blocks] : [];
  });
  return replies.length === 0 ? undefined : replies.flat().flatMap(offersOf).slice(0, MOST);
}

function offersOf(block: Block): Offer[] {
  if (block.kind !== 'actions') return [];
  return block.actions.filter(({ intent }) => mayBeWritten(intent)).map(({ label, intent }) => ({ label, intent }));
}

/** Pressed in a message that we know by its button alone, or by agents, whose right is looked up when they press. */
const ONLY_PRESSED: ReadonlySet<Intent['name']> = new Set([
  'show-more',
  'show-openly',
  'open-form',
  'list-tickets',
  'hand-over-all',
  'set-presence',
  'agent-form',
]);

/** Of what is done with tickets the asker's own part. */
function mayBeWritten(intent: Intent): boolean {
  return 'ticket' in intent ? intent.name === 'close-ticket' : !ONLY_PRESSED.has(intent.name);
}
