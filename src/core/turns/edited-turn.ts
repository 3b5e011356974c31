import type {
  AnsweredQuestion,
  ConversationState,
  EditedEvent,
  Event,
  Operation,
  Situation,
  TranscriptLine,
  Turn,
} from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { ignored } from './ignored.ts';
import { answerWords } from './question-turn.ts';

/** An edited question is answered as it stands now, where its earlier answer stands. */
export function editedTurn(event: Event & EditedEvent, situation: Situation, knowledge: Knowledge, now: number): Turn {
  const { answered, asked = [], conversation } = situation;
  if (!answered || event.text.trim() === '') return ignored(event, 'nothing-to-do');
  const afresh = { ...situation, conversation: forget(conversation, answered) };
  const turn = inPlace(answerWords(event.text, event, afresh, knowledge, now), answered);
  return asked.length === 0 ? turn : { ...turn, cancelled: asked.map((job) => job.id) };
}

/** The new answers edit the earlier ones, one by one; of those left over the rest are taken back. */
function inPlace(turn: Turn, { id, posts }: AnsweredQuestion): Turn {
  const earlier = [...posts];
  const stands = new Map<string, string>();
  const operations = turn.operations.map((operation): Operation => {
    if (operation.kind !== 'post' || operation.answers !== turn.event) return operation;
    const of = earlier.shift();
    if (of === undefined) return { ...operation, answers: id };
    const { key, reply } = operation;
    stands.set(key, of);
    return { kind: 'edit', key, of, reply };
  });
  const left = earlier.map((of, index): Operation => ({ kind: 'delete', key: `${turn.event}#left${index}`, of }));
  const jobs = turn.jobs.map((job) => ({ ...job, progress: stands.get(job.progress) ?? job.progress }));
  return { ...turn, operations: [...operations, ...left], jobs };
}

/**
 * As if it had not been asked: a human who takes over reads what the person meant to say. What it named is forgotten
 * where nothing else was asked; among other questions nobody can tell any more which one named what.
 */
export function forget(conversation: ConversationState, { text }: AnsweredQuestion): ConversationState {
  const { transcript } = conversation;
  const said = transcript.findLastIndex((line) => line.from === 'asker' && isBeginning(line, text));
  if (said === -1) return conversation;
  const next = transcript.findIndex((line, index) => index > said && line.from !== 'assistant');
  const kept = transcript.filter((_, index) => index < said || (next !== -1 && index >= next));
  const asked = kept.some((line) => line.from === 'asker');
  return { ...conversation, transcript: kept, slots: asked ? conversation.slots : {} };
}

/** Long lines are cut in the transcript. */
function isBeginning(line: TranscriptLine, text: string): boolean {
  return line.text !== '' && text.startsWith(line.text);
}
