import { ELSE } from '../intents/out-of-scope.ts';
import { DETAILS, detailsOfCase } from '../intents/topics.ts';
import type { ConversationState, Intent, Offer, QuestionIntent } from '../model.ts';
import { normalise } from '../nlu/normalise.ts';
import { bareKeyOf, keyOf, LAST, placeNamed, saysNone } from '../nlu/offer-words.ts';
import type { Knowledge } from '../ports.ts';
import { isQuestion } from './intents-of-buttons.ts';

/** Longer messages say more than the name of a button. */
const LONGEST = 100;

/** Whether it works now is told in many words; they are understood with those. */
const IN_OTHER_WORDS: ReadonlySet<Intent['name']> = new Set(['helped']);

/** What our last reply offered and this message names, by its label or by its place: the button need not be pressed. */
export function chosenOffer(
  raw: string,
  conversation: ConversationState,
  knowledge: Knowledge,
  language: string,
): Intent | undefined {
  return labelledOffer(raw, conversation, knowledge) ?? offerAt(raw, conversation, knowledge, language);
}

/** The offer whose label the message is. */
export function labelledOffer(
  raw: string,
  { offered = [] }: ConversationState,
  knowledge: Knowledge,
): Intent | undefined {
  if (offered.length === 0 || raw.length > LONGEST) return undefined;
  const { text } = normalise(raw, knowledge);
  const none = saysNone(text) ? offered.find(({ intent }) => 'topic' in intent && intent.topic === ELSE) : undefined;
  if (none) return none.intent;
  const keys = new Set([keyOf(text), bareKeyOf(text)]);
  keys.delete('');
  return offered.find(
    ({ label, intent }) => !IN_OTHER_WORDS.has(intent.name) && keys.has(keyOf(normalise(label, knowledge).text)),
  )?.intent;
}

function offerAt(
  raw: string,
  conversation: ConversationState,
  knowledge: Knowledge,
  language: string,
): Intent | undefined {
  const { offered = [] } = conversation;
  if (offered.length === 0 || raw.length > LONGEST) return undefined;
  const place = placeNamed(normalise(raw, knowledge).text);
  if (place === undefined) return undefined;
  const of = pointsOf(conversation).length;
  if (of > 1) {
    const details = offered.find(offersDetails)?.intent;
    const number = place === LAST ? of : place;
    return details && detailsOfCase(details, { number, of }, knowledge, language);
  }
  const choices = offered.filter(({ intent }) => !BESIDE.has(intent.name));
  return (choices.length > 1 ? choices : offered).at(place === LAST ? LAST : place - 1)?.intent;
}

/** Stands below every choice, and is none of what "the latter" may mean. */
const BESIDE: ReadonlySet<Intent['name']> = new Set(['talk-to-human', 'out-of-scope', 'wrong-fact', 'helped']);

function offersDetails(offer: Offer): offer is Offer & { intent: QuestionIntent } {
  return isQuestion(offer.intent) && (offer.intent.topic?.endsWith(DETAILS) ?? false);
}

/** The point of a list in our last reply at which a message points: "the second", "后者". `text` is normalised. */
export function pointMeant(text: string, conversation: ConversationState): string | undefined {
  const points = pointsOf(conversation);
  const place = points.length < 2 ? undefined : placeNamed(text);
  if (place === undefined) return undefined;
  return points.at(place === LAST ? LAST : place - 1);
}

function pointsOf({ transcript }: ConversationState): string[] {
  const reply = transcript.findLast(({ from }) => from === 'assistant')?.text ?? '';
  return reply.split('\n').flatMap((line) => POINT.exec(line)?.[1] ?? []);
}

const POINT = /^(?:- |\d\. )(.+)/;
