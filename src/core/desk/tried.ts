import type { ConversationState, IntentName, Tried } from '../model.ts';

/** What is kept of attempts: enough for whoever takes over, and no more. */
const TRIED = 8;

export function withTried(conversation: ConversationState, tried: Tried): ConversationState {
  return { ...conversation, tried: [...(conversation.tried ?? []), tried].slice(-TRIED) };
}

/** What the person said of the newest answer of this kind. */
export function withVerdict(conversation: ConversationState, about: IntentName, helped: boolean): ConversationState {
  const { tried = [] } = conversation;
  const at = tried.findLastIndex((one) => one.kind === 'answer' && one.intent === about);
  const judged = tried.map((one, index) => (index === at && one.kind === 'answer' ? { ...one, helped } : one));
  return { ...conversation, tried: judged };
}
