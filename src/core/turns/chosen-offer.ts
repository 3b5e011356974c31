import { ELSE } from '../intents/out-of-scope.ts';
import { DETAILS, detailsOfCase } from '../intents/topics.ts';
import type { ConversationState, Intent, Offer, QuestionIntent } from '../model.ts';
import { normalise } from '../nlu/normalise.ts';
import { bareKeyOf, declinesChoice, keyOf, LAST, placeNamed, saysNone } from '../nlu/offer-words.ts';
import { understand } from '../nlu/understand.ts';
import type { Knowledge } from '../ports.ts';
import { isQuestion } from './intents-of-buttons.ts';

/** Longer messages say more than the name of a button. */
const LONGEST = 160;

/** Whether it works now is told in many words; they are understood with those. */
const IN_OTHER_WORDS: ReadonlySet<Intent['name']> = new Set(['helped']);

/** What our last reply offered and this message names, by its label or by its place: the button need not be pressed. */
export function chosenOffer(
  raw: string,
  conversation: ConversationState,
  knowledge: Knowledge,
  language: string,
): Intent | undefined {
  if (raw.length > LONGEST) return undefined;
  return (
    labelledOffer(raw, conversation, knowledge) ??
    declined(normalise(raw, knowledge).text, conversation) ??
    offerAt(raw, conversation, knowledge, language)
  );
}

/** None of what was offered, or of what was asked in words. */
function declined(text: string, { offered = [], asked, transcript }: ConversationState): Intent | undefined {
  const other = offered.some(({ intent }) => 'topic' in intent && intent.topic === ELSE);
  const listed = asked === 'provider' && offered.some(({ intent }) => 'slots' in intent && intent.slots.provider);
  const choice = other || listed ? declinesChoice(text) : transcript.length > 0 && saysNone(text);
  return choice ? { name: 'out-of-scope', slots: {}, topic: ELSE } : undefined;
}

/** The offer whose label the message is. */
export function labelledOffer(
  raw: string,
  { offered = [] }: ConversationState,
  knowledge: Knowledge,
): Intent | undefined {
  if (offered.length === 0 || raw.length > LONGEST) return undefined;
  const { text } = normalise(raw, knowledge);
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
  if (offered.length === 0) return undefined;
  const { text } = normalise(raw, knowledge);
  const of = pointsOf(conversation).length;
  const place = placeNamed(of > 1 ? firstClause(text) : text);
  if (place === undefined) return undefined;
  if (of > 1) {
    const details = offered.find(offersDetails)?.intent;
    const number = place === LAST ? of : place;
    const named = understand(raw, conversation, knowledge, conversation.slotsAt).slots;
    const asked = details && { ...details, slots: { ...details.slots, ...named } };
    return asked && detailsOfCase(asked, { number, of }, knowledge, language);
  }
  const choices = offered.filter(({ intent }) => !BESIDE.has(intent.name));
  const choosing = choices.length > 1 && CHOICE.test(lastReply(conversation));
  return choosing ? choices.at(place === LAST ? LAST : place - 1)?.intent : undefined;
}

/** "Second one. I have my own domain": which case it is comes first. */
function firstClause(text: string): string {
  return text.split(/[.,;:!。，；！]/, 1)[0] ?? '';
}

/** Asks something, and has no table whose rows may be meant. */
const CHOICE = /^(?!.* · ).*[?？]/s;

/** Stands below every choice, and is none of what a place means. */
const BESIDE: ReadonlySet<Intent['name']> = new Set([
  'talk-to-human',
  'out-of-scope',
  'wrong-fact',
  'helped',
  'privacy',
]);

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

function pointsOf(conversation: ConversationState): string[] {
  const reply = lastReply(conversation);
  return reply.includes(' · ') ? [] : reply.split('\n').flatMap((line) => POINT.exec(line)?.[1] ?? []);
}

function lastReply({ transcript }: ConversationState): string {
  return transcript.findLast(({ from }) => from === 'assistant')?.text ?? '';
}

const POINT = /^(?:- |\d\. )(.+)/;
