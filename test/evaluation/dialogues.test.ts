import { expect, it } from 'vitest';
import { judge, type LabelledMessage } from '../../src/bot/cli/evaluate.ts';
import { testKnowledge } from '../support/knowledge.ts';

it('turns of one dialogue are judged in the light of those before, and messages alone are not', () => {
  const turn = (id: string, text: string, conversation?: string): LabelledMessage => ({
    id,
    text,
    intent: 'provider-settings',
    ...(conversation !== undefined && { conversation }),
  });

  const together = judge([turn('a/1', 'gmail imap', 'a'), turn('a/2', 'and pop3?', 'a')], testKnowledge());
  const apart = judge([turn('1', 'gmail imap'), turn('2', 'and pop3?')], testKnowledge());

  expect(together[1]?.slotsFound.provider).toBe('gmail');
  expect(apart[1]?.slotsFound.provider).toBeUndefined();
});
