import { actions, type Answer, type Question, text } from '../intents/answer.ts';
import { errorMeaning, quotedError } from '../intents/error-blocks.ts';
import { INTENTS } from '../intents/index.ts';
import { ELSE } from '../intents/out-of-scope.ts';
import type { Action } from '../model.ts';
import { keepsSubject } from '../nlu/context.ts';
import { subjectOf } from '../nlu/follow-up.ts';
import { MAIL } from '../nlu/lexicon.ts';
import type { Reading } from '../nlu/understand.ts';
import { contentWords } from '../nlu/words.ts';
import { ANSWERS, passageAnswer, passagesFor, SAYS_MORE } from './passage-answer.ts';

/** What is asked back where a message was not made out: what is wrong, or which of the likeliest is meant. */
export function askWhatIsMeant(question: Question, reading: Reading): Answer | undefined {
  if (reading.zone !== 'answer' && asksForHelp(reading)) return whatIsIt(question);
  if (reading.zone !== 'ask') return undefined;
  return isLost(reading, question) ? whatIsIt(question) : offerChoices(question, reading);
}

/** "I need help with my e-mail", "my email": nothing is said yet of what it is about. */
function asksForHelp({ intent, text: words }: Reading): boolean {
  if (ONLY_MAIL.test(words)) return true;
  return intent === 'smalltalk' && MAIL.test(words) && contentWords(words) <= BARE_REQUEST;
}

const ONLY_MAIL =
  /^(?:yes,? ?|yeah,? ?)?(?:it['’]?s |it is )?(?:about |with )?(?:my |the |our )?(?:e-?mails?|mail ?box|inbox)(?: account)?[.!]*$|^(?:是的?|对)?[，, ]?(?:我的?)?(?:邮箱|邮件|信箱|电邮)(?:的?事|问题)?[。!！]*$/;

/** Half a word about a mailbox, while nothing is known of the trouble: guesses would only go on from guesses. */
function isLost({ text: words }: Reading, { conversation }: Question): boolean {
  const { provider, client } = conversation.slots;
  return (
    (provider ?? client) !== undefined && conversation.lastIntent === undefined && contentWords(words) <= HALF_A_WORD
  );
}

const HALF_A_WORD = 4;
const BARE_REQUEST = 10;

function whatIsIt(question: Question): Answer {
  return { ...INTENTS['send-receive-problem'].answer({ ...question, intent: 'send-receive-problem' }), zone: 'ask' };
}

/** What is less likely than this only makes the choice longer. */
const WORTH_OFFERING = 0.02;

/** The two or three likeliest as buttons. */
function offerChoices(question: Question, reading: Reading): Answer {
  const { texts: all, slots } = question;
  const others = reading.alternatives.filter(({ confidence }) => confidence >= WORTH_OFFERING);
  const names = [reading.intent, ...others.map((other) => other.intent)]
    .filter((name) => !keepsSubject(name))
    .slice(0, 3);
  const buttons: Action[] = names.map((name) => ({ label: all.answers.intents[name], intent: { name, slots } }));
  const other: Action = { label: all.answers.ask.other, intent: { name: 'out-of-scope', slots: {}, topic: ELSE } };
  const { isItMail, whichOne, perhaps, ifNot } = all.answers.ask;
  const talking = subjectOf(question.conversation) !== undefined;
  const named = Object.keys(slots).length > 0 || talking;
  const error = question.fresh.errorId === undefined ? undefined : quotedError(question);
  const guess =
    named && !error ? passageAnswer(passagesFor(question), question, talking ? SAYS_MORE : ANSWERS) : undefined;
  return {
    zone: 'ask',
    blocks: [
      ...(error ? [errorMeaning(error, question)] : []),
      ...(guess ? [text(perhaps), ...guess.blocks.filter(({ kind }) => kind !== 'actions')] : []),
      text(guess ? ifNot : named || MAIL.test(reading.text) ? whichOne : isItMail),
      ...actions(...buttons, other),
    ],
  };
}
