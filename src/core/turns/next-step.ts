import { actions, type Answer, type Question, text } from '../intents/answer.ts';

/** "Still doesn't work": another thing to try each time, never the same answer again; from the third on a human. */
export function nextStep({ texts, conversation }: Question): Answer {
  const { still, buttons } = texts.answers;
  const human = actions({ label: buttons.human, intent: { name: 'talk-to-human', slots: {} }, style: 'primary' });
  if (conversation.stillNot >= 2) return { zone: 'answer', blocks: [text(still.human), ...human] };
  if (conversation.stillNot === 1)
    return { zone: 'answer', asked: 'error', blocks: [text(`${still.next}\n${still.askError}`), ...human] };
  return { zone: 'answer', blocks: [text(`${still.next}\n${still.webmail}`), ...human] };
}
