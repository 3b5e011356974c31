import type { ConversationState } from '../../src/core/index.ts';

/** A private talk in which nothing was said yet. */
export const BLANK_CONVERSATION: ConversationState = {
  id: 'test:me',
  version: 0,
  place: 'test:me',
  private: true,
  slots: {},
  slotsAt: 0,
  stillNot: 0,
  transcript: [],
};
