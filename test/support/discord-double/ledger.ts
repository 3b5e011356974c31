import type { WebSocket } from 'ws';
import type { Session } from './sessions.ts';

/** One time that a session was told of a message. */
interface Telling {
  message: string;
  session: Session;
  sequence: number;
  at: number;
  /** Absent where no line was up. */
  socket?: WebSocket;
  /** When its line ended, and how. */
  ended?: { at: number; code: number };
}

/** A process whose line broke sooner than this after a dispatch may have died before it could store anything, ms. */
const AT_HAND = 3_000;
const BROKEN = 1_006;

/** Which messages the app was told of, as far as Discord can know. */
export interface Ledger {
  told(message: string, session: Session): void;
  /** All from this sequence number on were sent once more. */
  replayed(session: Session, from: number): void;
  lineEnded(socket: WebSocket, code: number): void;
  /**
   * False where it is sure that no process of the app could store it, and that no session will tell of it any more: it
   * was never sent, or the line broke at once, and the session was ended by Discord, or was too young to be known.
   */
  heard(message: string): boolean;
}

export function createLedger(now: () => number = Date.now): Ledger {
  const tellings: Telling[] = [];

  function tell(message: string, session: Session, sequence: number): void {
    const socket = session.socket?.readyState === 1 ? session.socket : undefined;
    tellings.push({ message, session, sequence, at: now(), ...(socket && { socket }) });
  }

  return {
    told: (message, session) => tell(message, session, session.sequence),
    replayed(session, from) {
      for (const one of tellings.filter((each) => each.session === session && each.sequence > from))
        tell(one.message, session, one.sequence);
    },
    lineEnded(socket, code) {
      for (const one of tellings) if (one.socket === socket) one.ended ??= { at: now(), code };
    },
    heard: (message) => tellings.some((one) => one.message === message && isHeard(one)),
  };
}

function isHeard({ session, sequence, at, socket, ended }: Telling): boolean {
  if (session.resumedFrom >= sequence || (!session.over && !session.abandoned)) return true;
  if (!socket) return false;
  if (!ended || ended.code !== BROKEN || ended.at - at >= AT_HAND) return true;
  return !session.over && at - session.since >= AT_HAND;
}
