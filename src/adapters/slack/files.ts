import { fileBytes, type OutboxRow, type Reply } from '../../core/index.ts';
import type { DeliveryKit, Destination } from './delivery-kit.ts';
import { uploadOnce } from './upload.ts';

/** The files of a reply, behind its message. Those that an earlier attempt brought there are not sent twice. */
export async function sendFiles(kit: DeliveryKit, to: Destination, row: OutboxRow, reply: Reply): Promise<void> {
  const files = reply.blocks.filter((block) => block.kind === 'file');
  for (const [index, file] of files.entries()) {
    await uploadOnce(kit, to, { id: `${row.operation.key}/${index}`, name: file.name, bytes: fileBytes(file) });
  }
}
