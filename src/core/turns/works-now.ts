import { actions, type Answer, type Question, text } from '../intents/answer.ts';
import type { IntentName } from '../model.ts';

const WITH_FEEDBACK: ReadonlySet<IntentName> = new Set<IntentName>([
  'provider-settings',
  'wrong-server-address',
  'auth-failure',
  'connection-error',
  'send-receive-problem',
  'ports-and-encryption',
  'client-setup',
  'sync-or-missing-mail',
]);

/** "Does it work now?" after an answer that mends something. */
export function asksWhetherItWorks(answer: Answer, { texts: all, intent }: Question): Answer {
  if (answer.zone !== 'answer' || answer.task || answer.handover || answer.asked !== undefined) return answer;
  if (!WITH_FEEDBACK.has(intent) || answer.servers?.length === 0) return answer;
  const { settings, buttons } = all.answers;
  return {
    ...answer,
    yesNo: answer.yesNo ?? 'works',
    blocks: [
      ...answer.blocks,
      text(settings.works),
      ...actions(
        { label: buttons.yes, intent: { name: 'helped', yes: true, intent } },
        { label: buttons.no, intent: { name: 'helped', yes: false, intent } },
      ),
    ],
  };
}

/** What a bare yes or no to the whole reply tells. */
export function yesNoOf({ yesNo }: Answer): Pick<Answer, 'yesNo'> {
  return yesNo === undefined ? {} : { yesNo };
}
