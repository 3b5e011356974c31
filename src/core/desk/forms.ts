import { fill, texts, type Texts } from '../locales/index.ts';
import type { Event, Form, FormField, FormName, Situation, Ticket } from '../model.ts';
import { cannedTitle } from './canned.ts';
import { literal } from './desk-blocks.ts';
import { shownName } from './names.ts';
import { queueName, serviceOf } from './queues.ts';
import { SNOOZE_SPANS } from './snooze.ts';

/** What platforms show in one list. */
const OPTIONS = 25;
/** Values of the hand-over's choice that are queues; the others are people. */
export const QUEUE_VALUE = 'queue:';

/** A form of the desk, ready to show. `ticket` is absent for what belongs to no single one. */
export function deskForm(
  name: FormName,
  ticket: Ticket | undefined,
  event: Event,
  situation: Situation,
  all: Texts,
  language: string,
): Form {
  const { forms } = all.agents;
  const send = name === 'send' || name === 'reply' || name === 'canned';
  return {
    name,
    ...(ticket && { about: ticket.id }),
    language,
    title: fill(forms.titles[name], { name: ticket?.askerName ?? '' }),
    submit: send ? forms.send : forms.submit,
    ...(name === 'send' && ticket && { intro: introOf(ticket, event, situation, all) }),
    fields: fieldsOf(name, event, situation, all, language),
  };
}

/** What they wrote last, in their own words, and under which name they will read the answer. */
function introOf(ticket: Ticket, { author }: Event, { settings }: Situation, { agents: { forms } }: Texts): string {
  const name = literal(ticket.askerName);
  const { lastLine } = ticket;
  const language = texts(ticket.language).common.name;
  const agent = literal(shownName(author, settings, ticket.language));
  const said = lastLine?.from === 'asker' ? [`**${name}:** ${literal(lastLine.text)}`] : [];
  return [...said, fill(forms.preview, { name, agent, language })].join('\n');
}

function fieldsOf(name: FormName, event: Event, situation: Situation, all: Texts, language: string): FormField[] {
  const { forms } = all.agents;
  switch (name) {
    case 'note':
      return [{ kind: 'text', name: 'text', label: forms.note, hint: forms.noteHint, required: true, lines: 'many' }];
    case 'send':
      return [{ kind: 'text', name: 'text', label: forms.text, required: true, lines: 'many' }];
    case 'reply':
      return [{ kind: 'text', name: 'text', label: all.service.replyLabel, required: true, lines: 'many' }];
    case 'snooze': {
      const options = SNOOZE_SPANS.map((span) => ({ label: forms.spans[span], value: span }));
      return [{ kind: 'choice', name: 'span', label: forms.snoozeUntil, required: true, options, value: 'morning' }];
    }
    case 'canned': {
      const replies = serviceOf(situation.settings).canned;
      const options = replies.slice(0, OPTIONS).map((one) => ({ label: cannedTitle(one, language), value: one.id }));
      return [{ kind: 'choice', name: 'canned', label: forms.canned, required: true, options }];
    }
    case 'hand-over':
    case 'hand-over-all':
      return [
        {
          kind: 'choice',
          name: 'to',
          label: forms.to,
          required: true,
          options: receivers(name, event, situation, all, language),
        },
        { kind: 'text', name: 'note', label: forms.note, hint: forms.noteHint, required: false, lines: 'many' },
      ];
  }
}

/** The queues, and who else was seen at a desk and is not away. */
function receivers(
  name: 'hand-over' | 'hand-over-all',
  { author }: Event,
  { settings, agents = [] }: Situation,
  { agents: words }: Texts,
  language: string,
): { label: string; value: string }[] {
  const { queues } = serviceOf(settings);
  const places =
    name === 'hand-over-all'
      ? [{ label: words.forms.backToQueue, value: QUEUE_VALUE }]
      : queues.map((queue) => ({
          label: queues.length === 1 ? words.forms.backToQueue : queueName(queue, language),
          value: `${QUEUE_VALUE}${queue.id}`,
        }));
  const people = agents
    .filter(({ id, away }) => id !== author.id && !away)
    .map(({ id, name: label }) => ({ label, value: id }));
  return [...places, ...people].slice(0, OPTIONS);
}
