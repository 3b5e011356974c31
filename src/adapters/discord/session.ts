import type { SessionInfo } from '@discordjs/ws';
import { number, record, text } from './json.ts';
import type { TextPort } from './options.ts';
import { createProgress, type Progress } from './progress.ts';

/** A restart after a crash hears again what came within this time, and the inbox knows it already. */
const SAVE_EVERY = 1_000;

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

/** The gateway sessions, one a shard. Everything answers at once from memory: waiting here would reorder dispatches. */
export class Sessions {
  readonly #port: TextPort;
  readonly #shards = new Map<number, Shard>();
  #timer: NodeJS.Timeout | undefined;

  constructor(port: TextPort) {
    this.#port = port;
    for (const session of storedSessions(port.load())) {
      this.#shards.set(session.shardId, { session, progress: createProgress(session.sequence) });
    }
  }

  current(shard: number): SessionInfo | null {
    return this.#shards.get(shard)?.session ?? null;
  }

  update(session: SessionInfo): void {
    const known = this.#shards.get(session.shardId);
    const same = known?.session.sessionId === session.sessionId;
    const progress = same ? known.progress : createProgress(session.sequence);
    this.#shards.set(session.shardId, { session, progress });
    if (!same) this.save();
  }

  forget(shard: number): void {
    this.#shards.delete(shard);
    this.save();
  }

  /** A dispatch came: call the result once it is stored or ignored. */
  begin(shard: number, sequence: number): () => void {
    const settle = this.#shards.get(shard)?.progress.begin(sequence);
    return () => {
      settle?.();
      this.#timer ??= setTimeout(() => this.save(), SAVE_EVERY).unref();
    };
  }

  /** Writes down how far each session got without a gap. */
  save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#port.save(JSON.stringify([...this.#shards.values()].map((shard) => resumable(shard))));
  }
}
