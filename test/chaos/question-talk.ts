import { Line } from './line.ts';
import type { Question } from './questions.ts';
import type { Side } from './side.ts';
import type { Talk } from './talk.ts';

/** Somebody who asks the assistant one question after the other, and must see one answer to each. */
export function questionTalk(side: Side, person: string, questions: Question[]): Talk {
  const answers = new Line(`${side.name}: questions`, () => side.seen(person).map(({ text }) => text));
  return {
    lines: [answers],
    pause: { from: 0, to: 700 },
    async step() {
      const question = questions.shift();
      if (!question) return false;
      answers.add({ mark: question.mark });
      await side.say(person, { text: question.text });
      return true;
    },
  };
}
