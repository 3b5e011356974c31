import type { DeliveryKit, Destination } from './delivery-kit.ts';
import { slackCode } from './errors.ts';

/** One small text that outlives a restart; another process may have changed it. */
export interface KeptText {
  load(): string | undefined;
  /** As it is now. */
  fresh(): Promise<string | undefined>;
  /** Resolves when it is on the disk. */
  keep(value: string): Promise<void>;
}

/** Which file of Slack's an upload of ours became: kept from before it is shown to anyone. */
export interface Uploads {
  fileOf(upload: string): Promise<string | undefined>;
  begun(upload: string, file: string): Promise<void>;
}

/** More are never under way at once; what is older has its receipt. */
const MOST_KEPT = 200;

export function createUploads(kept: KeptText): Uploads {
  const own = new Map<string, string>();
  let written: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const files = new Map([...Object.entries(parsed(await kept.fresh())), ...own]);
    trim(files);
    await kept.keep(JSON.stringify(Object.fromEntries(files)));
  }

  return {
    fileOf: async (upload) => own.get(upload) ?? parsed(await kept.fresh())[upload],
    begun: (upload, file) => {
      own.set(upload, file);
      trim(own);
      const writing = written.then(write);
      written = writing.catch(() => undefined);
      return writing;
    },
  };
}

function trim(files: Map<string, string>): void {
  for (const oldest of files.keys()) if (files.size > MOST_KEPT) files.delete(oldest);
}

function parsed(text: string | undefined): Record<string, string> {
  try {
    return JSON.parse(text ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

interface Share {
  ts?: string | undefined;
}

interface FileInfo {
  shares?: { public?: Record<string, Share[]>; private?: Record<string, Share[]> };
}

/** Where and whether a file is shown in a channel; `gone` where Slack knows no such file. */
export async function shareOf(
  kit: DeliveryKit,
  file: string,
  { channel }: Destination,
): Promise<{ shown: boolean; ts?: string } | 'gone'> {
  try {
    const answer = await kit.guarded('files.info', () => kit.client.files.info({ file }));
    const { shares = {} } = (answer.file ?? {}) as FileInfo;
    const share = [...(shares.public?.[channel] ?? []), ...(shares.private?.[channel] ?? [])];
    const ts = share.at(0)?.ts;
    return { shown: share.length > 0, ...(ts !== undefined && { ts }) };
  } catch (error) {
    if (['file_not_found', 'file_deleted'].includes(slackCode(error) ?? '')) return 'gone';
    throw error;
  }
}
