import { fill, texts } from '../locales/index.ts';
import type { Attachment, Ticket, TicketEvent, TicketEventKind } from '../model.ts';
import { platformOf } from './names.ts';

/** A ticket with all that happened, for people: small Markdown that any reader of Markdown shows well. */
export function ticketMarkdown(
  ticket: Ticket,
  events: readonly TicketEvent[],
  attachments: readonly Attachment[],
  language: string,
): string {
  const all = texts(language);
  const { agents, transcripts } = all;
  const head = fill(transcripts.head, {
    number: ticket.number,
    name: ticket.askerName,
    platform: platformOf(ticket.conversation, all),
    language: texts(ticket.language).common.name,
    state: agents.states[ticket.state],
    queue: ticket.queue,
    opened: moment(ticket.openedAt),
  });
  const lines = events.map((event) => eventLine(event, transcripts));
  const files = attachments.map((file) => `- ${fileLine(file, transcripts)}`);
  return [
    `# #${ticket.number} ${oneLine(ticket.subject ?? ticket.askerName)}`,
    '',
    head,
    '',
    ...lines,
    ...(files.length > 0 ? ['', `## ${transcripts.files}`, '', ...files] : []),
    '',
  ].join('\n');
}

/** What happens by itself is our own doing. */
const NOBODY = 'Postilion';

function eventLine(event: TicketEvent, transcripts: Words): string {
  const { at, kind, by } = event;
  const facts = factsOf(event, transcripts);
  const more = facts.length > 0 ? ` (${facts.join(', ')})` : '';
  return `- ${moment(at)} **${oneLine(by.name || NOBODY)}** ${transcripts.kinds[kind]}${more}${said(event, transcripts)}`;
}

function factsOf({ facts = {}, shownAs }: TicketEvent, transcripts: Words): string[] {
  const known = Object.entries(facts).map(([name, value]) => `${name}: ${oneLine(String(value))}`);
  return shownAs === undefined ? known : [...known, fill(transcripts.shownAs, { name: oneLine(shownAs) })];
}

/** What always came with words, or with files. */
const WORDED: ReadonlySet<TicketEventKind> = new Set(['asker-message', 'agent-message', 'agent-draft', 'note']);

function said({ kind, text, files = [] }: TicketEvent, { removed }: Words): string {
  if (text !== undefined && text !== '') return `\n${quoted(text)}`;
  return text === undefined && files.length === 0 && WORDED.has(kind) ? `\n  > *${removed}*` : '';
}

function fileLine({ name, size, from, state }: Attachment, transcripts: Words): string {
  return fill(transcripts.file, {
    name: oneLine(name || '–'),
    size: Math.ceil(size / 1024),
    from: transcripts.fileFrom[from],
    state: transcripts.fileStates[state],
  });
}

type Words = ReturnType<typeof texts>['transcripts'];

function moment(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

/** Nothing that somebody wrote becomes a heading, a list or a link of ours. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `  > ${line}`)
    .join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[*_`[\]]/g, '\\$&');
}
