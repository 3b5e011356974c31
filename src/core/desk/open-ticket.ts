import type { Question } from '../intents/answer.ts';
import { actions, text } from '../intents/answer.ts';
import { supportText } from '../intents/provider-facts.ts';
import { fill, texts } from '../locales/index.ts';
import type { Block, Event, Queue, Situation, Ticket, TranscriptLine } from '../model.ts';
import { timeToken } from '../time-token.ts';
import type { TurnBuilder } from '../turns/turn-builder.ts';
import { type Brief, openingPost, restOfTranscript } from './briefing.ts';
import { keep } from './keep.ts';
import { queueFor, queueName, serviceOf } from './queues.ts';
import { afterBusinessTime, isOpen, nextOpen } from './schedule.ts';
import type { Work } from './work.ts';

/** Hands a person over: one open ticket each; they are told what happens next, the desk gets all that is known. */
export function openTicket(
  turn: TurnBuilder,
  event: Event,
  situation: Situation,
  question: Question,
  before: Block[],
): void {
  const refusal = refusalFor(event, situation, question);
  if (refusal) {
    turn.say([...before, ...refusal]);
    return;
  }
  const { language, now, knowledge } = question;
  const { provider } = question.slots;
  const intent = question.conversation.lastIntent;
  const queue = queueFor(situation.settings, {
    language,
    ...(intent !== undefined && { intent }),
    ...(provider !== undefined && { provider }),
  });
  const ticket = newTicket(turn, event, situation, question, queue);
  turn.ticketEvent(ticket.id, 'opened', { text: ticket.subject ?? '' });
  if (!queue) {
    turn.ticket(ticket);
    turn.say([...before, text(fill(question.texts.desk.noDesk, { number: ticket.number })), ...providersOwn(question)]);
    return;
  }
  const desk = situation.settings.defaultLanguage;
  const work: Work = { turn, event, situation, knowledge, now, all: texts(desk), language: desk };
  const several = serviceOf(situation.settings).queues.length > 1;
  const brief: Brief = { ...briefOf(situation, question), ticket, queue: several ? queueName(queue, desk) : '' };
  const opened = { ...ticket, deskOperation: postAtDesk(work, brief, queue) };
  keep(work, opened, opened);
  confirm(turn, opened, event, question, before, queue);
}

/** They have one already, or opened too many today. */
function refusalFor(event: Event, situation: Situation, { texts: all }: Question): Block[] | undefined {
  const { ticket, settings, openedToday = 0 } = situation;
  if (ticket) {
    const here = ticket.conversation === event.conversation || event.private;
    return [text(fill(here ? all.desk.already : all.desk.alreadyElsewhere, { number: ticket.number }))];
  }
  const { ticketsPerDay } = serviceOf(settings);
  return openedToday >= ticketsPerDay ? [text(fill(all.service.tooMany, { count: openedToday }))] : undefined;
}

function newTicket(
  turn: TurnBuilder,
  event: Event,
  situation: Situation,
  question: Question,
  queue: Queue | undefined,
): Ticket {
  return {
    id: turn.id(),
    number: situation.nextTicketNumber,
    version: 0,
    queue: queue?.id ?? 'default',
    state: 'open',
    asker: event.author.id,
    askerName: event.author.name,
    conversation: event.conversation,
    place: event.place,
    private: event.private,
    language: question.language,
    subject: subjectOf(situation, question),
    assistantResumed: false,
    openedAt: question.now,
    ...(queue && { waitingSince: question.now }),
  };
}

/** Opens the desk's thread with all that is known. Gives the key of its opening post. */
export function postAtDesk({ turn, knowledge, language, all }: Work, brief: Brief, queue: Queue): string {
  const { ticket } = brief;
  const facts = { number: ticket.number, name: ticket.askerName, summary: ticket.subject ?? '' };
  const title = fill(all.desk.title, facts).slice(0, 90);
  const key = turn.openPlace(queue.desk, title, openingPost(brief, knowledge, language), ticket.id, { language });
  for (const blocks of restOfTranscript(brief, language))
    turn.post({ opened: key }, blocks, { ticket: ticket.id, language });
  return key;
}

function briefOf({ conversation, earlier = [] }: Situation, { slots, raw }: Question): Omit<Brief, 'ticket' | 'queue'> {
  const lines: TranscriptLine[] = [
    ...conversation.transcript,
    ...(raw === '' ? [] : [{ from: 'asker' as const, at: 0, text: raw }]),
  ];
  return { slots, intent: conversation.lastIntent, tried: conversation.tried ?? [], earlier, lines };
}

/** The person's own last words that are not just the wish for a human. */
function subjectOf({ conversation }: Situation, { raw, fresh }: Question): string {
  const asked = conversation.transcript.filter((line) => line.from === 'asker');
  const telling = Object.keys(fresh).length > 0 && raw !== '';
  return (telling ? raw : (asked.at(-1)?.text ?? raw)).replaceAll(/\s+/g, ' ').slice(0, 80);
}

/** Whoever wants a person may mean the provider's own support: its page, number and hours, where we know them. */
function providersOwn(question: Question): Block[] {
  const { slots, knowledge } = question;
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  const line = provider && supportText(provider, question);
  return line === undefined ? [] : [text(line)];
}

/** In public only a pointer stands; what matters goes by direct message, opened while the person is present. */
function confirm(
  turn: TurnBuilder,
  ticket: Ticket,
  event: Event,
  question: Question,
  before: Block[],
  queue: Queue,
): void {
  const { texts: all, now } = question;
  const facts = { number: ticket.number };
  const when = expectation(queue, all.service, now, event.private);
  const buttons = actions(
    { label: all.answers.buttons.resume, intent: { name: 'resume-assistant' } },
    { label: all.answers.buttons.noHuman, intent: { name: 'close-ticket', ticket: ticket.id } },
  );
  if (event.private) {
    const opened = text([fill(all.desk.opened, facts), ...when, all.desk.shared].join('\n'));
    turn.say([...before, opened, ...providersOwn(question), ...buttons]);
    return;
  }
  const openedDirect = text([fill(all.desk.openedDirect, facts), ...when, all.desk.shared].join('\n'));
  turn.say([...before, openedDirect, ...providersOwn(question)]);
  turn.post({ direct: event.author.id }, [text([fill(all.desk.direct, facts), ...when].join('\n')), ...buttons], {
    report: true,
    ticket: ticket.id,
  });
}

/** When an answer may be expected, in the reader's own zone: a promise only where the desk has a target or hours. */
function expectation(queue: Queue, service: Question['texts']['service'], now: number, here: boolean): string[] {
  const { hours, firstReply } = queue;
  const by = firstReply === undefined ? undefined : afterBusinessTime(hours, now, firstReply);
  if (isOpen(hours, now)) return by === undefined ? [] : [fill(service.expectedBy, { time: timeToken(by) })];
  const time = by ?? nextOpen(hours, now);
  if (time === undefined) return [];
  return [fill(here ? service.outOfHours : service.outOfHoursDirect, { time: timeToken(time) })];
}
