import { describe, expect, it } from 'vitest';
import { answerNow, redactEvent, respond, type Event, type Incoming, type Situation } from '../../src/core/index.ts';
import { testKnowledge } from '../support/knowledge.ts';

const NOW = 1_900_000_000_000;
const BASE = {
  id: 'test:1',
  conversation: 'test:channel/ann',
  place: 'test:channel',
  private: false,
  author: { id: 'test:ann', name: 'Ann', bot: false },
  at: NOW,
  locale: 'en-US',
} as const;
const HANDLE = { value: 'handle', expiresAt: NOW + 1 };

function situation(language?: string): Situation {
  const { conversation: id, place } = BASE;
  return {
    conversation: { id, version: 0, place, private: false, slots: {}, slotsAt: 0, stillNot: 0, transcript: [] },
    person: { id: 'test:ann', version: 0, name: 'Ann', blocked: false, ...(language !== undefined && { language }) },
    ticketEvents: [],
    nextTicketNumber: 1,
    settings: { defaultLanguage: 'en' },
  };
}

function redacted(incoming: Incoming): Event {
  return redactEvent(incoming, { secretExpected: false, knowledge: testKnowledge() });
}

describe('a form', () => {
  it.each<[string, Incoming, string]>([
    ['"/mail diagnose"', { ...BASE, type: 'command', command: 'diagnose', text: '', handle: HANDLE }, 'diagnose'],
    ['its button', { ...BASE, type: 'action', intent: { name: 'open-form', form: 'ask' }, handle: HANDLE }, 'ask'],
  ])('is opened by %s, in the language that the person chose', (_, incoming, form) => {
    const immediate = answerNow(redacted(incoming), situation('zh-Hant'), testKnowledge());

    expect(immediate).toEqual({ kind: 'open-form', form, language: 'zh-Hant' });
  });

  it('is not opened where there are none: its button says where to write', () => {
    const event = redacted({ ...BASE, type: 'action', intent: { name: 'open-form', form: 'ask' } });

    const turn = respond(event, situation(), testKnowledge(), NOW);

    expect(answerNow(event, situation(), testKnowledge())).toEqual({ kind: 'ack' });
    expect(JSON.stringify(turn.operations)).toContain('write it here');
  });
});

describe('a call without words', () => {
  it('is offered a form to write in', () => {
    const event = redacted({ ...BASE, type: 'message', text: ' ', files: [], addressed: 'mention' });

    const turn = respond(event, situation(), testKnowledge(), NOW);

    expect(turn.operations).toMatchObject([
      { kind: 'post', reply: { blocks: [{ kind: 'text' }, { actions: [{ intent: { name: 'open-form' } }] }] } },
    ]);
  });
});
