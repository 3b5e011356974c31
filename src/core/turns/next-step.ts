import { actions, type Answer, type Question, text } from '../intents/answer.ts';
import { evidenceOf } from '../intents/evidence.ts';
import type { Texts } from '../locales/index.ts';
import type { IntentName } from '../model.ts';

/** What to try when the first answer did not help; signing in on the web page splits all other troubles best. */
const STEPS: Partial<Record<IntentName, keyof Texts['nextSteps']>> = {
  'send-receive-problem': 'outgoing',
  'connection-error': 'network',
  'sync-or-missing-mail': 'look',
  'provider-settings': 'compare',
  'wrong-server-address': 'compare',
  'ports-and-encryption': 'compare',
};

/** "Still doesn't work": another thing to try each time, never the same answer again; from the third on a human. */
export function nextStep(question: Question): Answer {
  const { texts, conversation } = question;
  const { still } = texts.answers;
  if (conversation.stillNot >= 2) return { zone: 'answer', blocks: [text(still.human), ...humanButton(question)] };
  const ask = conversation.stillNot === 1;
  const step = ask ? still.askError : texts.nextSteps[STEPS[question.intent] ?? signInStep(question)];
  return {
    zone: 'answer',
    ...(ask && { asked: 'error' as const }),
    blocks: [text(`${still.next}\n${step}`), ...humanButton(question)],
  };
}

/** Nobody is sent to webmail who has told how it goes there, or that the account works elsewhere. */
function signInStep(question: Question): keyof Texts['nextSteps'] {
  const { webmail, elsewhere } = evidenceOf(question);
  return webmail === undefined && !elsewhere ? 'webmail' : 'password';
}

export function humanButton({ texts }: Question) {
  const { human } = texts.answers.buttons;
  return actions({ label: human, intent: { name: 'talk-to-human', slots: {} }, style: 'primary' });
}
