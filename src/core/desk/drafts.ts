import { actions, text } from '../intents/answer.ts';
import { fill } from '../locales/index.ts';
import type { Block, DeskIntent, Event, MessageEvent, MessageRef, Ticket, TicketEvent, Turn } from '../model.ts';
import { literal } from './desk-blocks.ts';
import { fileAllowed } from './file-rules.ts';
import { takeFiles } from './files.ts';
import { isEnded } from './machine.ts';
import { mayAct, sourceOf } from './places.ts';
import { serviceOf } from './queues.ts';
import { refuseAct } from './refusals.ts';
import { sendToAsker } from './to-asker.ts';
import type { Work } from './work.ts';

/** What an agent wrote and did not decide about yet, with its changes. */
interface Draft {
  id: string;
  text: string;
  files: readonly string[];
  source?: MessageRef;
}

/** Text of an agent reaches nobody by itself: it becomes a draft, and the agent is asked at once. */
export function agentWrites(work: Work, ticket: Ticket, event: Event & MessageEvent): Turn {
  const { turn, situation, all } = work;
  const { sendPrefix, notePrefix } = serviceOf(situation.settings);
  if (!mayAct(event, ticket, situation)) return refuseAct(work, ticket, 'message');
  turn.presence(false);
  const words = event.text.trim();
  if (event.meant === 'send-to-asker') sendMeant(work, ticket, event);
  else if (wasSent(work, event)) return turn.build({ kind: 'done' });
  else if (isEnded(ticket)) turn.say([text(all.desk.isClosed)]);
  else if (words === '' && event.files.length === 0) turn.say([text(oddLine(work, event, all.agents.oddNothing))]);
  else if (words.startsWith(notePrefix)) note(work, ticket, words.slice(notePrefix.length));
  else if (words.startsWith(sendPrefix)) sendNow(work, ticket, event, words.slice(sendPrefix.length));
  else if (ticket.direct) sendNow(work, ticket, event, words);
  else keepDraft(work, ticket, event);
  return turn.build({ kind: 'done' });
}

function keepDraft(work: Work, ticket: Ticket, event: Event & MessageEvent): void {
  const { turn } = work;
  const id = turn.id();
  const files = takeFiles(work, ticket, id, event.files, 'agent');
  const { files: rules } = serviceOf(work.situation.settings);
  // Of files alone that may not be sent there is nothing to decide.
  if (event.text.trim() === '' && event.files.every((file) => fileAllowed(file, rules))) return;
  const source = sourceOf(event);
  turn.ticketEvent(
    ticket.id,
    'agent-draft',
    { text: event.text, ...(files.length > 0 && { files }), ...(source && { source }) },
    id,
  );
  const odd = event.odd ? [text(oddLine(work, event, work.all.agents.odd))] : [];
  turn.say([...odd, ...draftPrompt(work, ticket, id)]);
}

/** Of a sticker, a poll, a voice message only words and files can be sent. */
function oddLine({ all }: Work, { odd = 'other' }: MessageEvent, line: string): string {
  return fill(line, { kind: all.service.kinds[odd] });
}

/** What an agent sees under text that was not sent on purpose. */
function draftPrompt({ all: { desk } }: Work, ticket: Ticket, draft: string): Block[] {
  return [text(fill(desk.notSent, { name: literal(ticket.askerName) })), ...decisions(desk, ticket, draft)];
}

function decisions(desk: Work['all']['desk'], ticket: Ticket, draft: string): Block[] {
  return actions(
    { label: desk.sendThis, intent: { name: 'send-draft', ticket: ticket.id, draft }, style: 'primary' },
    { label: desk.keepNote, intent: { name: 'keep-note', ticket: ticket.id, draft } },
  );
}

function sendNow(work: Work, ticket: Ticket, event: Event & MessageEvent, words: string): void {
  const { turn, all } = work;
  const source = sourceOf(event);
  const id = turn.id();
  const files = takeFiles(work, ticket, id, event.files, 'agent');
  if (words.trim() === '' && files.length === 0) {
    turn.say([text(event.odd ? oddLine(work, event, all.agents.oddNothing) : all.agents.noText)]);
    return;
  }
  if (files.length > 0)
    turn.ticketEvent(ticket.id, 'agent-draft', { text: words, files, ...(source && { source }) }, id);
  sendToAsker(work, ticket, {
    text: words,
    files,
    ...(source && { source }),
    ...(files.length > 0 && { draft: id }),
  });
  turn.say([text(fill(all.desk.sending, { name: literal(ticket.askerName) }))]);
}

/** Platforms may tell of a message only after "Send to asker" was used on it. */
function wasSent({ situation }: Work, event: Event & MessageEvent): boolean {
  const source = sourceOf(event);
  if (source === undefined) return false;
  const { relays = [], ticketEvents } = situation;
  return (
    relays.some(({ to }) => to === 'asker') ||
    ticketEvents.some(({ kind, source: of }) => kind === 'agent-message' && of?.messageId === source.messageId)
  );
}

/** "Send to asker" on a message: its draft where there is one; each message goes once. */
function sendMeant(work: Work, ticket: Ticket, event: Event & MessageEvent): void {
  const { turn, all, situation } = work;
  const source = sourceOf(event);
  if (wasSent(work, event)) {
    turn.say([text(all.desk.alreadySettled)]);
    return;
  }
  if (isEnded(ticket)) {
    turn.say([text(all.desk.isClosed)]);
    return;
  }
  const draft = unsent(situation.ticketEvents).find(
    (one) => source !== undefined && one.source?.messageId === source.messageId,
  );
  if (draft) settleDraft(work, ticket, { name: 'send-draft', ticket: ticket.id, draft: draft.id });
  else sendNow(work, ticket, event, event.text);
}

/** A note stays inside. */
export function note({ turn, all }: Work, ticket: Ticket, words: string): void {
  turn.ticketEvent(ticket.id, 'note', { text: words.trim() });
  turn.say([text(fill(all.desk.noteKept, { name: literal(ticket.askerName) }))]);
}

/** A draft is settled once: sent, or kept as a note. */
export function settleDraft(
  work: Work,
  ticket: Ticket,
  intent: Extract<DeskIntent, { name: 'send-draft' | 'keep-note' }>,
): void {
  const { turn, all, situation } = work;
  const draft = unsent(situation.ticketEvents).find(({ id }) => id === intent.draft);
  if (!draft) {
    turn.say([text(all.desk.alreadySettled)]);
    return;
  }
  const name = literal(ticket.askerName);
  if (intent.name === 'send-draft') {
    sendToAsker(work, ticket, { ...draft, draft: draft.id });
    turn.say([text(fill(all.desk.sending, { name }))]);
    return;
  }
  turn.ticketEvent(ticket.id, 'note', { text: draft.text, draft: draft.id });
  turn.say([text(fill(all.desk.noteKept, { name }))]);
}

/** Drafts about which nothing was decided, as they now read. */
export function unsent(events: readonly TicketEvent[]): Draft[] {
  const settled = new Set(events.flatMap(({ kind, draft }) => (kind === 'draft-changed' ? [] : [draft])));
  return events
    .filter(({ kind, id }) => kind === 'agent-draft' && !settled.has(id))
    .map(({ id, text: first = '', files = [], source }) => {
      const changed = events.findLast(({ kind, draft }) => kind === 'draft-changed' && draft === id);
      return { id, text: changed?.text ?? first, files, ...(source && { source }) };
    });
}

/** What blocks an end or a snooze: text that would be left behind unsent. */
export function unsentPrompt({ all, situation }: Work, ticket: Ticket): Block[] | undefined {
  const [first] = unsent(situation.ticketEvents);
  if (!first) return undefined;
  const shown = literal(first.text.slice(0, 500));
  return [text(fill(all.agents.unsent, { text: shown })), ...decisions(all.desk, ticket, first.id)];
}
