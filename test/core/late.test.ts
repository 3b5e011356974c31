import { describe, expect, it } from 'vitest';
import { redactEvent, respond, type MessageEvent, type Situation, type Turn } from '../../src/core/index.ts';
import { testKnowledge } from '../support/knowledge.ts';

const NOW = 1_900_000_000_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function asked(age: number, over: Partial<MessageEvent> = {}): Turn {
  const incoming: MessageEvent = {
    type: 'message',
    id: 'test:1',
    conversation: 'test:dm/ann',
    place: 'test:dm/ann',
    private: true,
    author: { id: 'test:ann', name: 'Ann', bot: false },
    at: NOW - age,
    text: 'what is the imap server of gmail',
    files: [],
    addressed: 'direct',
    late: { replied: false },
    ...over,
  };
  const knowledge = testKnowledge();
  const situation: Situation = {
    conversation: {
      id: incoming.conversation,
      version: 0,
      place: incoming.place,
      private: incoming.private,
      slots: {},
      slotsAt: 0,
      stillNot: 0,
      transcript: [],
    },
    person: { id: 'test:ann', version: 0, name: 'Ann', blocked: false },
    ticketEvents: [],
    nextTicketNumber: 1,
    settings: { defaultLanguage: 'en' },
  };
  return respond(redactEvent(incoming, { secretExpected: false, knowledge }), situation, knowledge, NOW);
}

const channel = {
  place: 'test:channel',
  conversation: 'test:channel/ann',
  private: false,
  addressed: 'mention',
} as const;

describe('a question that was found by looking back', () => {
  it('is answered as ever while nobody has noticed', () => {
    const turn = asked(9 * MINUTE);

    expect(JSON.stringify(turn.operations)).toContain('imap.gmail.com');
    expect(JSON.stringify(turn.operations)).not.toContain('Sorry for the wait');
  });

  it('is answered with a word of apology within a day', () => {
    expect(JSON.stringify(asked(23 * HOUR).operations)).toMatch(/Sorry for the wait.*imap\.gmail\.com/);
    expect(JSON.stringify(asked(2 * HOUR, { ...channel, text: 'gmail 的 imap 服务器是什么' }).operations)).toContain(
      '抱歉',
    );
  });

  it('is left alone after a day, and in a channel where a person has answered', () => {
    const stale = { kind: 'ignored', reason: 'stale' };

    expect(asked(25 * HOUR)).toMatchObject({ outcome: stale, operations: [] });
    expect(asked(HOUR, { ...channel, late: { replied: true } })).toMatchObject({ outcome: stale });
    expect(asked(HOUR, { late: { replied: true } }).outcome.kind).toBe('answered');
    expect(asked(MINUTE, { ...channel, late: { replied: true } }).outcome.kind).toBe('answered');
  });
});
