import type { ConversationState, DeletedEvent, Event, Situation, Ticket, Turn } from '../model.ts';

/** Nothing shorter is cut where it is kept: the subject of a ticket. */
const CUT = 80;

/** Whatever else a deletion does: the words of the message are kept nowhere, and no human who takes over reads them. */
export function forgetMessage(turn: Turn, event: Event & DeletedEvent, situation: Situation): Turn {
  const { place, messageId } = event;
  const said = situation.said ?? [];
  const before = turn.conversation ?? situation.conversation;
  const conversation = withoutWords(before, said);
  const ticket = turn.ticket ?? situation.ticket;
  const silent = ticket && withoutLine(ticket, said);
  return {
    ...turn,
    ...(conversation !== before && { conversation }),
    ...(silent !== ticket && silent && { ticket: silent }),
    deleted: { place, messageId },
  };
}

function withoutWords(conversation: ConversationState, said: readonly string[]): ConversationState {
  const transcript = conversation.transcript.filter(({ from, text }) => from !== 'asker' || !isOf(text, said));
  const tried = conversation.tried?.filter((one) => one.kind !== 'error' || !isPartOf(one.text, said));
  const gone = transcript.length < conversation.transcript.length || tried?.length !== conversation.tried?.length;
  return gone ? { ...conversation, transcript, ...(tried && { tried }) } : conversation;
}

/** A ticket is called by what was said, and lists show what was said last. */
function withoutLine(ticket: Ticket, said: readonly string[]): Ticket {
  const lines = said.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  const { subject, lastLine, ...rest } = ticket;
  const keepsSubject = subject === undefined || !isOf(subject, lines);
  const keepsLine = lastLine?.from !== 'asker' || !isOf(lastLine.text, lines);
  if (keepsSubject && keepsLine) return ticket;
  return {
    ...rest,
    ...(keepsSubject && subject !== undefined && { subject }),
    ...(keepsLine && lastLine && { lastLine }),
  };
}

function isOf(text: string, said: readonly string[]): boolean {
  const line = text.trim();
  return said.some((one) => {
    const whole = one.trim();
    return line !== '' && (whole === line || (line.length >= CUT - 1 && whole.startsWith(line)));
  });
}

function isPartOf(text: string, said: readonly string[]): boolean {
  return text !== '' && said.some((whole) => whole.includes(text));
}
