import { actions, type Answer, ask, type Question, text } from '../intents/answer.ts';
import { sourcesBlock } from '../intents/sources-block.ts';
import type { Block, ConversationState, IntentName, Slots } from '../model.ts';
import { subjectOf } from '../nlu/follow-up.ts';
import { normalise } from '../nlu/normalise.ts';
import type { Reading } from '../nlu/understand.ts';
import { contentWords } from '../nlu/words.ts';
import { type PassageHit, searchPassages } from '../passages/search.ts';
import type { Knowledge, Topic } from '../ports.ts';

/** From this part of the words on a passage is taken for the answer to what nothing else answers. */
export const ANSWERS = 0.6;
/** The same where the message may not be ours at all. */
const SURELY_ANSWERS = 0.9;
/** Less is still more about what is spoken of, in place of the same answer once more. */
export const SAYS_MORE = 0.5;
/** Longer messages tell a story, which no single passage answers. */
const LONGEST = 300;
/** A word alone, which many passages hold, asks for none of them. */
const FEWEST_WORDS = 2;

/** A message, with the passages that answer it where they decided what it means. */
export interface PassageReading extends Reading {
  passages?: readonly PassageHit[];
}

/** A question amid a talk that no rule and no example made out, read as one for the passage that speaks of it. */
export function withPassage(
  reading: Reading,
  conversation: ConversationState,
  language: string,
  knowledge: Knowledge,
): PassageReading {
  if (reading.rule !== undefined || reading.zone === 'answer' || subjectOf(conversation) === undefined) return reading;
  const likely = [reading.intent, ...reading.alternatives.slice(0, 2).map(({ intent }) => intent)];
  const passages = found(reading.text, reading.slotsNow, likely, conversation, language, knowledge);
  const [hit] = passages;
  if (!hit || hit.fit < (reading.zone === 'not-mine' ? SURELY_ANSWERS : ANSWERS)) return reading;
  const { intent } = hit.passage;
  return { ...reading, intent, zone: 'answer', confidence: Math.min(hit.fit, 1), rule: PASSAGE, passages };
}

/** Id of this way of deciding. */
export const PASSAGE = 'passage';

/** The passages that speak of what was asked, best first. `about`: the topic that was just answered from. */
export function passagesFor(question: Question, about?: string): PassageHit[] {
  const { text: words, slots, intent, conversation, language, knowledge } = question;
  return found(words, slots, [intent], conversation, language, knowledge, about);
}

/** The best passage, with where it comes from; undefined where none fits well enough. */
export function passageAnswer(
  [hit, ...others]: readonly PassageHit[],
  question: Question,
  least = SAYS_MORE,
): Answer | undefined {
  const { slots, language, knowledge, texts } = question;
  if (!hit || hit.fit < least) return undefined;
  const { passage } = hit;
  const second = others.find((other) => other.passage.topic === passage.topic && other.fit >= hit.fit * NEARLY);
  const topic = knowledge.topic(passage.topic, language);
  const { buttons } = texts.answers;
  return {
    zone: 'answer',
    servers: [],
    blocks: [
      ...carefully(hit, topic, question),
      text([hit, ...(second ? [second] : [])].map((one) => one.passage.text).join('\n')),
      ...sourcesBlock(topic?.sources ?? [], question),
      ...actions(
        topic?.details === undefined
          ? undefined
          : ask(buttons.details, passage.intent, slots, `${passage.topic}/details`),
        { label: buttons.human, intent: { name: 'talk-to-human', slots: {} } },
      ),
    ],
  };
}

const NEARLY = 0.9;

/** Subjects in which accounts are changed over or mail may be lost. */
const RISKY = new Set<IntentName>(['imap-vs-pop3', 'sync-or-missing-mail']);
/** 寄件備份 is where sent mail lies. */
const BACKED_UP = /back(?:ed)? ?-?(?:it |them |this )?up|备份|(?<!寄件)備份/i;

/** What keeps mail from being lost stands before a part of a topic as it does before the whole (MAIL.md, "Do no harm"). */
function carefully({ passage }: PassageHit, topic: Topic | undefined, { conversation, texts }: Question): Block[] {
  const subject = subjectOf(conversation);
  const risky = BACKED_UP.test(topic?.answer ?? '') || (subject !== undefined && RISKY.has(subject));
  return risky && !BACKED_UP.test(passage.text) ? [text(texts.answers.safety.backup)] : [];
}

function found(
  words: string,
  slots: Slots,
  likely: readonly IntentName[],
  conversation: ConversationState,
  language: string,
  knowledge: Knowledge,
  topic?: string,
): PassageHit[] {
  if (words.length > LONGEST || contentWords(words) < FEWEST_WORDS) return [];
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  const subject = subjectOf(conversation);
  const replies = conversation.transcript.filter(({ from }) => from === 'assistant').slice(-IN_SIGHT);
  return searchPassages(words, knowledge, {
    language,
    intents: subject === undefined ? likely : [...likely, subject],
    ...(slots.client !== undefined && { client: slots.client }),
    ...(topic !== undefined && { topic }),
    ...(provider && { provider }),
    before: normalise(
      conversation.transcript
        .slice(-2)
        .map((line) => line.text)
        .join('\n'),
      knowledge,
    ).text,
    isSaid: ({ text: line }) => replies.some((reply) => reply.text.includes(line.split('\n', 1)[0] ?? line)),
  });
}

/** So many of our last replies are still in sight. */
const IN_SIGHT = 4;
