import { agentWrites, deskButton, isAtDesk } from './desk/agent-turns.ts';
import { deliveryTurn } from './desk/delivery-turn.ts';
import { belongsToTicket } from './desk/relay.ts';
import type {
  ActionEvent,
  CommandEvent,
  DeskIntent,
  Event,
  Intent,
  MessageEvent,
  Situation,
  SubmissionEvent,
  Turn,
} from './model.ts';
import type { Knowledge } from './ports.ts';
import { commandTurn } from './turns/command-turn.ts';
import { carriesFile, fileDeliveryTurn } from './turns/config-file-turn.ts';
import { controlTurn } from './turns/control-turn.ts';
import { isQuestion } from './turns/intents-of-buttons.ts';
import { deletedTurn } from './turns/deleted-turn.ts';
import { editedTurn } from './turns/edited-turn.ts';
import { jobFinishedTurn } from './turns/job-finished-turn.ts';
import { jobProgressTurn } from './turns/job-progress-turn.ts';
import { ignored } from './turns/ignored.ts';
import { answerIntent, answerWords } from './turns/question-turn.ts';
import { isStale, withApology } from './turns/late.ts';
import { joinedTurn, openedTurn } from './turns/surface-turn.ts';
import { emptyCallTurn, isEmptyCall, pictureTurn, relayTurn } from './turns/message-turns.ts';

/**
 * The shared intent handler: what one event changes. Pure and synchronous; the same event in the
 * same situation gives the same Turn.
 */
export function respond(event: Event, situation: Situation, knowledge: Knowledge, now: number): Turn {
  if (event.author.bot) return ignored(event, 'bot');
  if (situation.person.blocked) return ignored(event, 'blocked');
  switch (event.type) {
    case 'message':
      return onMessage(event, situation, knowledge, now);
    case 'command':
      return onCommand(event, situation, knowledge, now);
    case 'submission':
      return answerWords(wordsOf(event, knowledge), event, situation, knowledge, now);
    case 'action':
      return onAction(event, situation, knowledge, now);
    case 'job-finished':
      return jobFinishedTurn(event, situation, knowledge, now);
    case 'delivery':
      return carriesFile(event) ? fileDeliveryTurn(event, situation, now) : deliveryTurn(event, situation, now);
    case 'edited':
      return isRelayed(event, situation)
        ? relayTurn(event.text, [], event, situation, now)
        : editedTurn(event, situation, knowledge, now);
    case 'deleted':
      return deletedTurn(event, situation, now);
    case 'job-progress':
      return jobProgressTurn(event, situation, now);
    case 'joined':
      return joinedTurn(event, situation, now);
    case 'opened':
      return openedTurn(event, situation, knowledge, now);
    case 'desk-command':
    case 'timer-due':
      return ignored(event, 'nothing-to-do');
  }
}

/** What the assistant itself had answered, it answers again if it may speak. */
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
  if (deskTicket && isAtDesk(event, deskTicket, situation) && !event.toOthers)
    return agentWrites(event.text, deskTicket, event, situation, now);
  if (event.addressed === 'thread' && conversation.version === 0) return ignored(event, 'not-addressed');
  if (isEmptyCall(event)) return emptyCallTurn(event, situation, now);
  const files = event.files.map((file) => file.name);
  if (belongsToTicket(event, situation) && !situation.ticket?.assistantResumed)
    return relayTurn(event.text, files, event, situation, now);
  if (event.toOthers && !event.private) return ignored(event, 'not-addressed');
  if (event.late && isStale(event, event.late, now)) return ignored(event, 'stale');
  if (event.text.trim() === '' && files.length > 0) return pictureTurn(event, situation, now);
  const turn = answerWords(event.text, event, situation, knowledge, now);
  return event.late ? withApology(turn, event, now) : turn;
}

/** `/mail` questions are answered also while a ticket is open. */
function onCommand(event: Event & CommandEvent, situation: Situation, knowledge: Knowledge, now: number): Turn {
  return commandTurn(event, situation, knowledge, now);
}

function onAction(event: Event & ActionEvent, situation: Situation, knowledge: Knowledge, now: number): Turn {
  const { intent } = event;
  if (isQuestion(intent)) return answerIntent(intent, event, situation, knowledge, now);
  if (isDeskIntent(intent)) {
    const ticket = situation.deskTicket ?? situation.ticket;
    return ticket ? deskButton(intent, ticket, event, situation, now) : ignored(event, 'nothing-to-do');
  }
  return controlTurn(intent, event, situation, knowledge, now);
}

function isDeskIntent(intent: Intent): intent is DeskIntent {
  return 'ticket' in intent;
}
