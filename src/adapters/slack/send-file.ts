import type { DeliveryResult, Operation, OutboxRow } from '../../core/index.ts';
import { cut } from './cut.ts';
import type { DeliveryKit } from './delivery-kit.ts';
import { destinationOf } from './destination.ts';
import { refused, retry } from './errors.ts';
import { placeId } from './ids.ts';
import { LIMITS } from './limits.ts';
import { render } from './render.ts';
import { uploadOnce } from './upload.ts';

type FileOperation = Extract<Operation, { kind: 'file' }>;

/** A message that is nothing but a file, of which Slack has not told the `ts`. */
const FILE_ID = /^file\/(.+)$/;

/** Slack's id of the file, where a receipt names it instead of a message. */
export function fileOfReceipt(messageId: string): string | undefined {
  return FILE_ID.exec(messageId)?.[1];
}

/** An attachment of a ticket, with whose it is above it. */
export async function sendFile(kit: DeliveryKit, row: OutboxRow, operation: FileOperation): Promise<DeliveryResult> {
  if (row.content === undefined) return refused('expired', 'the file is no longer kept');
  const to = await destinationOf(kit, operation.to, row);
  if (to === undefined) return 'opened' in operation.to ? retry('target-awaited') : refused('place-gone', 'not-slack');
  const { key, name, reply } = operation;
  const comment = reply.blocks.length === 0 ? undefined : render(reply, { key, style: 'short' }).text;
  await kit.paced(to.channel);
  const { file, ts } = await uploadOnce(kit, to, {
    id: key,
    name: cut(name, LIMITS.fileName),
    bytes: row.content,
    ...(comment !== undefined && { comment }),
  });
  const { team = '' } = await kit.identity.ask();
  return { ok: true, receipt: { place: placeId({ team, ...to }), messageId: ts ?? `file/${file}` } };
}
