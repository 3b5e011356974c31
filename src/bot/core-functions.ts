import type { Event, Immediate, Incoming, Knowledge, PlaceId, Situation, Turn } from '../core/index.ts';

/** The pure functions that decide; the bot only carries out. */
export interface Core {
  redactEvent(incoming: Incoming, context: { secretExpected: boolean; knowledge: Knowledge }): Event;
  respond(event: Event, situation: Situation, knowledge: Knowledge, now: number): Turn;
  /** Desks whose member the event's author must be; empty where nobody's rights are in question. */
  desksAsked(event: Event, situation: Situation): PlaceId[];
  answerNow(event: Event, situation: Situation, knowledge: Knowledge): Immediate;
}
