import { texts } from '../locales/index.ts';
import type { DeskIntent, Event, Form, FormName, Intent, SubmissionEvent, Ticket, Turn } from '../model.ts';
import { answerLanguage } from '../turns/language.ts';
import { ignored } from '../turns/ignored.ts';
import { deskTurn } from './acts.ts';
import { agentTurn } from './agent-turn.ts';
import { deskForm, QUEUE_VALUE } from './forms.ts';
import { isAtDesk } from './places.ts';
import { SNOOZE_SPANS } from './snooze.ts';
import { relayToDesk } from './to-desk.ts';
import type { Work } from './work.ts';

const FORMS: ReadonlySet<string> = new Set<FormName>([
  'note',
  'send',
  'snooze',
  'hand-over',
  'hand-over-all',
  'reply',
  'canned',
]);

export function isDeskForm({ form }: SubmissionEvent): boolean {
  return FORMS.has(form);
}

/** The form that a button asks for, where it is one of the desk's. */
export function formFor(intent: Intent, event: Event, situation: Work['situation']): Form | undefined {
  if (intent.name !== 'ticket-form' && intent.name !== 'agent-form') return undefined;
  const ticket = intent.name === 'ticket-form' ? situation.deskTicket : undefined;
  const forAsker = intent.form === 'reply';
  const mayAsk = ticket ? forAsker || isAtDesk(event, ticket, situation.settings) : isKnown(event, situation);
  if (!mayAsk || (intent.name === 'ticket-form' && !ticket)) return undefined;
  const language = forAsker ? answerLanguage(event, situation, '') : situation.settings.defaultLanguage;
  const form = deskForm(intent.form, ticket, event, situation, texts(language), language);
  return form.fields.some((field) => field.kind === 'choice' && field.options.length === 0) ? undefined : form;
}

/** A list with colleagues' names is for those who were seen at a desk. */
function isKnown({ author }: Event, { agents = [] }: Work['situation']): boolean {
  return agents.some(({ id }) => id === author.id);
}

/** What is wrong with a filled-in form, by field. */
export function formFaults({ form, fields }: SubmissionEvent, language: string): Record<string, string> {
  const { missing } = texts(language).agents.forms;
  const needed: Record<string, string> = {
    note: 'text',
    send: 'text',
    reply: 'text',
    snooze: 'span',
    canned: 'canned',
    'hand-over': 'to',
    'hand-over-all': 'to',
  };
  const name = needed[form];
  return name !== undefined && (fields[name] ?? '').trim() === '' ? { [name]: missing } : {};
}

/** A filled-in form means what its button would, had it room for the words. */
export function formTurn(work: Work, event: Event & SubmissionEvent): Turn {
  const { situation } = work;
  const ticket = situation.deskTicket;
  if (event.form === 'hand-over-all') return agentTurn(work, { name: 'hand-over-all', ...handingAll(work, event) });
  if (!ticket) return ignored(event, 'nothing-to-do');
  if (event.form === 'reply') return replyTurn(work, ticket, event);
  const intent = meant(work, ticket, event);
  return intent ? deskTurn(work, ticket, intent) : ignored(event, 'nothing-to-do');
}

function meant({ situation }: Work, { id: ticket }: Ticket, { form, fields }: SubmissionEvent): DeskIntent | undefined {
  const { text: words = '', to = '', note = '' } = fields;
  switch (form) {
    case 'note':
      return { name: 'note-text', ticket, text: words };
    case 'send':
      return { name: 'send-text', ticket, text: words };
    case 'canned':
      return { name: 'send-canned', ticket, canned: fields['canned'] ?? '' };
    case 'snooze': {
      const span = SNOOZE_SPANS.find((one) => one === fields['span']);
      return span && { name: 'snooze-ticket', ticket, span };
    }
    case 'hand-over': {
      const agent = situation.agents?.find(({ id }) => id === to);
      if (agent) return { name: 'hand-ticket', ticket, agent: { id: agent.id, name: agent.name }, note };
      return to.startsWith(QUEUE_VALUE)
        ? { name: 'hand-ticket', ticket, queue: to.slice(QUEUE_VALUE.length), note }
        : undefined;
    }
    default:
      return undefined;
  }
}

function handingAll({ situation }: Work, { fields }: SubmissionEvent) {
  const agent = situation.agents?.find(({ id }) => id === fields['to']);
  const note = fields['note'] ?? '';
  return { note, ...(agent && { to: { id: agent.id, name: agent.name } }) };
}

/** The asker's answer from a form: where they have no direct messages to write in. */
function replyTurn(work: Work, ticket: Ticket, event: Event & SubmissionEvent): Turn {
  const { turn } = work;
  if (event.author.id !== ticket.asker) return ignored(event, 'not-addressed');
  const words = event.fields['text'] ?? '';
  turn.heard(words);
  relayToDesk(work, ticket, { text: words, files: [] });
  return turn.build({ kind: 'relayed' });
}
