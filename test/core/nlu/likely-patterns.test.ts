import { describe, expect, it } from 'vitest';
import { readUtterances } from '../../../data/build/read-utterances.ts';
import { likely } from '../../../src/core/nlu/gated.ts';
import { needlesOf } from '../../../src/core/nlu/needles.ts';
import { testKnowledge } from '../../support/knowledge.ts';

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
    ['server .{1,60}has disconnected', ['has disconnected']],
    ['(?:imap|smtp)服务(?:未开|没开)', ['imap服务未开', 'imap服务没开', 'smtp服务未开', 'smtp服务没开']],
    ['(?:imap|smtp).{0,9}(?:未|没)(?:开启|打开)', ['未开启', '未打开', '没开启', '没打开']],
  ])('%s', (source, needles) => {
    expect(needlesOf(source).sort()).toEqual(needles.sort());
  });

  it.each(['\\d{3}', '.*', 'a|.', '[^x]y?', '\\p{L}+'])('knows nothing of %s', (source) => {
    expect(needlesOf(source)).toEqual([]);
  });
});

describe('the patterns that are tried on a text', () => {
  const patterns = ['login failed', '53\\d', '退信', '.*x.*'].map((source) => new RegExp(source, 'u'));
  const tried = (text: string) => likely(text, patterns).map((place) => patterns[place]?.source);

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
    const errors = testKnowledge().errorPatterns.map(({ pattern }) => pattern);
    const texts = readUtterances('data', []).filter((_, index) => index % 4 === 0);

    const missed = texts.flatMap(({ text }) => {
      const places = new Set(likely(text.toLowerCase(), errors));
      return errors.filter((error, place) => !places.has(place) && error.test(text.toLowerCase()));
    });

    expect(missed).toEqual([]);
  });
});
