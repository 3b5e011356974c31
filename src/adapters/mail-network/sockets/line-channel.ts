import type { Socket } from 'node:net';

export type ChannelEnd = 'closed' | 'reset' | 'flood' | 'aborted';

/** `begun`: bytes came, but no whole line. `code` is the socket's error code, never shown. */
export type Line = { ok: true; text: string } | { ok: false; end: ChannelEnd; begun: boolean; code?: string };

/** Reads lines from a stranger: bounded in length, number and bytes. */
export interface LineChannel {
  /** The next line without its line break; the same end again once there is one. */
  line(): Promise<Line>;
  write(text: string): void;
  /** Whether any byte ever came. */
  heard(): boolean;
  /** Throws away what came unasked; how many bytes that was. */
  dropUnread(): number;
  /** Stops reading, so that the socket can be upgraded. */
  release(): Socket;
  /** Says goodbye where that is still possible, and closes soon after. */
  close(goodbye?: string): void;
}

const MOST_LINE_BYTES = 8_192;
const MOST_BYTES = 65_536;
const MOST_LINES = 400;
/** How long a server may take to read our goodbye. */
const LINGER_MS = 250;
const NEWLINE = 0x0a;

export function openChannel(socket: Socket, signal: AbortSignal): LineChannel {
  let unread: Buffer = Buffer.alloc(0);
  let bytes = 0;
  let lines = 0;
  let ended: { end: ChannelEnd; code?: string } | undefined;
  let wake: () => void = () => undefined;

  const end = (reason: ChannelEnd, code?: string): void => {
    ended ??= code === undefined ? { end: reason } : { end: reason, code };
    wake();
  };
  const onData = (chunk: Buffer): void => {
    bytes += chunk.length;
    unread = Buffer.concat([unread, chunk]);
    if (bytes > MOST_BYTES) {
      end('flood');
      socket.pause();
    }
    wake();
  };
  const onClose = (): void => end('closed');
  const onError = (error: NodeJS.ErrnoException): void =>
    end(error.code === 'ECONNRESET' ? 'reset' : 'closed', error.code);
  const onAbort = (): void => end('aborted');

  socket.on('data', onData).on('end', onClose).on('close', onClose).on('error', onError);
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();

  function takeLine(): Line | undefined {
    const newline = unread.indexOf(NEWLINE);
    const length = newline === -1 ? unread.length : newline;
    if (length > MOST_LINE_BYTES || lines > MOST_LINES) end('flood');
    if (newline === -1 || ended?.end === 'flood') return undefined;
    lines += 1;
    const text = unread.toString('utf8', 0, newline).replace(/\r$/, '');
    unread = unread.subarray(newline + 1);
    return { ok: true, text };
  }

  async function line(): Promise<Line> {
    for (;;) {
      const found = takeLine();
      if (found) return found;
      if (ended) return { ok: false, begun: unread.length > 0, ...ended };
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  function release(): Socket {
    socket.pause();
    socket.off('data', onData).off('end', onClose).off('close', onClose).off('error', onError);
    signal.removeEventListener('abort', onAbort);
    return socket;
  }

  function close(goodbye?: string): void {
    release().on('error', () => undefined);
    socket.resume();
    if (goodbye !== undefined && socket.writable && ended === undefined) socket.end(goodbye);
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
    if (ended) socket.destroy();
  }

  return {
    line,
    write: (text) => {
      if (socket.writable) socket.write(text);
    },
    heard: () => bytes > 0,
    dropUnread: () => {
      const dropped = unread.length;
      unread = Buffer.alloc(0);
      return dropped;
    },
    release,
    close,
  };
}
