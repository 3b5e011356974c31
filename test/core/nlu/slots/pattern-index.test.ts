import { describe, expect, it } from 'vitest';
import type { ErrorPattern } from '../../../../src/core/ports.ts';
import { needlesOf } from '../../../../src/core/nlu/needles.ts';
import { likelyPatterns } from '../../../../src/core/nlu/slots/pattern-index.ts';
import { testKnowledge } from '../../../support/knowledge.ts';
import { readUtterances } from '../../../../data/build/read-utterances.ts';

describe('what must stand in a text for a pattern to match', () => {
  it.each<[string, string[]]>([
    ['login fail(?:ed|ure)', ['login failed', 'login failure']],
    ['(?<![\\d.])535[ -](?!x)', ['535 ', '535-']],
    ['authent.{0,20}failed', ['authent']],
    ['退信|被拒收', ['退信', '被拒收']],
    ['err(?:or)?s?', ['errors', 'error', 'errs', 'err']],
    ['a[0-2]b', ['a0b', 'a1b', 'a2b']],
    ['timed? out', ['timed out', 'time out']],
    ['邮|信箱', ['邮', '信箱']],
  ])('%s', (source, needles) => {
    expect(needlesOf(source).sort()).toEqual(needles.sort());
  });

  it.each(['\\d{3}', '.*', 'a|.', '[^x]y?', '\\p{L}+'])('knows nothing of %s', (source) => {
    expect(needlesOf(source)).toEqual([]);
  });
});

describe('the patterns that are tried on a text', () => {
  const patterns: ErrorPattern[] = ['login failed', '53\\d', '退信', '.*x.*'].map((source) => ({
    id: source,
    intent: 'auth-failure',
    pattern: new RegExp(source, 'u'),
  }));
  const tried = (text: string) => likelyPatterns(text, patterns).map((pattern) => pattern.id);

  it.each([
    ['', ['.*x.*']],
    ['the login failed', ['login failed', '.*x.*']],
    ['535', ['53\\d', '.*x.*']],
    ['收到退信', ['退信', '.*x.*']],
    ['退', ['.*x.*']],
    ['login faile', ['.*x.*']],
    ['login failed', ['login failed', '.*x.*']],
  ])('%s', (text, expected) => {
    expect(tried(text)).toEqual(expected);
  });

  it('include every one that matches', () => {
    const { errorPatterns } = testKnowledge();
    const texts = readUtterances('data', []).filter((_, index) => index % 4 === 0);

    const missed = texts.flatMap(({ text }) => {
      const likely = new Set(likelyPatterns(text.toLowerCase(), errorPatterns));
      return errorPatterns.filter((error) => !likely.has(error) && error.pattern.test(text.toLowerCase()));
    });

    expect(missed).toEqual([]);
  });
});
