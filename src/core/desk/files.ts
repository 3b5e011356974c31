import { text } from '../intents/answer.ts';
import { fill, type Texts, texts } from '../locales/index.ts';
import type {
  Attachment,
  Event,
  FileRef,
  FileRefusal,
  JobFinishedEvent,
  Relay,
  Ticket,
  TicketEvent,
  Turn,
} from '../model.ts';
import { ignored } from '../turns/ignored.ts';
import { literal } from './desk-blocks.ts';
import { fileAllowed } from './file-rules.ts';
import { shownName } from './names.ts';
import { askerOf, deskOf } from './places.ts';
import { serviceOf } from './queues.ts';
import type { Work } from './work.ts';

const MiB = 1024 * 1024;
/** Nobody fills the store with the files of one ticket. */
const PER_TICKET = 50;

/** Has each file of a message copied at once; what the rules refuse is said on both sides. Returns the attachments' ids. */
export function takeFiles(
  work: Work,
  ticket: Ticket,
  event: string,
  files: readonly FileRef[],
  from: Attachment['from'],
): string[] {
  const { files: rules } = serviceOf(work.situation.settings);
  const before = work.situation.attachments?.length ?? 0;
  return files.map((file, index) => {
    const id = work.turn.id();
    const { name, mime, size } = file;
    const refusal = before + index < PER_TICKET ? fileAllowed(file, rules) : 'too-many';
    const attachment: Attachment = { id, ticket: ticket.id, event, from, name, mime, size, state: 'fetching' };
    if (refusal) refuse(work, ticket, attachment, refusal);
    else {
      work.turn.attachment(attachment);
      work.turn.job({ kind: 'fetch-file', file, attachment: id, rules }, '', `${id}/job`);
    }
    return id;
  });
}

/** A file was copied, or could not be: it goes on its way, or both sides are told. */
export function fileTurn(work: Work, event: Event & JobFinishedEvent): Turn {
  const { turn, situation } = work;
  const ticket = situation.deskTicket ?? situation.ticket;
  const { task } = event.outcome;
  const id = task.kind === 'fetch-file' ? task.attachment : '';
  const attachment = situation.attachments?.find((one) => one.id === id);
  if (!ticket || attachment?.state !== 'fetching') return ignored(event, 'nothing-to-do');
  fetched(work, ticket, attachment, event);
  return turn.build({ kind: 'relayed' });
}

function fetched(work: Work, ticket: Ticket, attachment: Attachment, { outcome }: JobFinishedEvent): void {
  const result = outcome.kind === 'fetch-file' ? outcome.result : ({ kept: false, refusal: 'failed' } as const);
  if (!result.kept) return refuse(work, ticket, attachment, result.refusal);
  const { mime, size, hash } = result;
  const kept: Attachment = { ...attachment, state: 'kept', mime, size, hash };
  work.turn.attachment(kept);
  const facts = { file: kept.name, hash, size };
  work.turn.ticketEvent(ticket.id, 'file-kept', { facts });
  if (kept.from === 'asker') fileToDesk(work, ticket, kept);
  else if (wasSent(work.situation.ticketEvents, kept.event)) fileToAsker(work, ticket, kept);
}

/** A draft's files go with it; those that are still being fetched follow. */
export function sendFiles(work: Work, ticket: Ticket, ids: readonly string[]): void {
  const kept = (work.situation.attachments ?? []).filter(({ id, state }) => ids.includes(id) && state === 'kept');
  for (const attachment of kept) fileToAsker(work, ticket, attachment);
}

function fileToDesk(work: Work, ticket: Ticket, attachment: Attachment): void {
  const { turn, all, language } = work;
  const to = deskOf(ticket);
  if (!to) return;
  const facts = { name: literal(ticket.askerName), file: literal(attachment.name) };
  const key = turn.file(to, attachment, [text(fill(all.agents.fileKept, facts))], language);
  follow(work, attachment, key, 'desk');
}

/** Ends no ticket event's id: tells the relay of a file from that of words. */
export const FILE_MARK = 'file:';

/** When the message is deleted, its file goes too. */
function follow(
  { turn, situation }: Work,
  { id, event, ticket }: Attachment,
  operation: string,
  to: Relay['to'],
): void {
  const source = situation.ticketEvents.find((entry) => entry.id === event)?.source;
  if (source) turn.relays([{ source, operation, ticket, event: `${FILE_MARK}${id}`, to }]);
}

function fileToAsker(work: Work, ticket: Ticket, attachment: Attachment): void {
  const { turn, event, situation } = work;
  const { language } = ticket;
  const sender = ticket.agent ?? event.author;
  const facts = { agent: literal(shownName(sender, situation.settings, language)), file: literal(attachment.name) };
  const key = turn.file(askerOf(ticket), attachment, [text(fill(texts(language).service.fileFrom, facts))], language);
  follow(work, attachment, key, 'asker');
}

function wasSent(events: readonly TicketEvent[], event: string): boolean {
  return events.some(({ id, kind, draft }) => kind === 'agent-message' && (id === event || draft === event));
}

/** The writer hears it in their place, and the desk hears of what the asker could not pass on. */
function refuse(work: Work, ticket: Ticket, attachment: Attachment, refusal: FileRefusal): void {
  const { turn, all, event } = work;
  const file = literal(attachment.name);
  turn.attachment({ ...attachment, state: 'refused', refusal });
  turn.ticketEvent(ticket.id, 'file-refused', { facts: { file: attachment.name, reason: refusal } });
  const desk = deskOf(ticket);
  if (attachment.from === 'agent') {
    const line = fill(all.agents.fileNotSent, { file, reason: reasonOf(work, refusal, all) });
    turn.post(desk ?? { place: event.place }, [text(line)], { ticket: ticket.id });
    return;
  }
  const facts = { file, name: literal(ticket.askerName), reason: reasonOf(work, refusal, all) };
  if (desk) turn.post(desk, [text(fill(all.agents.fileRefused, facts))], { ticket: ticket.id });
  const own = texts(ticket.language);
  const told = fill(own.service.fileNotPassedOn, { file, reason: reasonOf(work, refusal, own) });
  turn.post({ place: event.place }, [text(told)], { answers: true, quiet: !event.private, language: ticket.language });
}

function reasonOf({ situation }: Work, refusal: FileRefusal, { service }: Texts): string {
  const { maxBytes } = serviceOf(situation.settings).files;
  return fill(service.fileReasons[refusal], { limit: Math.floor(maxBytes / MiB), count: PER_TICKET });
}
