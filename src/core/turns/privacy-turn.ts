import { actions, text } from '../intents/answer.ts';
import { fill, texts } from '../locales/index.ts';
import type { Block, ControlIntent, Event, Situation } from '../model.ts';
import type { TurnBuilder } from './turn-builder.ts';

type PrivacyIntent = Extract<ControlIntent, { name: 'privacy' }>;

/** Shows what is kept about the person; erases it when they said so twice. */
export function privacy({ step }: PrivacyIntent, turn: TurnBuilder, event: Event, situation: Situation): void {
  const language = turn.language;
  if (step === 'erase') {
    turn.erase(event.author.id);
    turn.say(erased(situation, language));
  } else turn.say(step === 'ask' ? question(situation, language) : kept(situation, language));
}

function kept({ kept: data }: Situation, language: string): Block[] {
  const { privacy: words, answers } = texts(language);
  if (!data) return [text(answers.privacy.text)];
  return [
    text(answers.privacy.text),
    text(fill(words.kept, { ...data })),
    ...actions({ label: words.erase, intent: { name: 'privacy', step: 'ask' }, style: 'danger' }),
  ];
}

function question(situation: Situation, language: string): Block[] {
  const { privacy: words } = texts(language);
  return [
    text(words.sure),
    ...openTicket(situation, language),
    ...actions({ label: words.yes, intent: { name: 'privacy', step: 'erase' }, style: 'danger' }),
  ];
}

function erased(situation: Situation, language: string): Block[] {
  return [text(texts(language).privacy.erased), ...openTicket(situation, language)];
}

function openTicket({ ticket }: Situation, language: string): Block[] {
  return ticket ? [text(fill(texts(language).privacy.openTicket, { number: ticket.number }))] : [];
}
