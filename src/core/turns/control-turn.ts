import { withVerdict } from '../desk/tried.ts';
import { checkHost } from '../intents/check-tls.ts';
import { actions, text } from '../intents/answer.ts';
import { lookUpDomain } from '../intents/provider-settings.ts';
import { examples } from '../intents/smalltalk.ts';
import { texts } from '../locales/index.ts';
import type { ControlIntent, ConversationState, Event, PlaceId, Situation, Turn } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { buttonQuestion } from './button-question.ts';
import { giveConfigFile } from './config-file-turn.ts';
import { detailsBlocks } from './details-blocks.ts';
import { answerLanguage, spoken } from './language.ts';
import { privacy } from './privacy-turn.ts';
import { ownTopicAnswer } from './own-topic.ts';
import { languageButtons, publishHome } from './surface-turn.ts';
import { TurnBuilder } from './turn-builder.ts';
import { wrongFact } from './wrong-fact.ts';

type Steering = Exclude<ControlIntent, { ticket: string }>;

/** What buttons and commands say that is not a question about mail; `said`: where it was written instead. */
export function controlTurn(
  intent: Steering,
  event: Event,
  situation: Situation,
  knowledge: Knowledge,
  now: number,
  said = '',
): Turn {
  const chosen = intent.name === 'set-language' ? spoken(intent.language) : undefined;
  const language = chosen ?? answerLanguage(event, situation, '');
  const turn = new TurnBuilder(event, situation, language, now);
  turn.heard(said);
  turn.remember(withoutQuestion);
  steer(intent, { turn, event, situation, knowledge, language, chosen, now });
  return turn.build({ kind: 'done' });
}

/** What our last reply asked is no longer open. */
function withoutQuestion(before: ConversationState): ConversationState {
  const { yesNo: _, ...conversation } = before;
  return conversation;
}

interface Steer {
  turn: TurnBuilder;
  event: Event;
  situation: Situation;
  knowledge: Knowledge;
  language: string;
  chosen: string | undefined;
  now: number;
}

function steer(intent: Steering, context: Steer): void {
  const { turn, event, situation, language } = context;
  const { answers } = texts(language);
  switch (intent.name) {
    case 'show-more':
      return showMore(intent.page, context);
    case 'show-openly':
      return showOpenly(intent.in, context);
    case 'set-language':
      return setLanguage(context, intent.redraw);
    case 'choose-language':
      turn.say([text(answers.language.choose), ...languageButtons()]);
      return;
    case 'help':
      turn.say([
        text(answers.smalltalk.hello),
        text(answers.help.text),
        ...examples({ texts: texts(language), language }),
      ]);
      return;
    case 'open-form':
      turn.say([text(texts(language).surfaces.writeHere)]);
      return;
    case 'privacy':
      return privacy(intent, turn, event, situation);
    case 'helped':
      return feedback(intent, context);
    case 'check-details':
      turn.say(detailsBlocks(context.situation.found, intent.host, language));
      return;
    case 'check-server':
    case 'discover':
      return startJob(intent, context);
    case 'wrong-fact':
      return wrongFact(intent, turn, context.knowledge, language);
    case 'config-file':
      return giveConfigFile(intent, context);
    case 'own-topic':
      return explainTopic(intent.topic, context);
    case 'resume-assistant':
      return resume(context);
    default:
  }
}

function showMore(page: number, { turn, event, situation }: Steer): void {
  if (situation.shown)
    turn.post({ place: event.place }, situation.shown.blocks, { answers: true, quiet: !event.private, page });
}

function showOpenly(place: PlaceId, { turn, situation }: Steer): void {
  if (situation.shown) turn.post({ place }, situation.shown.blocks, { answers: true });
}

function setLanguage({ turn, event, situation, chosen, language }: Steer, redraw?: 'home'): void {
  const { answers } = texts(language);
  if (chosen === undefined) {
    turn.say([text(answers.language.choose), ...languageButtons()]);
    return;
  }
  turn.person({ ...situation.person, language: chosen });
  turn.remember((conversation) => ({ ...conversation, language: chosen }));
  if (redraw === 'home') publishHome(turn, event, situation, chosen);
  else turn.say([text(answers.language.set)]);
}

function feedback(intent: Extract<Steering, { name: 'helped' }>, { turn, situation, language }: Steer): void {
  const { answers } = texts(language);
  turn.feedback({ helped: intent.yes, intent: intent.intent });
  turn.remember((conversation) => withVerdict(conversation, intent.intent, intent.yes));
  if (intent.yes) {
    turn.say([text(answers.feedback.thanks)]);
    return;
  }
  const question = situation.conversation.transcript.findLast((line) => line.from === 'asker');
  turn.gap({ kind: 'did-not-help', text: question?.text ?? '', intent: intent.intent });
  turn.remember((conversation) => ({ ...conversation, asked: 'error', yesNo: 'human' }));
  turn.say([
    text(answers.feedback.sorry),
    ...actions({ label: answers.buttons.human, intent: { name: 'talk-to-human', slots: {} }, style: 'primary' }),
  ]);
}

function startJob(
  intent: Extract<Steering, { name: 'check-server' | 'discover' }>,
  { turn, situation, knowledge, language, now }: Steer,
): void {
  const question = buttonQuestion({ name: 'check-tls', slots: {} }, situation, language, knowledge, now);
  const answer =
    intent.name === 'check-server'
      ? checkHost(intent.host, intent.port, question)
      : lookUpDomain(intent.domain, { ...question, typoDenied: true });
  const key = turn.say(answer.blocks);
  if (answer.task) turn.job(answer.task, key);
}

function explainTopic(topic: string, { turn, situation, knowledge, language, now }: Steer): void {
  const question = buttonQuestion({ name: 'out-of-scope', slots: {} }, situation, language, knowledge, now);
  const answer = ownTopicAnswer(topic, question);
  turn.say(answer?.blocks ?? [text(question.texts.answers.notMine.text)]);
}

function resume({ turn, situation, language }: Steer): void {
  if (!situation.ticket) return;
  turn.ticket({ ...situation.ticket, assistantResumed: true });
  turn.say([text(texts(language).desk.resumed)]);
}
