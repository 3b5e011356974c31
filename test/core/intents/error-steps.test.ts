import { expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/core/index.ts';
import { answerBlocks } from '../../support/composed-answers.ts';

function stepsFor(provider: string | undefined, language: string): string[] {
  const slots = { errorId: 'outlook-0x800ccc0e', ...(provider !== undefined && { provider }) };
  return answerBlocks({ name: 'connection-error', slots }, language).flatMap((block) =>
    block.kind === 'steps' ? block.items : [],
  );
}

it.each(LANGUAGES)('asks nobody for a provider that is known, in %s', (language) => {
  const unknown = stepsFor(undefined, language);
  const known = stepsFor('gmx', language);

  expect(unknown.join('\n')).not.toContain('GMX');
  expect(known.join('\n')).toContain('GMX');
  expect(known).toHaveLength(unknown.length);
  expect([...unknown, ...known].join('\n')).not.toMatch(/[{}]/);
});
