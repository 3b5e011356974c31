import type { GapGroup } from '../../core/index.ts';

const LONGEST_TITLE = 60;
const MOST_QUESTIONS = 15;
const LEAST_QUESTIONS = 3;

/** A file for the folder of own topics, in which only the answer is missing. JSON's strings are YAML's too. */
export function topicSkeleton({ questions, closest }: GapGroup): string {
  const [title = ''] = questions;
  const asked = questions.slice(0, MOST_QUESTIONS).map((question) => `  - ${JSON.stringify(question.slice(0, 300))}`);
  const nearest = closest
    ? [`# Nearest to what is answered already: ${closest.intent}, “${oneLine(closest.example)}”.`]
    : [];
  const few =
    asked.length < LEAST_QUESTIONS ? [`  # Write at least ${LEAST_QUESTIONS}, better 8 or more, as people ask.`] : [];
  return [
    '---',
    ...nearest,
    `title: ${JSON.stringify(oneLine(title).slice(0, LONGEST_TITLE))}`,
    'questions:',
    ...asked,
    ...few,
    '---',
    'Write the answer here, in place of this line.',
    '',
  ].join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
