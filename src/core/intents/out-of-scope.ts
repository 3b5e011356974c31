import { type Answer, actions, type IntentHandler, type Question, text } from './answer.ts';
import { SCAN } from '../nlu/rules.ts';
import { refuse } from './check-tls.ts';
import { subjectOf } from '../nlu/follow-up.ts';
import { examples } from './smalltalk.ts';

export const outOfScope: IntentHandler = { name: 'out-of-scope', answer };

/** Somebody else is in the mailbox, or may be. */
const HACKED =
  /\bhack|compromised|(?:someone|somebody) (?:else )?(?:got|is|has been|was) (?:into|in|using) my|被盗|盗号|盗用|骇|被黑|被人|有(?:陌生)?人(?:登|进|偷|用)|(?:发|寄)(?:出)?垃圾|hijack|taken over|gehackt|pirat[eé]/;

/** "See screenshot": what stands in it is to be typed. */
const PICTURE =
  /^(?:please |pls )?(?:(?:see|look at|check|here is|here['’]s) )?(?:(?:the|my|this|a|attached|following) )*(?:attached|attachment|screen ?shots?|pictures?|photos?|images?|pics?)(?: (?:below|above|attached))?[.!:]*$|^(?:请)?(?:看|见|如|附)?(?:一?下|上|附)?(?:面|方)?(?:的|个)?(?:图|截图|图片|照片|附图)(?:所示|片)?[。.!：:]*$/;

/** Sub-topic of the button beside a choice of which nothing fits. */
export const ELSE = 'else';

/** None of what was offered: what is wrong is to be told in words; once more, and a person is offered. */
function somethingElse({ texts, conversation }: Question): Answer {
  const { whatElse, misunderstood } = texts.nextSteps;
  const { domain } = texts.answers.ask;
  const words = conversation.asked === 'provider' ? domain : whatElse;
  const asked = conversation.transcript.some(({ from, text: line }) => from === 'assistant' && line === words);
  const human = actions({ label: texts.answers.buttons.human, intent: { name: 'talk-to-human', slots: {} } });
  if (asked) return { zone: 'ask', yesNo: 'human', blocks: [text(misunderstood), ...human] };
  return { zone: 'ask', blocks: [text(words), ...human] };
}

/** Says kindly that it is not ours, what is, and offers a human. */
function answer(question: Question): Answer {
  const { texts } = question;
  const { notMine, buttons } = texts.answers;
  if (SCAN.test(question.text)) return { ...refuse(question), zone: 'not-mine' };
  const human = actions({ label: buttons.human, intent: { name: 'talk-to-human', slots: {} } });
  if (HACKED.test(question.text)) return { zone: 'not-mine', blocks: [text(notMine.hacked), ...human] };
  if (question.topic === ELSE) return somethingElse(question);
  if (PICTURE.test(question.text)) return { zone: 'ask', blocks: [text(notMine.picture), ...human] };
  const amidTalk = subjectOf(question.conversation) !== undefined;
  return {
    zone: 'not-mine',
    blocks: [
      text(amidTalk ? notMine.amidTalk : notMine.text),
      ...(question.topic === 'examples' ? examples(question) : human),
    ],
  };
}
