import { MessageFlags } from 'discord-api-types/v10';
import type { FileRef, OddKind } from '../../core/index.ts';
import { number, record, records, text, type Json } from './json.ts';

function forwardedOf(message: Json): Json | undefined {
  const [snapshot] = records(message['message_snapshots']);
  return snapshot && record(snapshot['message']);
}

/** The question of a poll and its answers, one a line. */
function pollText(poll: Json): string {
  const answers = records(poll['answers']).map((answer) => text(record(answer['poll_media'])['text']) ?? '');
  const lines = [text(record(poll['question'])['text']) ?? '', ...answers.map((answer) => `- ${answer}`)];
  return lines.filter((line) => line !== '' && line !== '- ').join('\n');
}

function stickerNames(message: Json): string {
  return records(message['sticker_items'])
    .map((sticker) => text(sticker['name']) ?? '')
    .join(', ');
}

/** What was written; else what can be read of a forwarded message, a poll or a sticker. */
export function wordsOf(message: Json): string {
  const forwarded = forwardedOf(message);
  return (
    text(message['content']) ||
    (forwarded && wordsOf(forwarded)) ||
    pollText(record(message['poll'])) ||
    stickerNames(message)
  );
}

function fileOf(file: Json): FileRef {
  const url = text(file['url']);
  return {
    name: text(file['filename']) ?? '',
    mime: text(file['content_type']) ?? 'application/octet-stream',
    size: number(file['size']) ?? 0,
    ...(url !== undefined && { url }),
  };
}

/** Files of a forwarded message are its own as well. */
export function filesOf(message: Json): FileRef[] {
  const forwarded = forwardedOf(message);
  const all = [...records(message['attachments']), ...records(forwarded?.['attachments'])];
  return all.map((file) => fileOf(file));
}

/** What Discord calls a message that is more than words and files. */
export function oddKind(message: Json): OddKind | undefined {
  if (forwardedOf(message)) return 'forward';
  if (records(message['sticker_items']).length > 0) return 'sticker';
  if (records(record(message['poll'])['answers']).length > 0) return 'poll';
  const flags = number(message['flags']) ?? 0;
  return (flags & MessageFlags.IsVoiceMessage) === 0 ? undefined : 'voice';
}
