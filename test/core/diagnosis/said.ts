import type { Event, MessageEvent, Situation } from '../../../src/core/index.ts';

/** A direct message of Ann. */
export function messageTo(text: string, at: number): MessageEvent {
  return {
    type: 'message',
    id: 'test:1',
    conversation: 'test:dm/ann',
    place: 'test:dm/ann',
    private: true,
    author: { id: 'test:ann', name: 'Ann', bot: false },
    at,
    text,
    files: [],
    addressed: 'direct',
  };
}

/** Nothing has been said before, by somebody who reads `language`. */
export function situationFor({ conversation, place, author }: Event, language: string): Situation {
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
    person: { id: author.id, version: 0, name: author.name, language, blocked: false },
    ticketEvents: [],
    nextTicketNumber: 1,
    settings: { defaultLanguage: 'en' },
  };
}
