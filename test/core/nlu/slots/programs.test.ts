import { describe, expect, it } from 'vitest';
import { extractSlots } from '../../../../src/core/nlu/slots/index.ts';
import { testKnowledge } from '../../../support/knowledge.ts';

const knowledge = testKnowledge();
const ASKED = { asked: true, ongoing: true, business: false };

describe('the name of a program', () => {
  it.each([
    ['apple mail on a macbook', 'apple-mail'],
    ['windows live mail', 'windows-live-mail'],
    ['the new outlook', 'outlook-new'],
    ['outlook 2016', 'outlook'],
    ['网易邮箱大师', 'netease-master'],
  ])('that a provider’s stands in, "%s", is no mailbox', (text, client) => {
    const { slots } = extractSlots(text, knowledge, ASKED);

    expect(slots.client).toBe(client);
    expect(slots.provider).toBeUndefined();
  });

  it('is both where the provider has a program of its own', () => {
    const { slots } = extractSlots('gmail app', knowledge, ASKED);

    expect(slots).toMatchObject({ client: 'gmail-app', provider: 'gmail' });
  });

  it('is what was asked for where it is a provider’s own', () => {
    expect(extractSlots('outlook', knowledge, ASKED).slots.provider).toBe('outlook');
    expect(extractSlots('on my mac', knowledge, ASKED).slots.provider).toBeUndefined();
  });
});
