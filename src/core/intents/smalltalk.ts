import type { Block } from '../model.ts';
import { chatKind } from '../nlu/chat.ts';
import { subjectOf } from '../nlu/follow-up.ts';
import { callsUs } from '../nlu/nudge.ts';
import { deniesPerson } from '../nlu/remarks.ts';
import { answerToOffer, whatItTakes } from '../nlu/yes-no.ts';
import { actions, ask, type IntentHandler, type Question, text } from './answer.ts';

export const smalltalk: IntentHandler = {
  name: 'smalltalk',
  answer: (question) => ({ zone: 'answer', blocks: blocksFor(question) }),
};

const KINDS = [
  ['neverMind', /^算了|不用了|never ?mind|forget it/],
  [
    'fixed',
    /works|working now|fixed|solved|did it|sorted|好了|好使|可以了|搞定|解决|成功|能用|能收|能发|弄好|可以寄|通了|geht (?:jetzt|wieder)|funktioniert|ça marche|funcion|quedó|заработал|直りました|できました|됐/,
  ],
  ['thanks', /thank|thx|cheers|\bta\b|谢|感|merci|danke|gracias|obrigad|спасибо|ありがとう|감사|고마/],
  ['bye', /bye|再见|拜拜|回见|tschüss|au revoir|adiós|tchau|пока/],
  ['identity', /who|what (?:are|can)|bot|robot|human\?|made you|你是|机器人|谁|能做什么|会什么|叫什么/],
] as const;

function blocksFor(question: Question): Block[] {
  const { smalltalk: words } = question.texts.answers;
  const chat = chatKind(question.text);
  if (chat === 'realPerson' || chat === 'complaint') return [text(words[chat]), ...human(question)];
  if (callsUs(question.text) && subjectOf(question.conversation) !== undefined) return [text(words.here)];
  if (deniesPerson(question.text)) return [text(words.allRight)];
  const kind = KINDS.find(([, pattern]) => pattern.test(question.text))?.[0];
  if (kind === undefined && chat !== undefined) return [text(words[chat])];
  if (kind === 'fixed' && ASKS.test(question.text)) return [text(words.stillThere)];
  if (kind === undefined && subjectOf(question.conversation) !== undefined)
    return [text(wantedFor(question) ?? words.allRight)];
  return kind === undefined || kind === 'identity'
    ? [text(kind ? words.identity : words.hello), ...examples(question)]
    : [text(words[kind])];
}

/** To whom it is welcome that we check their settings, what that takes. */
function wantedFor({ conversation, texts, text: words }: Question): string | undefined {
  const wanted = whatItTakes(conversation);
  return wanted === undefined || answerToOffer(words) !== 'yes' ? undefined : `${texts.nextSteps.allRight}\n${wanted}`;
}

function human({ texts }: Question): Block[] {
  return actions({ label: texts.answers.buttons.human, intent: { name: 'talk-to-human', slots: {} } });
}

/** "Is that fixed?": from here nobody can tell. */
const ASKS = /[?？]|吗|嘛|了没|了么/;

/** Three things to try, as buttons. */
export function examples({ texts, language }: Pick<Question, 'texts' | 'language'>): Block[] {
  const { help, buttons } = texts.answers;
  return actions(
    ask(help.example1, 'provider-settings', {
      provider: EXAMPLE_PROVIDER[language.slice(0, 7)] ?? 'gmail',
      protocols: ['imap'],
    }),
    ask(help.example2, 'ports-and-encryption', {}),
    ask(help.example3, 'auth-failure', {}),
    { label: buttons.human, intent: { name: 'talk-to-human', slots: {} } },
  );
}

/** The provider that the first example names, where it is not Gmail. */
const EXAMPLE_PROVIDER: Record<string, string> = { 'zh-Hans': 'qq' };
