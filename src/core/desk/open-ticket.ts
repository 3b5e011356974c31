import type { Question } from '../intents/answer.ts';
import { actions, text } from '../intents/answer.ts';
import { fill, texts } from '../locales/index.ts';
import type { Block, Event, Situation, Ticket, TranscriptLine } from '../model.ts';
import type { TurnBuilder } from '../turns/turn-builder.ts';
import { deskActions, literal } from './desk-blocks.ts';

/** Hands a person over: one open ticket each; they are told what happens next, the desk gets all that is known. */
export function openTicket(
  turn: TurnBuilder,
  event: Event,
  situation: Situation,
  question: Question,
  before: Block[],
): void {
  if (situation.ticket) {
    turn.say([...before, ...already(situation.ticket, event, question)]);
    return;
  }
  const ticket = newTicket(turn, event, situation, question);
  const desk = situation.settings.desk;
  turn.ticketEvent(ticket.id, 'opened', { text: summaryOf(situation, question) });
  if (desk === undefined) {
    turn.ticket(ticket);
    turn.say([...before, text(fill(question.texts.desk.noDesk, { number: ticket.number }))]);
    return;
  }
  const agentTexts = texts(situation.settings.defaultLanguage);
  const deskOperation = turn.openPlace(
    desk,
    titleOf(ticket, situation, question),
    deskPost(ticket, situation, question, agentTexts),
    ticket.id,
  );
  turn.ticket({ ...ticket, deskOperation });
  confirm(turn, ticket, event, question, before);
}

function newTicket(
  turn: TurnBuilder,
  event: Event,
  { nextTicketNumber }: Situation,
  { language, now }: Question,
): Ticket {
  return {
    id: turn.id(),
    number: nextTicketNumber,
    version: 0,
    queue: 'default',
    state: 'open',
    asker: event.author.id,
    askerName: event.author.name,
    conversation: event.conversation,
    place: event.place,
    private: event.private,
    language,
    assistantResumed: false,
    openedAt: now,
  };
}

/** In public only a pointer stands; what matters goes by direct message, opened while the person is present. */
function confirm(turn: TurnBuilder, ticket: Ticket, event: Event, { texts: all }: Question, before: Block[]): void {
  const facts = { number: ticket.number };
  const buttons = actions(
    { label: all.answers.buttons.resume, intent: { name: 'resume-assistant' } },
    { label: all.answers.buttons.noHuman, intent: { name: 'close-ticket', ticket: ticket.id } },
  );
  if (event.private) {
    turn.say([...before, text(`${fill(all.desk.opened, facts)}\n${all.desk.shared}`), ...buttons]);
    return;
  }
  turn.say([...before, text(`${fill(all.desk.openedDirect, facts)}\n${all.desk.shared}`)]);
  turn.post({ direct: event.author.id }, [text(fill(all.desk.direct, facts)), ...buttons], {
    report: true,
    ticket: ticket.id,
  });
}

function already(ticket: Ticket, event: Event, { texts: all }: Question): Block[] {
  const here = ticket.conversation === event.conversation || event.private;
  return [text(fill(here ? all.desk.already : all.desk.alreadyElsewhere, { number: ticket.number }))];
}

function titleOf(ticket: Ticket, situation: Situation, question: Question): string {
  const title = texts(situation.settings.defaultLanguage).desk.title;
  return fill(title, { number: ticket.number, name: ticket.askerName, summary: summaryOf(situation, question) }).slice(
    0,
    90,
  );
}

/** The person's own first words that are not just the wish for a human. */
function summaryOf({ conversation }: Situation, { raw }: Question): string {
  const asked = conversation.transcript.filter((line) => line.from === 'asker');
  return (asked.at(-1)?.text ?? raw).replaceAll(/\s+/g, ' ').slice(0, 80);
}

function deskPost(
  ticket: Ticket,
  { conversation }: Situation,
  { slots, raw }: Question,
  agent: ReturnType<typeof texts>,
): Block[] {
  const platform = ticket.conversation.split(':')[0] ?? '';
  const head = fill(agent.desk.newTicket, {
    number: ticket.number,
    name: literal(ticket.askerName),
    platform,
    language: texts(ticket.language).common.name,
  });
  const known = Object.entries(slots).map(([name, value]) => `${name}: \`${literal(String(value))}\``);
  const lines: TranscriptLine[] = [
    ...conversation.transcript,
    ...(raw === '' ? [] : [{ from: 'asker' as const, at: 0, text: raw }]),
  ];
  return [
    text(head),
    ...(known.length > 0 ? [text(fill(agent.desk.known, { facts: known.join(', ') }))] : []),
    ...(lines.length > 0
      ? [
          text(
            [agent.desk.transcript, ...lines.map((line) => transcriptLine(line, ticket.askerName, agent))].join('\n'),
          ),
        ]
      : []),
    text(agent.desk.howTo),
    ...deskActions(ticket.id, agent),
  ];
}

function transcriptLine({ from, text: said }: TranscriptLine, name: string, agent: ReturnType<typeof texts>): string {
  const quoted = said.length > 400 ? `${said.slice(0, 400)}…` : said;
  return from === 'asker'
    ? fill(agent.desk.lineAsker, { name: literal(name), text: literal(quoted) })
    : fill(agent.desk.lineAssistant, { text: quoted });
}
