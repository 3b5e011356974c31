import type { FileRef, Immediate, Incoming, PersonId, PlaceId, Receipt, RefusalCode } from '../model.ts';
import type { OutboxRow } from './store.ts';

/** What an adapter tells the operator: event names in kebab-case; never a person's text, never a secret. */
export interface AdapterLog {
  info(event: string, facts?: Record<string, string | number | boolean>): void;
  warn(event: string, facts?: Record<string, string | number | boolean>): void;
  error(event: string, facts?: Record<string, string | number | boolean>): void;
}

/** A delivery that did not happen. `retry` may be tried again (after `afterMs`); `refused` never. */
export type DeliveryResult =
  | { ok: true; receipt: Receipt }
  | { ok: false; kind: 'retry'; afterMs?: number; reason: string }
  | { ok: false; kind: 'refused'; code: RefusalCode; reason: string };

/**
 * What a look into a place's history gave, oldest first. `until` (ms, by the platform's own clock): the last message that
 * was read, whoever wrote it; absent where there was none. `retry` may be asked again (after `afterMs`); `refused` never.
 */
export type BackfillResult =
  | { ok: true; events: Incoming[]; until?: number }
  | { ok: false; kind: 'retry' | 'refused'; afterMs?: number; reason: string };

/** What a platform gave of a file. */
export type FileBytes = { ok: true; bytes: Uint8Array; mime?: string } | { ok: false; refusal: 'too-large' | 'gone' };

/** Rejects when nothing was stored: nothing may be acknowledged then. */
export type Receive = (incoming: Incoming) => Promise<Immediate>;

/** One chat platform. Reads, renders and delivers; knows nothing of mail. */
export interface ChatAdapter {
  readonly name: string;
  /** Where tickets are posted, when this platform is the desk. */
  readonly desk?: PlaceId;
  /** A channel or a person, as an operator names it in a file, as our ids have it. Absent where both are the same. */
  scoped?(id: string): string;
  /** Resolves when it listens or has begun to connect; goes on reconnecting by itself. `receive` rejects when nothing was stored: do not acknowledge. */
  start(receive: Receive): Promise<void>;
  /** For a process that delivers and never starts: learns who we are there. Rejects where the platform cannot be asked. */
  signIn?(): Promise<void>;
  /** Throws nothing for faults of the platform: they are results. */
  deliver(row: OutboxRow): Promise<DeliveryResult>;
  /**
   * What was said and changed in a place after `since` (ms, by the platform's own clock), as the events that would have
   * come live, under the same ids, messages marked `late`. Absent where there is no history to look into. Throws nothing for faults of the platform.
   */
  backfill?(place: PlaceId, since: number): Promise<BackfillResult>;
  /** Places that may hold questions although nobody has spoken with us there yet: the channels that we are in. */
  places?(): Promise<PlaceId[]>;
  /**
   * The bytes of a file that came with a message, at most `limit` of them. Absent where files come with their bytes or
   * not at all. Throws for faults that may pass.
   */
  fetchFile?(file: FileRef, limit: number, signal: AbortSignal): Promise<FileBytes>;
  /** Whether a person may act at a desk. Absent where the place itself tells. Throws when it cannot be told now. */
  isAgent?(desk: PlaceId, person: PersonId): Promise<boolean>;
  /** Stops taking events, waits for those in hand. */
  stop(): Promise<void>;
  /**
   * A line for the log and `doctor`: what is on, and whether it is connected. `gaps`: how often, so far, the platform may
   * have gone on without telling us; what was missed is found by looking back.
   */
  health(): { connected: boolean; detail: string; gaps?: number };
}
