import { expect, it } from 'vitest';
import type { ConversationState, Situation, Understanding } from '../../../src/core/model.ts';
import { afterAnswer } from '../../../src/core/turns/after-answer.ts';
import { buttonQuestion } from '../../../src/core/turns/button-question.ts';
import { BLANK_CONVERSATION } from '../../support/blank-conversation.ts';
import { testKnowledge } from '../../support/knowledge.ts';

const BEFORE: ConversationState = { ...BLANK_CONVERSATION, lastIntent: 'provider-settings' };
const SITUATION: Situation = {
  conversation: BEFORE,
  person: { id: 'test:me', version: 0, name: 'Me', blocked: false },
  ticketEvents: [],
  nextTicketNumber: 1,
  settings: { defaultLanguage: 'en' },
};

it.each([
  { zone: 'ask', confidence: 0.2, subject: 'provider-settings' },
  { zone: 'ask', confidence: 0.6, subject: 'auth-failure' },
  { zone: 'answer', confidence: 0.9, subject: 'auth-failure' },
] as const)('after $zone at $confidence the conversation is about $subject', ({ zone, confidence, subject }) => {
  const intent = { name: 'auth-failure', slots: {} } as const;
  const question = buttonQuestion(intent, SITUATION, 'en', testKnowledge(), 0);
  const understanding: Understanding = {
    intent: intent.name,
    confidence,
    zone,
    alternatives: [],
    slots: {},
    spans: [],
    carried: [],
    language: 'en',
  };

  const after = afterAnswer(BEFORE, question, { zone, blocks: [] }, understanding);

  expect(after.lastIntent).toBe(subject);
});
