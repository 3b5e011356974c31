import { expect, it } from 'vitest';
import { extractSlots } from '../../../../src/core/nlu/slots/index.ts';
import { testKnowledge } from '../../../support/knowledge.ts';

const TALK = { asked: true, ongoing: true, business: false };

it.each([
  'i could install thunderbird if that helps with my mail',
  'i have never had this mail before',
  'my mail is online',
  'it tells me the password is wrong',
  'a strange character in the mail',
])('an everyday word is no misspelt provider: %s', (text) => {
  expect(extractSlots(text, testKnowledge(), TALK).slots.provider).toBeUndefined();
});
