import { texts } from './locales/index.ts';
import type { Event, Immediate, Situation } from './model.ts';
import type { Knowledge } from './ports.ts';
import { answerLanguage } from './turns/language.ts';

/** How many providers a type-ahead list holds: the smaller of the platforms' limits. */
const OPTIONS = 25;

/** What the platform's acknowledgement itself must carry. Pure, and quick: the platform waits for it. */
export function answerNow(event: Event, situation: Situation, knowledge: Knowledge): Immediate {
  if (event.type === 'command' && event.typing)
    return typeAhead(event.text, answerLanguage(event, situation, ''), knowledge);
  const form = formAskedFor(event);
  if (form !== undefined) return { kind: 'open-form', form, language: answerLanguage(event, situation, '') };
  if (event.type === 'submission' && Object.values(event.fields).every((value) => value.trim() === ''))
    return { kind: 'field-errors', errors: { text: texts(answerLanguage(event, situation, '')).surfaces.formEmpty } };
  return event.handle === undefined ? { kind: 'ack' } : { kind: 'defer', quiet: !event.private };
}

/** Only a platform that lends a handle opens forms; elsewhere the words that stand for one are answered. */
function formAskedFor(event: Event): string | undefined {
  if (event.handle === undefined) return undefined;
  if (event.type === 'action' && event.intent.name === 'open-form') return event.intent.form;
  return event.type === 'command' && event.command === 'diagnose' && event.text.trim() === '' ? 'diagnose' : undefined;
}

/** Providers that fit what was typed so far, in the person's language, most used first. */
function typeAhead(typed: string, language: string, knowledge: Knowledge): Immediate {
  const options = knowledge.suggest(typed, language, OPTIONS).map(({ id, name }) => ({ label: name, value: id }));
  return { kind: 'options', options };
}
