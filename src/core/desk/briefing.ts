import { actions, text } from '../intents/answer.ts';
import { nameOf } from '../intents/provider-name.ts';
import { settingsTable } from '../intents/settings-table.ts';
import { fill, type Texts, texts } from '../locales/index.ts';
import type { Block, EarlierTicket, IntentName, Slots, Ticket, TicketEvent, TranscriptLine, Tried } from '../model.ts';
import { settingsFor } from '../providers/index.ts';
import type { Knowledge } from '../ports.ts';
import { deskActions, literal } from './desk-blocks.ts';
import { platformOf } from './names.ts';
import { splitText } from './split.ts';
import { suggestions } from './suggestions.ts';

/** All that is known when a ticket comes to a desk. */
export interface Brief {
  ticket: Ticket;
  /** Its name; empty where there is only one. */
  queue: string;
  slots: Slots;
  intent: IntentName | undefined;
  tried: readonly Tried[];
  earlier: readonly EarlierTicket[];
  lines: readonly TranscriptLine[];
}

/** Lines of the transcript in the opening post; a longer one follows whole in the thread. */
const LINES = 8;
const LINE = 200;

/** The desk's first message: what an agent needs in order to answer, with the likely answers a click away. */
export function openingPost(brief: Brief, knowledge: Knowledge, language: string): Block[] {
  const all = texts(language);
  const { ticket, slots, intent } = brief;
  return [
    text(head(brief, all)),
    ...knownBlocks(brief, knowledge, all, language),
    ...listed(all.agents.errors, errorLines(brief, knowledge, language)),
    ...listed(all.agents.tried, triedLines(brief.tried, all)),
    ...listed(all.agents.earlier, earlierLines(brief.earlier, all)),
    ...actions(...suggestions(ticket, { slots, intent }, knowledge, language)),
    ...deskActions(ticket.id, all),
    ...transcriptBlocks(brief, all),
    text(all.desk.howTo),
  ];
}

function head({ ticket, queue }: Brief, all: Texts): string {
  const facts = {
    number: ticket.number,
    name: literal(ticket.askerName),
    platform: platformOf(ticket.conversation, all),
    language: texts(ticket.language).common.name,
  };
  const { agents } = all;
  return [
    fill(all.desk.newTicket, facts),
    fill(agents.about, { subject: literal(ticket.subject ?? '') }),
    [...(queue === '' ? [] : [fill(agents.queueLine, { queue })]), fill(agents.language, facts)].join(' · '),
  ].join('\n');
}

/** Provider and settings found, and what else was named. */
function knownBlocks({ slots }: Brief, knowledge: Knowledge, all: Texts, language: string): Block[] {
  const { provider: id } = slots;
  const provider = id === undefined ? undefined : knowledge.provider(id);
  const known = Object.entries(all.agents.slots).flatMap(([name, label]) => {
    const value = slots[name as keyof Slots];
    return value === undefined ? [] : [`${label} \`${literal([value].flat().join(', '))}\``];
  });
  const servers = provider ? settingsFor(provider, slots.domain === undefined ? {} : { domain: slots.domain }) : [];
  return [
    ...(provider ? [text(fill(all.agents.provider, { provider: nameOf(provider, language) }))] : []),
    ...(known.length > 0 ? [text(fill(all.desk.known, { facts: known.join(', ') }))] : []),
    ...(servers.length > 0 ? [settingsTable(servers, { texts: all, language })] : []),
  ];
}

function listed(title: string, lines: readonly string[]): Block[] {
  return lines.length > 0 ? [text([title, ...lines].join('\n'))] : [];
}

/** What was quoted, and what it means where that is known. */
function errorLines({ tried, slots }: Brief, knowledge: Knowledge, language: string): string[] {
  const quoted = [...tried.flatMap((one) => (one.kind === 'error' ? [one.text] : [])), slots.error];
  const lines = [...new Set(quoted)].flatMap((one) => (one === undefined ? [] : [`- ${literal(one)}`]));
  const meaning = slots.errorId === undefined ? undefined : knowledge.error(slots.errorId, language)?.meaning;
  return meaning === undefined ? lines : [...lines, meaning];
}

function triedLines(tried: readonly Tried[], { agents, answers }: Texts): string[] {
  return tried.flatMap((one) => {
    if (one.kind === 'error') return [];
    if (one.kind === 'check') {
      const verdict = (agents.verdicts as Record<string, string>)[one.verdict] ?? one.verdict;
      return [fill(agents.triedCheck, { host: literal(one.host), verdict })];
    }
    const line = { undefined: agents.triedAnswer, true: agents.triedAnswerHelped, false: agents.triedAnswerNot };
    const facts = { intent: answers.intents[one.intent], confidence: Math.round(one.confidence * 100) };
    return [fill(line[`${one.helped}`], facts)];
  });
}

function earlierLines(earlier: readonly EarlierTicket[], { agents }: Texts): string[] {
  return earlier.map(({ number, state, subject }) =>
    fill(agents.earlierLine, { number, state: agents.states[state], subject: literal(subject) }),
  );
}

function transcriptBlocks({ lines, ticket }: Brief, all: Texts): Block[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(-LINES).map((line) => transcriptLine(line, ticket, all, LINE));
  return [text([all.desk.transcript, ...(lines.length > LINES ? ['…'] : []), ...shown].join('\n'))];
}

function transcriptLine({ from, text: said }: TranscriptLine, ticket: Ticket, all: Texts, longest = Infinity): string {
  const words = said.length > longest ? `${said.slice(0, longest)}…` : said;
  const facts = { name: literal(ticket.askerName), text: from === 'assistant' ? words : literal(words) };
  if (from === 'agent') return `- ${facts.text}`;
  return fill(from === 'asker' ? all.desk.lineAsker : all.desk.lineAssistant, facts);
}

/** What the opening post had no room for, to be posted below it. */
export function restOfTranscript({ lines, ticket }: Brief, language: string): Block[][] {
  const all = texts(language);
  if (lines.length <= LINES && lines.every((line) => line.text.length <= LINE)) return [];
  const whole = lines.map((line) => transcriptLine(line, ticket, all));
  return splitText([all.desk.transcriptWhole, ...whole].join('\n')).map((piece) => [text(piece)]);
}

/** What was said to a human so far, where a ticket moves to another desk. */
export function linesOfTicket(events: readonly TicketEvent[]): TranscriptLine[] {
  return events.flatMap(({ kind, text: said, at, by }): TranscriptLine[] => {
    if (said === undefined) return [];
    if (kind === 'asker-message') return [{ from: 'asker', at, text: said }];
    if (kind === 'agent-message') return [{ from: 'agent', at, text: `${by.name}: ${said}` }];
    return kind === 'note' ? [{ from: 'agent', at, text: `📝 ${by.name}: ${said}` }] : [];
  });
}
