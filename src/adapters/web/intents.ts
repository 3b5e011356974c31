import type { Action, Intent } from '../../core/index.ts';
import { shortHash } from './places.ts';
import type { Shown } from './timeline.ts';

/** Only the desk may say these, whatever a visitor's page was made to show. */
const DESK_ONLY: ReadonlySet<Intent['name']> = new Set(['claim-ticket', 'send-draft', 'keep-note', 'send-text']);

/** Names a button in a form. What it does is looked up again when it is pressed: nobody can make one up. */
export function actionId(intent: Intent): string {
  return shortHash(JSON.stringify(intent));
}

function actionsOf(shown: Shown): Action[] {
  if (shown.from !== 'assistant') return [];
  return shown.versions.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : [])),
  );
}

/** The intent of a button that was really shown there; buttons of a message's earlier versions still work. */
export function shownIntent(
  shown: readonly Shown[],
  pressed: { on: string; action: string },
  who: 'visitor' | 'agent',
): Intent | undefined {
  const message = shown.find((one) => one.from === 'assistant' && one.key === pressed.on);
  const action = message && actionsOf(message).find(({ intent }) => actionId(intent) === pressed.action);
  if (!action || (who === 'visitor' && DESK_ONLY.has(action.intent.name))) return undefined;
  return action.intent;
}
