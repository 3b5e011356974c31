import { type Texts, texts } from '../locales/index.ts';
import type { Event, Situation } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { TurnBuilder } from '../turns/turn-builder.ts';

/** One event at work on the desk's things. The desk speaks the operator's language, the asker their own. */
export interface Work {
  turn: TurnBuilder;
  event: Event;
  situation: Situation;
  knowledge: Knowledge;
  now: number;
  /** In the desk's language. */
  all: Texts;
  language: string;
}

export function workOn(event: Event, situation: Situation, knowledge: Knowledge, now: number): Work {
  const language = situation.settings.defaultLanguage;
  const turn = new TurnBuilder(event, situation, language, now, 'desk-');
  return { turn, event, situation, knowledge, now, all: texts(language), language };
}
