import { fill } from '../locales/index.ts';
import { type Answer, actions, ask, type IntentHandler, type Question, text } from './answer.ts';
import { evidenceOf } from './evidence.ts';
import { nameOf } from './provider-name.ts';
import { troubleHandler } from './trouble.ts';
import { lineWith } from './told.ts';
import { pointedTo, type TopicChoice } from './topics.ts';

const CANNOT_SEND = 'can-receive-cannot-send';
const CANNOT_RECEIVE = 'cannot-receive';

const TOPICS: TopicChoice = [
  [
    'message-came-back',
    /(?<!\b(?:no|not|any|without|never|nothing|n['’]?t)\b(?: \w+){0,2} )(?:bounce|came back|undeliver|returned|rejected)|mailer-daemon|(?<!(?:没有?|无|不)(?:收到)?(?:任何|过|被|有)?)(?:退信|退回|被退|被拒|弹回)|55[0-4]|zurück|rebot|devuelt|reje/,
  ],
  ['attachment-too-large', /attachment|too (?:big|large)|附件|太大|anhang|pièce jointe|adjunto|anexo/],
  ['stuck-in-outbox', /outbox|stuck|发件箱|寄件匣|postausgang|bandeja de salida/],
  [
    'goes-to-spam',
    /spam|junk|垃圾|对方.{0,4}(?:没|收不)|(?:recipients?|customers?|clients?|they|he|she) (?:do|does|did)n.t (?:get|receive)/,
  ],
  [
    CANNOT_SEND,
    /(?:ca ?n['’]?t|cannot|won['’]?t|not|unable to|fail\w* to|doesn.t) (?:be )?(?:sen[dt]|go out|leave)|outgoing|发不出|不能发|发送失败|寄不出|无法发|发信失败|能收不能发|寄信.*失败|送れ|送信でき|보낼 수|못 보|smtp|senden|envoyer|enviar|отправ/,
  ],
  [
    CANNOT_RECEIVE,
    /receiv(?!\w* (?:still )?(?:works?|is|fine|ok))|\bget(?:ting)? (?:\w+ ){0,3}(?:(?:e-?)?mails?|messages)|\bcom(?:e|es|ing) (?:in|through|up)\b|收不到|收不了|不能收|接收失败|无法收|没收到|arriv|empfang|ankomm|kommen? (?:\w+ ){0,3}an\b|re[cç][oe]i|recev|recib|receb|llega|chega|приход|получ|届|受信でき/,
  ],
];

const trouble = troubleHandler('send-receive-problem', TOPICS, CANNOT_SEND);

export const sendReceiveProblem: IntentHandler = {
  name: 'send-receive-problem',
  answer: (question) => (isVague(question) ? whichFails(question) : trouble.answer(question)),
};

/** Either way to mend it, by what is said of sending or receiving in whatever words. */
const DIRECTION =
  /\bsen[dt]|sending|out\b|receiv|incoming|deliver|arriv|get(?:ting)? |\bcom(?:e|es|ing) (?:in|through|up)\b|\b(?:in|new) mail|发|寄|送|收|信|보내|보낼|받|届|送|llega|chega|приход|empf|ankomm|kommen? (?:\w+ ){0,3}an\b|re[cç][oe]|recib|envo|envi|enter|отправ|получ/;

/** "My mail stopped working": nothing tells which half of it, and an answer to the wrong half only costs time. */
function isVague(question: Question): boolean {
  const { topic, slots, text: words } = question;
  if (topic !== undefined || words === '' || slots.error !== undefined || slots.errorId !== undefined) return false;
  return (
    slots.protocols === undefined &&
    slots.ports === undefined &&
    lineWith(question, (line) => DIRECTION.test(line)) === undefined &&
    !pointedTo(question, TOPICS)
  );
}

/** What splits such troubles best, each with the way on behind it. */
function whichFails(question: Question): Answer {
  const { texts, slots, intent, knowledge, language } = question;
  const { nextSteps, answers } = texts;
  const { webmail, elsewhere } = evidenceOf(question);
  const known = webmail === 'works' ? nextSteps.webmailWorks : elsewhere ? nextSteps.worksElsewhere : undefined;
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  const guide = slots.client === undefined ? undefined : knowledge.client(slots.client, language);
  const whose = [provider && nameOf(provider, language), guide?.name].filter((name) => name !== undefined);
  const asking = whose.length > 0 ? fill(nextSteps.whichFailsAt, { whose: whose.join(', ') }) : nextSteps.whichFails;
  return {
    zone: 'answer',
    servers: [],
    ...(!provider && { asked: 'provider' }),
    blocks: [
      text([known, asking].filter((line) => line !== undefined).join('\n')),
      ...actions(
        ask(nextSteps.cannotSend, intent, slots, CANNOT_SEND),
        ask(nextSteps.cannotReceive, intent, slots, CANNOT_RECEIVE),
        ask(answers.buttons.signIn, 'auth-failure', slots),
        ask(answers.intents['connection-error'], 'connection-error', slots),
        ask(answers.intents['client-setup'], 'client-setup', slots),
        { label: answers.buttons.human, intent: { name: 'talk-to-human', slots: {} } },
      ),
    ],
  };
}
