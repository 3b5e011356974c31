import { actions, text } from '../intents/answer.ts';
import { fill, texts } from '../locales/index.ts';
import type { Block, DeskIntent, Ticket, Turn } from '../model.ts';
import { timeToken } from '../time-token.ts';
import { sendCanned } from './canned.ts';
import { literal } from './desk-blocks.ts';
import { note, settleDraft, unsentPrompt } from './drafts.ts';
import { endTicket, rateTicket, reopenTicket } from './ending.ts';
import { handTicket } from './hand.ts';
import { act } from './keep.ts';
import { type Act, isEnded } from './machine.ts';
import { deskOf, mayAct } from './places.ts';
import { queueOf, serviceOf } from './queues.ts';
import { notDone, refuseAct } from './refusals.ts';
import { snoozeUntil } from './snooze.ts';
import { sendSettings, sendTopic } from './suggestions.ts';
import { sendToAsker } from './to-asker.ts';
import type { Work } from './work.ts';

/** What the asker may press of the desk's buttons. */
const ASKERS: ReadonlySet<DeskIntent['name']> = new Set([
  'close-ticket',
  'reopen-ticket',
  'rate-ticket',
  'ticket-form',
  'retry-delivery',
]);

/** A button, a command or a form that is about one ticket. */
export function deskTurn(work: Work, ticket: Ticket, intent: DeskIntent): Turn {
  const { turn, event, situation } = work;
  const byAsker = event.author.id === ticket.asker;
  const allowed = byAsker && ASKERS.has(intent.name) ? true : mayAct(event, ticket, situation);
  if (!allowed) return refuseAct(work, ticket, intent.name);
  if (!byAsker) turn.presence(false);
  perform(work, ticket, intent);
  if ((event.type === 'desk-command' || event.type === 'submission') && !turn.answered)
    turn.say([text(fill(work.all.agents.done, { number: ticket.number }))]);
  return turn.build({ kind: 'done' });
}

const ALSO_WHEN_ENDED: ReadonlySet<DeskIntent['name']> = new Set([
  'reopen-ticket',
  'rate-ticket',
  'close-ticket',
  'keep-note',
  'note-text',
  'block-asker',
  'retry-delivery',
]);

function perform(work: Work, ticket: Ticket, intent: DeskIntent): void {
  const { turn, all } = work;
  if (isEnded(ticket) && !ALSO_WHEN_ENDED.has(intent.name)) {
    turn.say([text(all.desk.isClosed)]);
    return;
  }
  switch (intent.name) {
    case 'claim-ticket':
      return claim(work, ticket);
    case 'release-ticket':
      return release(work, ticket);
    case 'hand-ticket':
      return handTicket(work, ticket, intent);
    case 'snooze-ticket':
      return snooze(work, ticket, intent);
    case 'wake-ticket':
      return publicly(work, ticket, { act: 'wake' }, 'woken', all.agents.wokenBy);
    case 'resolve-ticket':
      return endTicket(work, ticket, 'resolve');
    case 'close-ticket':
      return endTicket(work, ticket, 'close');
    case 'reopen-ticket':
      return reopenTicket(work, ticket);
    case 'send-draft':
    case 'keep-note':
      return settleDraft(work, ticket, intent);
    default:
      return write(work, ticket, intent);
  }
}

type Written = Exclude<
  DeskIntent,
  {
    name:
      | 'claim-ticket'
      | 'release-ticket'
      | 'hand-ticket'
      | 'snooze-ticket'
      | 'wake-ticket'
      | 'resolve-ticket'
      | 'close-ticket'
      | 'reopen-ticket'
      | 'send-draft'
      | 'keep-note';
  }
>;

/** What sends something, keeps something, or changes how that is done. */
function write(work: Work, ticket: Ticket, intent: Written): void {
  switch (intent.name) {
    case 'send-text':
      return sendText(work, ticket, intent.text);
    case 'note-text':
      return note(work, ticket, intent.text);
    case 'send-canned':
      return sendCanned(work, ticket, intent.canned);
    case 'send-topic':
      return sendTopic(work, ticket, intent.topic);
    case 'send-settings':
      return sendSettings(work, ticket, intent.provider);
    case 'direct-relay':
      return direct(work, ticket, intent.on);
    case 'retry-delivery':
      return retry(work, ticket, intent.operation);
    case 'block-asker':
      return block(work, ticket, intent.on);
    case 'rate-ticket':
      return rateTicket(work, ticket, intent.helped);
    case 'ticket-form':
      // Answered by the acknowledgement where the platform has forms; elsewhere words say how to do it.
      work.turn.say([text(work.all.agents.help)]);
  }
}

function claim(work: Work, ticket: Ticket): void {
  const { author } = work.event;
  publicly(work, ticket, { act: 'claim', by: author }, 'claimed', work.all.agents.claimedBy, claimedActions);
}

/** The desk's thread says what was done and by whom; whoever could not do it is told alone. */
function publicly(
  work: Work,
  ticket: Ticket,
  deed: Act,
  kind: Parameters<typeof act>[3],
  line: string,
  buttons: (work: Work, ticket: Ticket) => Block[] = () => [],
): void {
  const { turn, event } = work;
  const changed = act(work, ticket, deed, kind);
  if (typeof changed === 'string') {
    turn.say([notDone(work, ticket, changed)]);
    return;
  }
  const words = fill(line, { agent: literal(event.author.name) });
  turn.post(deskOf(ticket) ?? { place: event.place }, [text(words), ...buttons(work, changed)], { ticket: ticket.id });
}

/** What the one who has a ticket does with it. */
function claimedActions({ all: { agents, desk } }: Work, { id: ticket, direct: on }: Ticket): Block[] {
  return actions(
    { label: agents.send, intent: { name: 'ticket-form', ticket, form: 'send' }, style: 'primary' },
    { label: agents.note, intent: { name: 'ticket-form', ticket, form: 'note' } },
    { label: agents.resolve, intent: { name: 'resolve-ticket', ticket } },
    { label: agents.snooze, intent: { name: 'ticket-form', ticket, form: 'snooze' } },
    { label: agents.hand, intent: { name: 'ticket-form', ticket, form: 'hand-over' } },
    { label: agents.release, intent: { name: 'release-ticket', ticket } },
    { label: on ? agents.directStop : agents.directStart, intent: { name: 'direct-relay', ticket, on: !on } },
    { label: desk.close, intent: { name: 'close-ticket', ticket }, style: 'danger' },
  );
}

function release(work: Work, ticket: Ticket): void {
  const claimButton = (): Block[] =>
    actions({ label: work.all.desk.claim, intent: { name: 'claim-ticket', ticket: ticket.id }, style: 'primary' });
  publicly(work, ticket, { act: 'release' }, 'released', work.all.agents.releasedBy, claimButton);
}

function snooze(work: Work, ticket: Ticket, { span }: Extract<DeskIntent, { name: 'snooze-ticket' }>): void {
  const { turn, event, situation, all, now } = work;
  const unsent = unsentPrompt(work, ticket);
  if (unsent) {
    turn.say(unsent);
    return;
  }
  const until = snoozeUntil(span, queueOf(situation.settings, ticket), now);
  const line = fill(all.agents.snoozedUntil, { time: timeToken(until), agent: literal(event.author.name) });
  publicly(work, ticket, { act: 'snooze', by: event.author, until }, 'snoozed', line, () =>
    actions({ label: all.agents.wake, intent: { name: 'wake-ticket', ticket: ticket.id } }),
  );
}

function sendText(work: Work, ticket: Ticket, words: string): void {
  const { turn, all } = work;
  if (words.trim() === '') {
    turn.say([text(all.agents.noText)]);
    return;
  }
  sendToAsker(work, ticket, { text: words });
  turn.say([text(fill(all.desk.sending, { name: literal(ticket.askerName) }))]);
}

function direct(work: Work, ticket: Ticket, on: boolean): void {
  const { turn, all, situation, event } = work;
  turn.ticketEvent(ticket.id, on ? 'direct-on' : 'direct-off');
  turn.ticket({ ...ticket, direct: on });
  const facts = { name: literal(ticket.askerName), prefix: serviceOf(situation.settings).notePrefix };
  const line = fill(on ? all.agents.directOn : all.agents.directOff, facts);
  turn.post(deskOf(ticket) ?? { place: event.place }, [text(line)], { ticket: ticket.id });
}

function retry({ turn, event }: Work, ticket: Ticket, operation: string): void {
  turn.retry(operation);
  const language = event.author.id === ticket.asker ? ticket.language : undefined;
  const { agents } = texts(language ?? turn.language);
  turn.say([text(agents.retried)], language === undefined ? {} : { language });
}

/** Who abuses this is shut out; an open ticket is closed by hand. */
function block({ turn, all, event }: Work, ticket: Ticket, on: boolean): void {
  turn.block(ticket.asker, on);
  turn.ticketEvent(ticket.id, on ? 'asker-blocked' : 'asker-unblocked');
  const line = fill(on ? all.agents.blocked : all.agents.unblocked, { name: literal(ticket.askerName) });
  turn.post(deskOf(ticket) ?? { place: event.place }, [text(line)], { ticket: ticket.id });
}
