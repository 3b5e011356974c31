import { deskTurn } from './desk/acts.ts';
import { agentTurn } from './desk/agent-turn.ts';
import { changeTurn, concernsTicket } from './desk/changes.ts';
import { deskCommandTurn } from './desk/command-turn.ts';
import { deliveryTurn } from './desk/delivery-turn.ts';
import { agentWrites } from './desk/drafts.ts';
import { fileTurn } from './desk/files.ts';
import { formTurn, isDeskForm } from './desk/form-turn.ts';
import { belongsToTicket, isAtDesk } from './desk/places.ts';
import { ticketTimerTurn } from './desk/timer-turn.ts';
import { workOn } from './desk/work.ts';
import { text } from './intents/answer.ts';
import { texts } from './locales/index.ts';
import type {
  CommandEvent,
  AgentIntent,
  DeletedEvent,
  DeskIntent,
  EditedEvent,
  Event,
  Intent,
  MessageEvent,
  Situation,
  SubmissionEvent,
  Turn,
} from './model.ts';
import type { Knowledge } from './ports.ts';
import { chosenOffer, labelledOffer } from './turns/chosen-offer.ts';
import { commandTurn } from './turns/command-turn.ts';
import { carriesFile, fileDeliveryTurn } from './turns/config-file-turn.ts';
import { controlTurn } from './turns/control-turn.ts';
import { isQuestion } from './turns/intents-of-buttons.ts';
import { deletedTurn } from './turns/deleted-turn.ts';
import { forgetMessage } from './turns/forget-message.ts';
import { editedTurn } from './turns/edited-turn.ts';
import { jobFinishedTurn } from './turns/job-finished-turn.ts';
import { jobProgressTurn } from './turns/job-progress-turn.ts';
import { ignored } from './turns/ignored.ts';
import { answerLanguage } from './turns/language.ts';
import { answerIntent, answerWords } from './turns/question-turn.ts';
import { isStale, withApology } from './turns/late.ts';
import { joinedTurn, openedTurn } from './turns/surface-turn.ts';
import { emptyCallTurn, isEmptyCall, pictureTurn, relayTurn } from './turns/message-turns.ts';
import { TurnBuilder } from './turns/turn-builder.ts';

/**
 * The shared intent handler: what one event changes. Pure and synchronous; the same event in the
 * same situation gives the same Turn.
 */
export function respond(event: Event, situation: Situation, knowledge: Knowledge, now: number): Turn {
  if (event.author.bot) return ignored(event, 'bot');
  const turn = neverSilent(turnFor(event, situation, knowledge, now), event, situation, now);
  return event.type === 'deleted' ? forgetMessage(turn, event, situation) : turn;
}

/** Whoever uses a command or sends a form in is told something, for their platform may show that we think about it. */
function neverSilent(turn: Turn, event: Event, situation: Situation, now: number): Turn {
  if (turn.outcome.kind !== 'ignored' || !isAskedFor(event)) return turn;
  const builder = new TurnBuilder(event, situation, answerLanguage(event, situation, ''), now);
  const { agents, surfaces } = texts(builder.language);
  const misplaced = event.type === 'message' && event.meant !== undefined;
  builder.say([text(misplaced ? agents.sendElsewhere : surfaces.notHere)]);
  return builder.build(turn.outcome);
}

function isAskedFor(event: Event): boolean {
  if (event.type === 'message') return event.addressed === 'command';
  return ['command', 'desk-command', 'submission'].includes(event.type);
}

function turnFor(event: Event, situation: Situation, knowledge: Knowledge, now: number): Turn {
  if (situation.person.blocked && isOwnDeed(event)) return ignored(event, 'blocked');
  switch (event.type) {
    case 'message':
      return onMessage(event, situation, knowledge, now);
    case 'command':
      return onCommand(event, situation, knowledge, now);
    case 'submission':
      return isDeskForm(event)
        ? formTurn(workOn(event, situation, knowledge, now), event)
        : answerWords(wordsOf(event, knowledge), event, situation, knowledge, now);
    case 'action':
      return pressed(event.intent, event, situation, knowledge, now);
    case 'job-finished':
      return event.outcome.task.kind === 'fetch-file'
        ? fileTurn(workOn(event, situation, knowledge, now), event)
        : jobFinishedTurn(event, situation, knowledge, now);
    case 'delivery':
      return carriesFile(event)
        ? fileDeliveryTurn(event, situation, now)
        : deliveryTurn(workOn(event, situation, knowledge, now), event);
    case 'edited':
    case 'deleted':
      return onChange(event, situation, knowledge, now);
    case 'job-progress':
      return jobProgressTurn(event, situation, now);
    case 'joined':
      return joinedTurn(event, situation, now);
    case 'opened':
      return openedTurn(event, situation, knowledge, now);
    case 'desk-command':
      return deskCommandTurn(workOn(event, situation, knowledge, now), event);
    case 'timer-due':
      return ticketTimerTurn(workOn(event, situation, knowledge, now), event);
  }
}

/** What comes back by itself goes on for those who are shut out, too. */
function isOwnDeed({ type }: Event): boolean {
  return !['job-finished', 'job-progress', 'delivery', 'timer-due'].includes(type);
}

/** What was passed on changes with its original; what the assistant had answered, it answers again if it may speak. */
function onChange(
  event: Event & (EditedEvent | DeletedEvent),
  situation: Situation,
  knowledge: Knowledge,
  now: number,
): Turn {
  if (situation.superseded) return ignored(event, 'nothing-to-do');
  const work = workOn(event, situation, knowledge, now);
  const ticket = situation.deskTicket ?? situation.ticket;
  if (ticket && concernsTicket(event, work)) return changeTurn(work, ticket, event);
  if (event.type === 'deleted') return deletedTurn(event, situation, now);
  return isRelayed(event, situation)
    ? relayTurn({ text: event.text, files: [] }, event, situation, knowledge, now)
    : editedTurn(event, situation, knowledge, now);
}

function isRelayed(event: Event, situation: Situation): boolean {
  const { ticket, answered } = situation;
  return belongsToTicket(event, situation) && !(ticket?.assistantResumed && answered);
}

/** A chosen provider is said by its name, as if it had been typed. */
function wordsOf({ fields }: SubmissionEvent, knowledge: Knowledge): string {
  const { provider = '', ...typed } = fields;
  return [...Object.values(typed), knowledge.provider(provider)?.names['en'] ?? ''].join('\n').trim();
}

function onMessage(event: Event & MessageEvent, situation: Situation, knowledge: Knowledge, now: number): Turn {
  const { deskTicket, conversation } = situation;
  if (deskTicket && isAtDesk(event, deskTicket, situation.settings) && !event.toOthers)
    return agentWrites(workOn(event, situation, knowledge, now), deskTicket, event);
  if (event.meant !== undefined) return ignored(event, 'nothing-to-do');
  if (event.addressed === 'thread' && conversation.version === 0) return ignored(event, 'not-addressed');
  if (isEmptyCall(event)) return emptyCallTurn(event, situation, now);
  if (belongsToTicket(event, situation)) {
    const own = labelledOffer(event.text, conversation, knowledge);
    if (own && isOfRequest(own)) return pressed(own, event, situation, knowledge, now, event.text);
    const relayed = relayTurn(event, event, situation, knowledge, now);
    return situation.ticket?.assistantResumed ? alsoAnswered(relayed, event, situation, knowledge, now) : relayed;
  }
  if (event.toOthers && !event.private) return ignored(event, 'not-addressed');
  return answered(event, situation, knowledge, now);
}

/** What an asker decides about their own request is not said to the desk. */
function isOfRequest(intent: Intent): boolean {
  return 'ticket' in intent || intent.name === 'resume-assistant';
}

/** Who asked the assistant again is answered by it, and the person still reads along. */
function alsoAnswered(
  relayed: Turn,
  event: Event & MessageEvent,
  situation: Situation,
  knowledge: Knowledge,
  now: number,
): Turn {
  const { ticket } = relayed;
  const { operations, ticketEvents, timers, jobs, ...answer } = answered(event, situation, knowledge, now);
  return {
    ...relayed,
    ...answer,
    ...(ticket && { ticket }),
    operations: [...relayed.operations, ...operations],
    ticketEvents: [...relayed.ticketEvents, ...ticketEvents],
    timers: [...relayed.timers, ...timers],
    jobs: [...relayed.jobs, ...jobs],
  };
}

function answered(event: Event & MessageEvent, situation: Situation, knowledge: Knowledge, now: number): Turn {
  if (event.late && isStale(event, event.late, now)) return ignored(event, 'stale');
  if (event.text.trim() === '' && event.files.length > 0) return pictureTurn(event, situation, now);
  const turn =
    writtenOffer(event.text, event, situation, knowledge, now) ??
    answerWords(event.text, event, situation, knowledge, now);
  return event.late ? withApology(turn, event, now) : turn;
}

/** What a button says was written, or its place. */
function writtenOffer(
  said: string,
  event: Event,
  situation: Situation,
  knowledge: Knowledge,
  now: number,
): Turn | undefined {
  const chosen = chosenOffer(said, situation.conversation, knowledge, answerLanguage(event, situation, ''));
  return chosen && !isOfRequest(chosen) ? pressed(chosen, event, situation, knowledge, now, said) : undefined;
}

/** `/mail` questions are answered also while a ticket is open. */
function onCommand(event: Event & CommandEvent, situation: Situation, knowledge: Knowledge, now: number): Turn {
  const written = event.command === 'ask' ? writtenOffer(event.text, event, situation, knowledge, now) : undefined;
  return written ?? commandTurn(event, situation, knowledge, now);
}

/** A button was pressed, or what it says was written: `said`. */
function pressed(
  intent: Intent,
  event: Event,
  situation: Situation,
  knowledge: Knowledge,
  now: number,
  said?: string,
): Turn {
  if (isQuestion(intent)) return answerIntent(intent, event, situation, knowledge, now, said);
  if (isDeskIntent(intent)) {
    const ticket = situation.deskTicket ?? situation.ticket;
    if (!ticket) return ignored(event, 'nothing-to-do');
    return deskTurn(workOn(event, situation, knowledge, now), ticket, intent);
  }
  if (isAgentIntent(intent)) return agentTurn(workOn(event, situation, knowledge, now), intent);
  return controlTurn(intent, event, situation, knowledge, now, said);
}

function isDeskIntent(intent: Intent): intent is DeskIntent {
  return 'ticket' in intent;
}

function isAgentIntent(intent: Intent): intent is AgentIntent {
  return ['list-tickets', 'hand-over-all', 'set-presence', 'agent-form'].includes(intent.name);
}
