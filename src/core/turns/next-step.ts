import { actions, type Answer, type Question, text } from '../intents/answer.ts';
import { evidenceOf } from '../intents/evidence.ts';
import { isAboutReceiving } from '../intents/trouble.ts';
import type { Texts } from '../locales/index.ts';
import type { IntentName } from '../model.ts';

type NextSteps = Texts['nextSteps'];
/** Those that are a sentence. */
type Step = { [Name in keyof NextSteps]: NextSteps[Name] extends string ? Name : never }[keyof NextSteps];

/** What to try when the first answer did not help; signing in on the web page splits all other troubles best. */
const STEPS: Partial<Record<IntentName, Step>> = {
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
  if (conversation.stillNot >= 2) return conversation.yesNo === 'human' ? askOrHuman(question) : offerHuman(question);
  const ask = conversation.stillNot === 1;
  const next = stepFor(question);
  const step = ask ? still.askError : texts.nextSteps[next];
  return {
    zone: 'answer',
    ...(!ask && next === 'webmail' && { yesNo: 'webmail' as const, servers: [] }),
    ...(ask && { asked: 'error' as const }),
    blocks: [text(`${still.next}\n${step}`), ...humanButton(question)],
  };
}

/** Without the question whether it works now: nothing was tried since. Who never said that it fails was misunderstood. */
export function offerHuman(question: Question): Answer {
  const { texts, conversation, stillNot } = question;
  const failed = stillNot || conversation.stillNot > 0;
  const words = failed ? texts.answers.still.human : texts.nextSteps.misunderstood;
  return { zone: 'answer', servers: [], yesNo: 'human', blocks: [text(words), ...humanButton(question)] };
}

/** A person was offered, and the talk went on without an answer to that. */
function askOrHuman(question: Question): Answer {
  const { wording } = question.texts.answers.still;
  return { zone: 'answer', servers: [], asked: 'error', blocks: [text(wording), ...humanButton(question)] };
}

function stepFor(question: Question): Step {
  if (question.intent === 'send-receive-problem' && isAboutReceiving(question)) return 'incoming';
  if (question.intent === 'sync-or-missing-mail' && evidenceOf(question).webmail === 'works') return 'resync';
  return STEPS[question.intent] ?? signInStep(question);
}

/** Nobody is sent to webmail who has told how it goes there, or that the account works elsewhere. */
function signInStep(question: Question): Step {
  const { webmail, elsewhere } = evidenceOf(question);
  return webmail === undefined && !elsewhere ? 'webmail' : 'password';
}

export function humanButton({ texts }: Question) {
  const { human } = texts.answers.buttons;
  return actions({ label: human, intent: { name: 'talk-to-human', slots: {} }, style: 'primary' });
}
