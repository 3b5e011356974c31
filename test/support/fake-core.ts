import type { Core } from '../../src/bot/core-functions.ts';
import type { Event, JobRequest, Knowledge, Operation, Situation, Ticket, Turn } from '../../src/core/index.ts';

/** What the fake core knows: nothing; reading anything from it is a mistake. */
export const NO_KNOWLEDGE = new Proxy({} as Knowledge, {
  get(_, name) {
    throw new Error(`the fake core has no knowledge, but "${String(name)}" was asked for`);
  },
});

/**
 * Echoes. Some words make it do more: `throw`, `check <host>`, `human`, `remind <ms>`, `report`.
 * `hunter2` is the only secret it knows.
 */
export function createFakeCore(over: Partial<Core> = {}): Core {
  return {
    redactEvent(incoming) {
      const found = JSON.stringify(incoming).includes('hunter2');
      const redacted = JSON.parse(JSON.stringify(incoming).replaceAll('hunter2', '[password]')) as typeof incoming;
      return { ...redacted, redactions: found ? ['password'] : [] };
    },
    respond: (event, situation, _knowledge, now) => respond(event, situation, now),
    answerNow: (event) => (event.type === 'command' ? { kind: 'defer', quiet: true } : { kind: 'ack' }),
    desksAsked: () => [],
    ...over,
  };
}

function respond(event: Event, situation: Situation, now: number): Turn {
  const text = textOf(event);
  if (text === 'throw') throw new TypeError('told to throw');
  const ticket = text === 'human' && !situation.ticket ? newTicket(event, situation, now) : undefined;
  return {
    event: event.id,
    outcome: { kind: 'answered', zone: 'answer' },
    operations: [say(event, `${text} #${situation.conversation.version + 1}`, text === 'report')],
    conversation: situation.conversation,
    person: { ...situation.person, name: event.author.name || situation.person.name },
    ...(ticket && { ticket }),
    ticketEvents: [],
    jobs: text.startsWith('check ') ? [check(event, text.slice(6))] : [],
    ...(situation.asked && { cancelled: situation.asked.map((job) => job.id) }),
    timers: text.startsWith('remind ')
      ? [{ ...placeOf(event), id: `remind-${event.id}`, dueAt: now + Number(text.slice(7)) }]
      : [],
    gaps: [],
    feedback: [],
  };
}

function textOf(event: Event): string {
  if (event.type === 'job-finished') return `job ${event.outcome.kind}`;
  if (event.type === 'job-progress') return `step ${event.step}`;
  if (event.type === 'delivery') return `delivery ${event.outcome}`;
  return 'text' in event ? event.text : event.type;
}

function say(event: Event, text: string, report: boolean): Operation {
  return {
    kind: 'post',
    key: `${event.id}/1`,
    to: { place: event.place },
    reply: { language: 'en', quiet: false, blocks: [{ kind: 'text', text }] },
    answers: event.id,
    report,
  };
}

function placeOf(event: Event) {
  return { conversation: event.conversation, place: event.place, person: event.author.id };
}

function check(event: Event, host: string): JobRequest {
  const id = `${event.id}/job`;
  const message = event.type === 'message' && event.messageId !== undefined ? { message: event.messageId } : {};
  const task = { kind: 'check-server' as const, host };
  return { ...placeOf(event), id, task, private: event.private, progress: id, ...message };
}

function newTicket(event: Event, situation: Situation, now: number): Ticket {
  return {
    id: `ticket-of-${event.id}`,
    number: situation.nextTicketNumber,
    version: 0,
    queue: 'default',
    state: 'open',
    asker: event.author.id,
    askerName: event.author.name,
    conversation: event.conversation,
    place: event.place,
    private: event.private,
    language: 'en',
    assistantResumed: false,
    openedAt: now,
  };
}
