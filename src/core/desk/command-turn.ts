import { text } from '../intents/answer.ts';
import type { AgentIntent, DeskCommandEvent, DeskIntent, Event, SnoozeSpan, Ticket, Turn } from '../model.ts';
import { deskTurn } from './acts.ts';
import { agentTurn } from './agent-turn.ts';
import { cannedNamed } from './canned.ts';
import { mayAct } from './places.ts';
import { serviceOf } from './queues.ts';
import { SNOOZE_SPANS } from './snooze.ts';
import type { Work } from './work.ts';

/** `/desk …`: the same deeds as the buttons, from anywhere. */
export function deskCommandTurn(work: Work, event: Event & DeskCommandEvent): Turn {
  const wide = wideIntent(event);
  if (wide) return agentTurn(work, wide);
  const { turn, all, situation } = work;
  const ticket = situation.deskTicket;
  if (event.command !== 'help' && !ticket) turn.say([text(all.agents.noSuchTicket)]);
  else if (event.command === 'help' || !ticket) turn.say([text(all.agents.help)]);
  else return ticketCommand(work, ticket, event);
  return turn.build({ kind: 'done' });
}

function wideIntent({ command }: DeskCommandEvent): AgentIntent | undefined {
  switch (command) {
    case 'mine':
    case 'queue':
      return { name: 'list-tickets', which: command };
    case 'away':
    case 'back':
      return { name: 'set-presence', away: command === 'away' };
    default:
      return undefined;
  }
}

function ticketCommand(work: Work, ticket: Ticket, event: Event & DeskCommandEvent): Turn {
  const { turn, all, situation } = work;
  const intent = intentOf(ticket, event, situation);
  if (intent) return deskTurn(work, ticket, intent);
  turn.say([text(mayAct(event, ticket, situation) ? all.agents.help : all.agents.refusedAct)]);
  return turn.build({ kind: 'done' });
}

/** Undefined where a word is missing or means nothing. */
function intentOf(
  { id: ticket }: Ticket,
  { command, text: words }: DeskCommandEvent,
  situation: Work['situation'],
): DeskIntent | undefined {
  switch (command) {
    case 'claim':
    case 'release':
    case 'wake':
    case 'resolve':
    case 'close':
    case 'reopen':
      return { name: `${command}-ticket`, ticket };
    case 'send':
      return { name: 'send-text', ticket, text: words };
    case 'note':
      return words === '' ? undefined : { name: 'note-text', ticket, text: words };
    case 'snooze': {
      const span = spanNamed(words);
      return span && { name: 'snooze-ticket', ticket, span };
    }
    case 'hand':
      return handing(ticket, words, situation);
    case 'canned': {
      const canned = cannedNamed(situation.settings, words);
      return canned && { name: 'send-canned', ticket, canned: canned.id };
    }
    case 'direct':
      return { name: 'direct-relay', ticket, on: !/^(off|no|0|关|關)/i.test(words) };
    case 'block':
    case 'unblock':
      return { name: 'block-asker', ticket, on: command === 'block' };
    default:
      return undefined;
  }
}

/** The next morning where nothing is said. */
function spanNamed(words: string): SnoozeSpan | undefined {
  const wanted = words.trim().toLowerCase();
  return wanted === '' ? 'morning' : SNOOZE_SPANS.find((span) => span.startsWith(wanted));
}

/** A queue by its id or name, or an agent by name; the rest is a note. */
function handing(ticket: string, words: string, { settings, agents = [] }: Work['situation']): DeskIntent | undefined {
  const [first = '', ...rest] = words.split(/\s+/);
  const wanted = first.replace(/^@/, '').toLowerCase();
  if (wanted === '') return undefined;
  const note = rest.join(' ');
  const queue = serviceOf(settings).queues.find(
    ({ id, names }) =>
      id.toLowerCase() === wanted || Object.values(names).some((name) => name.toLowerCase() === wanted),
  );
  if (queue) return { name: 'hand-ticket', ticket, queue: queue.id, note };
  const agent = agents.find(({ name }) => name.toLowerCase() === wanted || name.toLowerCase().startsWith(`${wanted} `));
  return agent && { name: 'hand-ticket', ticket, agent: { id: agent.id, name: agent.name }, note };
}
