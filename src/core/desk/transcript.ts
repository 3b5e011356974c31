import { fill, texts } from '../locales/index.ts';
import type { Attachment, Ticket, TicketEvent } from '../model.ts';
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
  const files = attachments.map(({ name, size, state }) => `- ${oneLine(name)} (${size}, ${state})`);
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

function eventLine({ at, kind, by, text, facts }: TicketEvent, transcripts: Words): string {
  const said = text === undefined || text === '' ? '' : `\n${quoted(text)}`;
  const known = Object.entries(facts ?? {}).map(([name, value]) => `${name}: ${oneLine(String(value))}`);
  const more = known.length > 0 ? ` (${known.join(', ')})` : '';
  return `- ${moment(at)} **${oneLine(by.name || NOBODY)}** ${transcripts.kinds[kind]}${more}${said}`;
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
