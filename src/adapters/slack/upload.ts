import { webApi } from '@slack/bolt';
import { threadArgument, type DeliveryKit, type Destination } from './delivery-kit.ts';
import { shareOf } from './uploads.ts';

const UPLOAD_TIMEOUT_MS = 30_000;

export interface Upload {
  /** The same at every attempt. */
  id: string;
  name: string;
  bytes: Uint8Array;
  /** mrkdwn, above the file. */
  comment?: string;
}

/** Sends the bytes; nobody sees them yet. */
async function reserve(kit: DeliveryKit, { id, name, bytes }: Upload): Promise<string> {
  const { upload_url: url, file_id: file } = await kit.guarded('files.getUploadURLExternal', () =>
    kit.client.files.getUploadURLExternal({ filename: name, length: bytes.length }),
  );
  if (url === undefined || file === undefined) throw new Error('files.getUploadURLExternal named no address');
  const headers = { 'content-type': 'application/octet-stream' };
  const signal = AbortSignal.timeout(UPLOAD_TIMEOUT_MS);
  const answer = await fetch(url, { method: 'POST', body: Buffer.from(bytes), headers, signal });
  if (!answer.ok) throw new webApi.WebAPIHTTPError(answer.status, answer.statusText, {});
  await kit.uploads.begun(id, file);
  return file;
}

async function complete(kit: DeliveryKit, to: Destination, { name, comment }: Upload, file: string): Promise<void> {
  const shared = {
    files: [{ id: file, title: name }] satisfies [{ id: string; title: string }],
    channel_id: to.channel,
    ...(comment !== undefined && { initial_comment: comment }),
  };
  const { thread_ts: thread } = threadArgument(to);
  await kit.guarded('files.completeUploadExternal', () =>
    thread === undefined
      ? kit.client.files.completeUploadExternal(shared)
      : kit.client.files.completeUploadExternal({ ...shared, thread_ts: thread }),
  );
}

/**
 * Shows a file in a place, once. Which file it is was stored before it is shown: after a lost answer or a crash Slack is
 * asked where that one is shown already. Resolves with the message's `ts` where Slack tells it.
 * Flow: https://docs.slack.dev/messaging/working-with-files#uploading_files
 */
export async function uploadOnce(
  kit: DeliveryKit,
  to: Destination,
  upload: Upload,
): Promise<{ file: string; ts?: string }> {
  const begun = await kit.uploads.fileOf(upload.id);
  const before = begun === undefined ? 'gone' : await shareOf(kit, begun, to);
  const file = begun === undefined || before === 'gone' ? await reserve(kit, upload) : begun;
  if (before === 'gone' || !before.shown) await complete(kit, to, upload, file);
  const after = before !== 'gone' && before.shown ? before : await shareOf(kit, file, to);
  return { file, ...(after !== 'gone' && after.ts !== undefined && { ts: after.ts }) };
}
