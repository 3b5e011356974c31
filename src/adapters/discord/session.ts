import type { SessionInfo } from '@discordjs/ws';
import { number, record, text } from './json.ts';
import type { TextPort } from './options.ts';
import { createProgress, type Progress } from './progress.ts';

/** A restart after a crash hears again what came within this time, and the inbox knows it already. */
const SAVE_EVERY = 1_000;

/** The gateway sessions, one a shard. Everything answers at once from memory: waiting here would reorder dispatches. */
export interface Sessions {
  current(shard: number): SessionInfo | null;
  update(session: SessionInfo): void;
  forget(shard: number): void;
  /** A dispatch came: call the result once it is stored or ignored. */
  begin(shard: number, sequence: number): () => void;
  /** Writes down how far each session got without a gap. */
  save(): void;
}

interface Shard {
  session: SessionInfo;
  progress: Progress;
}

function sessionOf(value: unknown): SessionInfo | undefined {
  const { resumeURL, sequence, sessionId, shardCount, shardId } = record(value);
  const url = text(resumeURL);
  const [seq, count, shard] = [number(sequence), number(shardCount), number(shardId)];
  const id = text(sessionId);
  if (url === undefined || id === undefined || seq === undefined || count === undefined || shard === undefined) {
    return undefined;
  }
  return /^wss?:\/\/[^/]/.test(url)
    ? { resumeURL: url, sequence: seq, sessionId: id, shardCount: count, shardId: shard }
    : undefined;
}

function storedSessions(stored: string | undefined): SessionInfo[] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(value) ? value.map((one) => sessionOf(one)).filter((one) => one !== undefined) : [];
  } catch {
    return [];
  }
}

/** What a restart goes on from. */
function resumable({ session, progress }: Shard): SessionInfo {
  return { ...session, sequence: progress.contiguous };
}

export function createSessions(port: TextPort): Sessions {
  const shards = new Map<number, Shard>();
  let timer: NodeJS.Timeout | undefined;

  for (const session of storedSessions(port.load())) {
    shards.set(session.shardId, { session, progress: createProgress(session.sequence) });
  }
  const save = (): void => {
    clearTimeout(timer);
    timer = undefined;
    port.save(JSON.stringify([...shards.values()].map((shard) => resumable(shard))));
  };
  const saveSoon = (): void => {
    timer ??= setTimeout(save, SAVE_EVERY).unref();
  };

  return {
    save,
    current: (shard) => shards.get(shard)?.session ?? null,
    update(session) {
      const known = shards.get(session.shardId);
      const same = known?.session.sessionId === session.sessionId;
      shards.set(session.shardId, {
        session,
        progress: same ? known.progress : createProgress(session.sequence),
      });
      if (!same) save();
    },
    forget(shard) {
      shards.delete(shard);
      save();
    },
    begin(shard, sequence) {
      const settle = shards.get(shard)?.progress.begin(sequence);
      return () => {
        settle?.();
        saveSoon();
      };
    },
  };
}
