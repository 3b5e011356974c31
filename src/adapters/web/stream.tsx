import type { Context } from 'hono';
import { html } from 'hono/html';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import { texts, type HistoryEntry, type PersonId, type PlaceId } from '../../core/index.ts';
import { LIMITS } from './limits.ts';
import { createMailbox } from './mailbox.ts';
import type { WebContext } from './options.ts';
import { entryId, EntryView, type View } from './render.tsx';
import { eventsQuery } from './schema.ts';
import { type Change, changeOf, readPlace, type Shown } from './timeline.ts';

export interface Watched {
  place: PlaceId;
  viewer: PersonId;
  view: View;
  /** What is shown besides the place's history; asked at each turn. */
  beside?: () => Promise<Shown[]>;
}

/** Where the browser left off: its own header after a break, else what the page was rendered with. */
function resumePoint(c: Context): number {
  return eventsQuery.parse(c.req.header('last-event-id') ?? c.req.query('after'));
}

async function showing(shown: Shown, view: View): Promise<string> {
  const markup = await html`${<EntryView shown={shown} view={view} />}`;
  return JSON.stringify({ id: entryId(shown), from: shown.from, html: String(markup) });
}

function signing({ messageId, sign }: Extract<Change, { kind: 'sign' }>, { language }: View): string {
  return JSON.stringify({ message: messageId, sign: texts(language).web.signs[sign] });
}

async function payload(entry: HistoryEntry, { viewer, view }: Watched): Promise<string | undefined> {
  const change = changeOf(entry, viewer);
  if (change?.kind === 'sign') return signing(change, view);
  if (change?.kind === 'remove') return JSON.stringify({ id: entryId(change), from: entry.from });
  return change && showing(change.shown, view);
}

/** Sends each entry once; only what the assistant said moves the resume point, as edits of the page follow its outbox. */
function createSender(stream: SSEStreamingApi, watched: Watched, start: number) {
  const sent = new Set<number | string>();
  let reached = start;

  async function send(entry: HistoryEntry): Promise<void> {
    if (sent.has(entry.sequence)) return;
    sent.add(entry.sequence);
    const advances = entry.from === 'assistant' && entry.sequence > reached;
    if (advances) reached = entry.sequence;
    const data = await payload(entry, watched);
    if (data !== undefined) await stream.writeSSE({ event: 'entry', data, ...(advances && { id: String(reached) }) });
  }

  async function sendBeside(shown: Shown): Promise<void> {
    if (sent.has(entryId(shown))) return;
    sent.add(entryId(shown));
    await stream.writeSSE({ event: 'entry', data: await showing(shown, watched.view) });
  }

  return { send, sendBeside, reached: () => reached };
}

/**
 * The place's entries since the resume point, then live. History is read before each live entry: what was
 * delivered just before this stream began is marked as sent by then, and so is found.
 */
async function follow(stream: SSEStreamingApi, context: WebContext, watched: Watched, start: number): Promise<void> {
  const mailbox = createMailbox(context.hub, watched.place);
  const sender = createSender(stream, watched, start);
  stream.onAbort(() => mailbox.ring());
  try {
    await stream.writeSSE({ event: 'ready', data: '', retry: 2_000 });
    while (!stream.aborted && !context.hub.closing.aborted) {
      const live = mailbox.take();
      const missed = await readPlace(context.history, watched.place, sender.reached());
      for (const shown of (await watched.beside?.()) ?? []) await sender.sendBeside(shown);
      for (const entry of [...missed, ...live]) await sender.send(entry);
      await mailbox.wait(LIMITS.heartbeat);
      await stream.write(': here\n\n');
    }
  } catch (error) {
    // The browser comes back by itself and resumes where it left off.
    context.log.warn('web-stream-ended', { reason: error instanceof Error ? error.name : 'unknown' });
  } finally {
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

/** Tells a page that lists things of a place that they changed. */
export function changeEvents(c: Context, context: WebContext, place: PlaceId): Response {
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    const mailbox = createMailbox(context.hub, place);
    stream.onAbort(() => mailbox.ring());
    while (!stream.aborted && !context.hub.closing.aborted) {
      const changed = mailbox.take().length > 0;
      await (changed ? stream.writeSSE({ event: 'changed', data: 'tickets' }) : stream.write(': here\n\n'));
      await mailbox.wait(LIMITS.heartbeat);
    }
    mailbox.leave();
  });
}
