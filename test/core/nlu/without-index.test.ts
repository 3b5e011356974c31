import { expect, it } from 'vitest';
import { readUtterances } from '../../../data/build/read-utterances.ts';
import { likely, withoutIndex } from '../../../src/core/nlu/gated.ts';
import { findErrors } from '../../../src/core/nlu/slots/errors.ts';
import { findSecrets } from '../../../src/core/nlu/secrets/index.ts';
import { testKnowledge } from '../../support/knowledge.ts';

it('finds the same with and without an index', () => {
  const knowledge = testKnowledge();
  const texts = readUtterances('data', []).flatMap(({ text }, index) => (index % 8 === 0 ? [text.toLowerCase()] : []));
  const patterns = knowledge.errorPatterns.map(({ pattern }) => pattern);
  const found = () => texts.map((text) => [findErrors(text, knowledge), findSecrets(text, false)]);

  const indexed = found();
  const tried = likely('hello', patterns);
  withoutIndex();

  expect(found()).toEqual(indexed);
  expect(tried.length).toBeLessThan(patterns.length);
  expect(likely('good morning', patterns)).toHaveLength(patterns.length);
});
