import type { IntentHandler } from './answer.ts';

/** The turn around it opens the ticket and says what happens next. */
export const talkToHuman: IntentHandler = {
  name: 'talk-to-human',
  answer: () => ({ zone: 'answer', blocks: [], handover: true }),
};
