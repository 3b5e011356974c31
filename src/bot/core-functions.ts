import type { Event, Immediate, Incoming, Knowledge, Situation, Turn } from '../core/index.ts';

/** The pure functions that decide; the bot only carries out. */
export interface Core {
  redactEvent(incoming: Incoming, context: { secretExpected: boolean; knowledge: Knowledge }): Event;
  respond(event: Event, situation: Situation, knowledge: Knowledge, now: number): Turn;
  answerNow(event: Event, situation: Situation, knowledge: Knowledge): Immediate;
}
