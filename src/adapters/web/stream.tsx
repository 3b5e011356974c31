import type { Context } from 'hono';
import { html } from 'hono/html';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import type { HistoryEntry, PersonId, PlaceId } from '../../core/index.ts';
import { LIMITS } from './limits.ts';
import type { WebContext } from './options.ts';
import { entryId, EntryView, type View } from './render.tsx';
import { eventsQuery } from './schema.ts';
import { changeOf, readPlace } from './timeline.ts';

export interface Watched {
  place: PlaceId;
  viewer: PersonId;
  view: View;
}

/** Where the browser left off: its own header after a break, else what the page was rendered with. */
function resumePoint(c: Context): number {
  return eventsQuery.parse(c.req.header('last-event-id') ?? c.req.query('after'));
}

async function payload(entry: HistoryEntry, { viewer, view }: Watched): Promise<string | undefined> {
  const change = changeOf(entry, viewer);
  if (!change) return undefined;
  if (change.kind === 'remove') return JSON.stringify({ id: entryId(change), from: entry.from });
  const markup = await html`${<EntryView shown={change.shown} view={view} />}`;
  return JSON.stringify({ id: entryId(change.shown), from: entry.from, html: markup });
}

/** Sends each entry once; only what the assistant said moves the resume point, as edits of the page follow its outbox. */
function createSender(stream: SSEStreamingApi, watched: Watched, start: number) {
  const sent = new Set<number>();
  let reached = start;

  async function send(entry: HistoryEntry): Promise<void> {
    if (sent.has(entry.sequence)) return;
    sent.add(entry.sequence);
    const advances = entry.from === 'assistant' && entry.sequence > reached;
    if (advances) reached = entry.sequence;
    const data = await payload(entry, watched);
    if (data !== undefined) await stream.writeSSE({ event: 'entry', data, ...(advances && { id: String(reached) }) });
  }

  return { send, reached: () => reached };
}

/** Rows that arrive while the stream is busy, and a promise that one is there. */
function createMailbox(context: WebContext, place: PlaceId) {
  const entries: HistoryEntry[] = [];
  let ring = (): void => undefined;
  const leave = context.hub.subscribe(place, (entry) => {
    if (entry) entries.push(entry);
    ring();
  });

  /** Resolves at the next ring, when `milliseconds` are over, or when the server closes. */
  function wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
      if (entries.length > 0 || context.hub.closing.aborted) ring();
    });
  }

  return { take: () => entries.splice(0), wait, ring: () => ring(), leave };
}

/**
 * The place's entries since the resume point, then live. History is read before each live entry: what was
 * delivered just before this stream began is marked as sent by then, and so is found.
 */
async function follow(stream: SSEStreamingApi, context: WebContext, watched: Watched, start: number): Promise<void> {
  const mailbox = createMailbox(context, watched.place);
  const sender = createSender(stream, watched, start);
  stream.onAbort(mailbox.ring);
  context.hub.closing.addEventListener('abort', mailbox.ring);
  try {
    await stream.writeSSE({ event: 'ready', data: '', retry: 2_000 });
    while (!stream.aborted && !context.hub.closing.aborted) {
      const live = mailbox.take();
      const missed = await readPlace(context.history, watched.place, sender.reached());
      for (const entry of [...missed, ...live]) await sender.send(entry);
      await mailbox.wait(LIMITS.heartbeat);
      await stream.write(': here\n\n');
    }
  } catch (error) {
    // The browser comes back by itself and resumes where it left off.
    context.log.warn('web-stream-ended', { reason: error instanceof Error ? error.name : 'unknown' });
  } finally {
    context.hub.closing.removeEventListener('abort', mailbox.ring);
    mailbox.leave();
  }
}

/** Server-sent events of a place. */
export function placeEvents(c: Context, context: WebContext, watched: Watched): Response {
  if (context.hub.listeners(watched.place) >= LIMITS.streamsPerPlace) return c.body(null, 429);
  const start = resumePoint(c);
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, (stream) => follow(stream, context, watched, start));
}
