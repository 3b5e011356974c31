import { texts, type OutboxRow, type Receipt, type Reply } from '../../core/index.ts';
import type { DeliveryKit } from './delivery-kit.ts';
import { placeId } from './ids.ts';
import { postMessage } from './post.ts';

const POINTER = /^ready\/(\d+)$/;

/** The id of the message where a receipt names one that only points at an answer. */
export function pointedBy(messageId: string): string | undefined {
  return POINTER.exec(messageId)?.[1];
}

/**
 * What one person should see can no longer be shown to them alone, and they take no direct messages: the channel gets a
 * word that it is there, with a button that shows it to them. `of`: the operation whose answer, as it then stands, is shown.
 */
export async function postPointer(
  kit: DeliveryKit,
  row: OutboxRow,
  channel: string,
  { user, of, language }: { user: string; of: string; language: Reply['language'] },
): Promise<Receipt> {
  const words = texts(language).discord;
  const reply: Reply = {
    language,
    quiet: false,
    blocks: [
      { kind: 'text', text: words.ready },
      { kind: 'actions', actions: [{ label: words.readyButton, intent: { name: 'show-more', of, page: 0 } }] },
    ],
  };
  const sent = await postMessage(kit, row, channel, { reply, options: { key: `${of}/ready`, only: user } });
  return { place: placeId(channel), messageId: `ready/${sent.messageId}` };
}
