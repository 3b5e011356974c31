import { formFaults, formFor, isDeskForm } from './desk/form-turn.ts';
import { texts } from './locales/index.ts';
import type { Event, Immediate, Situation, SubmissionEvent } from './model.ts';
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
  const shown = event.type === 'action' && event.handle !== undefined && formFor(event.intent, event, situation);
  if (shown) return { kind: 'show-form', form: shown };
  if (event.type === 'submission' && isDeskForm(event)) return judged(event, situation);
  if (event.type === 'submission' && Object.values(event.fields).every((value) => value.trim() === ''))
    return { kind: 'field-errors', errors: { text: texts(answerLanguage(event, situation, '')).surfaces.formEmpty } };
  return event.handle === undefined ? { kind: 'ack' } : { kind: 'defer', quiet: !event.private };
}

/** A form of the desk names the field that is missing, in the language it was shown in. */
function judged(event: Event & SubmissionEvent, situation: Situation): Immediate {
  const language = event.form === 'reply' ? answerLanguage(event, situation, '') : situation.settings.defaultLanguage;
  const errors = formFaults(event, language);
  if (Object.keys(errors).length > 0) return { kind: 'field-errors', errors };
  return event.handle === undefined ? { kind: 'ack' } : { kind: 'defer', quiet: true };
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
