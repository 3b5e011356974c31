import type { ConversationState, JobTask, Looking } from '../model.ts';

/** What the conversation remembers of a check or look-up; a scan that is refused is none. */
export function lookingAt(task: JobTask, since: number): Looking | undefined {
  if (task.kind === 'discover') return { kind: task.kind, name: task.domain, since };
  if (task.kind !== 'check-server' || task.port === 0) return undefined;
  return { kind: task.kind, name: task.host, since, ...(task.port !== undefined && { port: task.port }) };
}

/** So much of a result is said again. */
const LONGEST = 600;

/** The same once it has ended; another that was asked for since is not touched. */
export function withFound(conversation: ConversationState, task: JobTask, found: string): ConversationState {
  const { looking } = conversation;
  const ended = lookingAt(task, 0);
  if (looking === undefined || ended?.name !== looking.name || ended.port !== looking.port) return conversation;
  return { ...conversation, looking: { ...looking, found: found.slice(0, LONGEST) } };
}
