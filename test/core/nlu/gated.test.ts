import { describe, expect, it } from 'vitest';
import { readUtterances } from '../../../data/build/read-utterances.ts';
import { Gated, gated } from '../../../src/core/nlu/gated.ts';
import { NeedleIndex } from '../../../src/core/nlu/needle-index.ts';
import { normalise } from '../../../src/core/nlu/normalise.ts';
import { MAIL } from '../../../src/core/nlu/lexicon.ts';
import { testKnowledge } from '../../support/knowledge.ts';

describe('plain texts in one pass', () => {
  const texts = ['邮', 'ab', 'abc', 'abcd', 'password incorrect', '信箱', 'x.', 'tls', 'lstl'];
  const index = new NeedleIndex(texts.map((text, place) => ({ text, place })));
  const found = (text: string) => {
    const seen = new Uint8Array(texts.length);
    index.mark(text, seen);
    return texts.filter((_, place) => seen[place] === 1);
  };

  it.each([
    ['', []],
    ['a', []],
    ['ab', ['ab']],
    ['xabc', ['ab', 'abc']],
    ['abcd', ['ab', 'abc', 'abcd']],
    ['我的邮箱', ['邮']],
    ['信箱x.', ['信箱', 'x.']],
    ['the password incorrec', []],
    ['the password incorrect', ['password incorrect']],
    ['lstls', ['tls', 'lstl']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('a gated pattern', () => {
  const patterns = [/pop3?(?![a-z])/, /邮|信箱/, /(?<!\d)25\d(?!\d)/, /a{2,}b|.c/, /no (?:ssl|tls)/g];
  const gates = patterns.map((pattern) => gated(pattern));

  it.each(['pop', 'popular', '我的邮箱', '250', '2501', 'aab', 'xc', 'no tls', 'no  tls', ''])(
    'matches where the bare one does: %s',
    (text) => {
      const bare = patterns.map((pattern) => new RegExp(pattern.source).test(text));

      expect(gates.map((gate) => gate.test(text))).toEqual(bare);
    },
  );

  it('may be made after others were asked', () => {
    gates[0]?.test('pop');

    const late = gated(/imap/);

    expect(late).toBeInstanceOf(Gated);
    expect([late.test('pop'), late.test('imap')]).toEqual([false, true]);
  });

  it('answers for each text by itself, whichever was asked before', () => {
    const asked = ['邮箱', 'mail', 'xyz', '邮箱', 'mail', 'xyz'].map((text) => MAIL.test(text));

    expect(asked).toEqual([true, true, false, true, true, false]);
  });

  it('never misses a message that its pattern matches', () => {
    const knowledge = testKnowledge();
    const texts = readUtterances('data', []).map(({ text }) => normalise(text, knowledge).text);

    const missed = texts.filter((text) => MAIL.test(text) !== MAIL.pattern.test(text));

    expect(missed).toEqual([]);
  });
});
