import type { OwnTopic } from '../../src/core/index.ts';

/** Questions of one subject that mail has nothing to do with. */
export const PARKING_QUESTIONS = [
  'where can I park my car at the office',
  'how do I get a parking permit',
  'is there parking for visitors',
  'my badge does not open the garage',
  'the barrier at the car park stays closed',
  'can I park my bike inside',
  'who gives out parking spaces',
  'parking spot for a guest tomorrow',
];

export const PARKING: OwnTopic = {
  id: 'parking',
  title: { en: 'Parking at the office', 'zh-Hans': '办公室停车' },
  answer: { en: 'Ask **facility** for a permit.', 'zh-Hans': '请向行政申请停车证。' },
  questions: PARKING_QUESTIONS,
};

/** A file of a folder of topics. */
export function topicFile(title: string, questions: readonly string[], answer: string): string {
  return [
    '---',
    `title: ${title}`,
    'questions:',
    ...questions.map((question) => `  - ${question}`),
    '---',
    answer,
    '',
  ].join('\n');
}
