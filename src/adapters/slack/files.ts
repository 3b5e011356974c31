import { type Block, fileBytes, type OutboxRow, type Reply } from '../../core/index.ts';
import { maybeDelivered, threadArgument, type DeliveryKit, type Destination } from './delivery-kit.ts';
import { messagesSince } from './reconcile.ts';

type FileBlock = Extract<Block, { kind: 'file' }>;

const UPLOAD_TIMEOUT_MS = 30_000;

/** Flow: https://docs.slack.dev/messaging/working-with-files#uploading_files */
async function upload(kit: DeliveryKit, to: Destination, file: FileBlock): Promise<void> {
  const bytes = fileBytes(file);
  const { upload_url: url, file_id: id } = await kit.guarded('files.getUploadURLExternal', () =>
    kit.client.files.getUploadURLExternal({ filename: file.name, length: bytes.length }),
  );
  if (url === undefined || id === undefined) throw new Error('files.getUploadURLExternal named no address');
  const headers = { 'content-type': 'application/octet-stream' };
  const signal = AbortSignal.timeout(UPLOAD_TIMEOUT_MS);
  const answer = await fetch(url, { method: 'POST', body: bytes, headers, signal });
  if (!answer.ok) throw new Error(`the upload was answered with ${answer.status}`);
  const shared = {
    files: [{ id, title: file.name }] satisfies [{ id: string; title: string }],
    channel_id: to.channel,
  };
  const thread = threadArgument(to);
  await kit.guarded('files.completeUploadExternal', () =>
    thread.thread_ts === undefined
      ? kit.client.files.completeUploadExternal(shared)
      : kit.client.files.completeUploadExternal({ ...shared, thread_ts: thread.thread_ts }),
  );
}

async function filesThere(kit: DeliveryKit, to: Destination, row: OutboxRow): Promise<Set<string>> {
  if (!maybeDelivered(row)) return new Set();
  const messages = await messagesSince(kit, to, row);
  const ours = messages.filter((message) => message.user === kit.identity.known().user);
  return new Set(ours.flatMap((message) => (message.files ?? []).map((file) => file.name ?? '')));
}

/** The files of a reply, behind its message. Those that an earlier attempt brought there are not sent twice. */
export async function sendFiles(kit: DeliveryKit, to: Destination, row: OutboxRow, reply: Reply): Promise<void> {
  const files = reply.blocks.filter((block) => block.kind === 'file');
  if (files.length === 0) return;
  await kit.identity.ask();
  const there = await filesThere(kit, to, row);
  for (const file of files) if (!there.has(file.name)) await upload(kit, to, file);
}
