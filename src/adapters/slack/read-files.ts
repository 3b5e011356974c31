import type { FileRef, OddKind } from '../../core/index.ts';
import type { SlackMessagePart } from './schema.ts';

type SlackFile = NonNullable<SlackMessagePart['files']>[number];

/** Of a file from another workspace Slack tells only the id: its address is asked for when it is fetched. */
const BY_ID = 'slack-file:';

function urlOf({ id, url_private_download: download, url_private: url }: SlackFile): string | undefined {
  return download ?? url ?? (id === undefined ? undefined : `${BY_ID}${id}`);
}

/** The id of a file without an address. */
export function idOfFile(url: string): string | undefined {
  return url.startsWith(BY_ID) ? url.slice(BY_ID.length) : undefined;
}

function fileOf(file: SlackFile): FileRef {
  const url = urlOf(file);
  return {
    name: file.name ?? '',
    mime: file.mimetype ?? '',
    size: file.size ?? 0,
    ...(url !== undefined && { url }),
  };
}

export function filesOf(part: SlackMessagePart): FileRef[] {
  return (part.files ?? []).map(fileOf);
}

/** A clip that was spoken, or a message of somebody else that is passed on. */
export function oddnessOf(part: SlackMessagePart): { odd?: OddKind } {
  if ((part.files ?? []).some((file) => file.subtype === 'slack_audio')) return { odd: 'voice' };
  return (part.attachments ?? []).some((each) => each.is_share === true) ? { odd: 'forward' } : {};
}
