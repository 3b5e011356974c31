import type { types } from '@slack/bolt';
import type { Action } from '../../core/index.ts';
import { cut } from './cut.ts';
import { LIMITS } from './limits.ts';

function said(action: Action | undefined, yes: boolean): boolean {
  return action?.intent.name === 'helped' && action.intent.yes === yes;
}

function thumb({ label, intent }: Action): types.FeedbackButtons['positive_button'] {
  const text = cut(label, LIMITS.buttonText);
  return { text: { type: 'plain_text', text }, accessibility_label: text, value: JSON.stringify(intent) };
}

/**
 * The thumbs of the agent surface, for exactly a "yes, it helped" and a "no"; undefined for other buttons. They keep
 * no state: who presses both has said the last. https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element
 */
export function feedbackButtons(actions: readonly Action[]): types.FeedbackButtons | undefined {
  const [yes, no] = actions;
  if (actions.length !== 2 || yes === undefined || no === undefined || !said(yes, true) || !said(no, false))
    return undefined;
  return {
    type: 'feedback_buttons',
    action_id: 'feedback',
    positive_button: thumb(yes),
    negative_button: thumb(no),
  };
}
