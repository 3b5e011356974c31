import type { Event, MessageEvent, Situation } from '../../src/core/index.ts';

const SETTINGS = { defaultLanguage: 'en' } as const;

/** A direct message; `number` makes its id. */
export function messageFrom(person: Event['conversation'], text: string, number: number): MessageEvent {
  return {
    type: 'message',
    id: `bench:e${number}`,
    conversation: person,
    place: person,
    private: true,
    author: { id: person, name: 'Ann', bot: false },
    at: Date.now(),
    text,
    files: [],
    addressed: 'direct',
  };
}

/** Of somebody who has never written before. */
export function firstSituation({ conversation, place, author }: Event): Situation {
  return {
    conversation: {
      id: conversation,
      version: 0,
      place,
      private: true,
      slots: {},
      slotsAt: 0,
      stillNot: 0,
      transcript: [],
    },
    person: { id: author.id, version: 0, name: author.name, blocked: false },
    ticketEvents: [],
    nextTicketNumber: 1,
    settings: SETTINGS,
  };
}
