import { ALL, type Question } from '../intents/answer.ts';
import { texts } from '../locales/index.ts';
import type { QuestionIntent, Situation, Slots } from '../model.ts';
import { rememberedSlots } from '../nlu/context.ts';
import type { Knowledge } from '../ports.ts';

/** The question behind a button, a command or a job's result: no words, only what the conversation knows. */
export function buttonQuestion(
  intent: QuestionIntent,
  situation: Situation,
  language: string,
  knowledge: Knowledge,
  now: number,
): Question {
  const { conversation } = situation;
  return {
    intent: intent.name,
    slots: { ...remembered(situation, intent, now), ...intent.slots },
    fresh: intent.slots,
    text: '',
    raw: '',
    language,
    texts: texts(language),
    knowledge,
    conversation,
    stillNot: false,
    now,
    ...(intent.topic !== undefined && { topic: intent.topic }),
  };
}

/** "All settings" widens what was asked before, which named one protocol. */
function remembered({ conversation }: Situation, { topic }: QuestionIntent, now: number): Slots {
  const { protocols, ...others } = rememberedSlots(conversation, now);
  return topic === ALL || protocols === undefined ? others : { ...others, protocols };
}
