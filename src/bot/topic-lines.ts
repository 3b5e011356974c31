import { fill, LEAST_FOR_ANSWER, texts } from '../core/index.ts';
import { grouped, onlyButtons, type TopicReport } from './own-topics.ts';

/** One line for an operator. */
export interface TopicLine {
  level: 'ok' | 'warning' | 'problem';
  text: string;
}

/** What came of a folder of topics, in an operator's language: what is in use first. */
export function topicLines(found: TopicReport, folder: string, language: string): TopicLine[] {
  const { topics: words } = texts(language).learning;
  const good: TopicLine =
    found.topics.length > 0
      ? { level: 'ok', text: fill(words.good, { count: found.topics.length }) }
      : { level: 'warning', text: fill(words.none, { folder }) };
  return [
    good,
    ...found.faults.map(({ file, line, reason }): TopicLine => {
      const form = line > 0 ? words.fault : words.faultWhole;
      return { level: 'problem', text: fill(form, { file, line, reason }) };
    }),
    ...onlyButtons(found.topics).map(({ id, questions }): TopicLine => {
      return {
        level: 'warning',
        text: fill(words.few, { topic: id, count: questions.length, least: LEAST_FOR_ANSWER }),
      };
    }),
    ...grouped(found.collisions).map(({ topic, with: other, questions, example }): TopicLine => {
      return { level: 'warning', text: fill(words.collides, { topic, other, count: questions, example }) };
    }),
  ];
}
