import { text } from '../intents/answer.ts';
import { fill, type Texts, texts } from '../locales/index.ts';
import type { DeskIntent, Event, Situation, Ticket, Turn } from '../model.ts';
import { TurnBuilder } from '../turns/turn-builder.ts';
import { literal } from './desk-blocks.ts';
import { closeTicket, deskOf, draftPrompt, sendToAsker } from './relay.ts';

/** Plain text of an agent reaches nobody by itself: it becomes a draft, and the agent is asked at once. */
export function agentWrites(words: string, ticket: Ticket, event: Event, situation: Situation, now: number): Turn {
  const turn = builder(event, situation, now);
  if (ticket.state === 'closed') {
    turn.say([text(deskTexts(situation).isClosed)]);
    return turn.build({ kind: 'done' });
  }
  const draft = turn.ticketEvent(ticket.id, 'agent-draft', { text: words });
  turn.say(draftPrompt(ticket, draft, situation));
  return turn.build({ kind: 'done' });
}

/** A button of the desk, or the asker's own "I no longer need a person". */
export function deskButton(intent: DeskIntent, ticket: Ticket, event: Event, situation: Situation, now: number): Turn {
  const turn = builder(event, situation, now);
  const allowed =
    isAtDesk(event, ticket, situation) || (intent.name === 'close-ticket' && event.author.id === ticket.asker);
  if (!allowed) turn.say([text(deskTexts(situation).notAgent)]);
  else if (ticket.state === 'closed') turn.say([text(deskTexts(situation).isClosed)]);
  else perform(intent, ticket, turn, event, situation, now);
  return turn.build({ kind: 'done' });
}

/** Rights come from the place: who can press a button in the desk belongs to it. */
export function isAtDesk(event: Event, ticket: Ticket, { settings }: Situation): boolean {
  const { desk } = ticket;
  if (event.place === settings.desk) return true;
  return desk !== undefined && (event.place === desk || desk.startsWith(`${event.place}/`));
}

function perform(
  intent: DeskIntent,
  ticket: Ticket,
  turn: TurnBuilder,
  event: Event,
  situation: Situation,
  now: number,
): void {
  const desk = deskTexts(situation);
  switch (intent.name) {
    case 'claim-ticket':
      turn.ticket({
        ...ticket,
        state: ticket.state === 'open' ? 'claimed' : ticket.state,
        agent: { id: event.author.id, name: event.author.name },
      });
      turn.ticketEvent(ticket.id, 'claimed');
      turn.post(
        deskOf(ticket) ?? { place: event.place },
        [text(fill(desk.claimed, { agent: literal(event.author.name) }))],
        { ticket: ticket.id },
      );
      return;
    case 'close-ticket':
      return closeTicket(turn, ticket, event, situation, now);
    case 'send-text':
      return sendToAsker(turn, ticket, intent.text, event, situation);
    case 'send-draft':
    case 'keep-note':
      return settleDraft(intent, ticket, turn, event, situation);
    default:
  }
}

/** A draft is settled once: sent, or kept as a note. */
function settleDraft(
  intent: Extract<DeskIntent, { draft: string }>,
  ticket: Ticket,
  turn: TurnBuilder,
  event: Event,
  situation: Situation,
): void {
  const desk = deskTexts(situation);
  const draft = situation.ticketEvents.find((entry) => entry.id === intent.draft && entry.kind === 'agent-draft');
  const settled = situation.ticketEvents.some((entry) => entry.draft === intent.draft);
  if (!draft || settled) {
    turn.say([text(desk.alreadySettled)]);
    return;
  }
  const name = literal(ticket.askerName);
  if (intent.name === 'send-draft') {
    sendToAsker(turn, ticket, draft.text ?? '', event, situation, draft.id);
    turn.say([text(fill(desk.sending, { name }))]);
    return;
  }
  turn.ticketEvent(ticket.id, 'note', { text: draft.text ?? '', draft: draft.id });
  turn.say([text(fill(desk.noteKept, { name }))]);
}

function deskTexts({ settings }: Situation): Texts['desk'] {
  return texts(settings.defaultLanguage).desk;
}

function builder(event: Event, situation: Situation, now: number): TurnBuilder {
  return new TurnBuilder(event, situation, situation.settings.defaultLanguage, now);
}
