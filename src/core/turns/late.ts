import { text } from '../intents/answer.ts';
import { texts } from '../locales/index.ts';
import type { Event, MessageEvent, Operation, Turn } from '../model.ts';

/** Younger than this nobody notices that we were away, ms. */
const UNNOTICED = 10 * 60_000;
/** Older than this an answer is of no use, ms. */
const OF_USE = 24 * 3_600_000;

/** In a channel a late answer is welcome only while nobody else has given one. */
export function isStale(
  { at, private: alone }: Event & MessageEvent,
  late: { replied: boolean },
  now: number,
): boolean {
  const age = now - at;
  return age > OF_USE || (age > UNNOTICED && !alone && late.replied);
}

/** Says first that we were away, where that shows. */
export function withApology(turn: Turn, event: Event & MessageEvent, now: number): Turn {
  const first = turn.operations.findIndex(({ kind }) => kind === 'post');
  if (now - event.at <= UNNOTICED || first === -1) return turn;
  return { ...turn, operations: turn.operations.map((each, index) => (index === first ? apologised(each) : each)) };
}

function apologised(operation: Operation): Operation {
  if (operation.kind !== 'post') return operation;
  const { reply } = operation;
  const sorry = text(texts(reply.language).surfaces.late);
  return { ...operation, reply: { ...reply, blocks: [sorry, ...reply.blocks] } };
}
