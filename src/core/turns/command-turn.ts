import type { CommandEvent, Event, IntentName, Situation, Turn } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { controlTurn } from './control-turn.ts';
import { answerIntent, answerWords } from './question-turn.ts';

/** Commands that stand for an intent; what was typed behind them fills its slots. */
const INTENT_OF: Partial<Record<CommandEvent['command'], IntentName>> = {
  settings: 'provider-settings',
  check: 'check-tls',
  compare: 'imap-vs-pop3',
};

/** A slash command; free text is a question like any other. */
export function commandTurn(
  event: Event & CommandEvent,
  situation: Situation,
  knowledge: Knowledge,
  now: number,
): Turn {
  const control = (intent: Parameters<typeof controlTurn>[0]) => controlTurn(intent, event, situation, knowledge, now);
  switch (event.command) {
    case 'human':
      return event.text.trim() === ''
        ? answerIntent({ name: 'talk-to-human', slots: {} }, event, situation, knowledge, now)
        : answerWords(event.text, event, situation, knowledge, now, 'talk-to-human');
    case 'language':
      return control(event.text === '' ? { name: 'choose-language' } : { name: 'set-language', language: event.text });
    case 'privacy':
      return control({ name: 'privacy' });
    case 'help':
      return control({ name: 'help' });
    case 'settings':
    case 'check':
    case 'compare':
    case 'ask':
    case 'diagnose':
      return withWords(event, situation, knowledge, now);
  }
}

function withWords(event: Event & CommandEvent, situation: Situation, knowledge: Knowledge, now: number): Turn {
  const name = INTENT_OF[event.command];
  const words = event.text.trim();
  if (words === '' && name === undefined) return controlTurn({ name: 'help' }, event, situation, knowledge, now);
  if (name === undefined) return answerWords(words, event, situation, knowledge, now);
  return answerWords(words, event, situation, knowledge, now, name);
}
