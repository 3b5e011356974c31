import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/core/nlu/normalise.ts';
import { type Looked, searchPassages } from '../../../src/core/passages/search.ts';
import { tokensOf } from '../../../src/core/passages/tokens.ts';
import { testKnowledge } from '../../support/knowledge.ts';

const knowledge = testKnowledge();

function found(text: string, looked: Partial<Looked> = {}) {
  const all: Looked = { language: 'en', intents: [], before: '', isSaid: () => false, ...looked };
  return searchPassages(normalise(text, knowledge).text, knowledge, all);
}

describe('the search among passages of the topics', () => {
  it.each([
    ['do i type the spaces too', 'en', /spaces/i],
    ['how do i do SPF?', 'en', /SPF/],
    ['I do have avast on here, could that be blocking', 'en', /Avast/],
    ['还能找回来吗', 'zh-Hans', /找回/],
    ['SPF 是什么，谁来设定', 'zh-Hans', /SPF/],
    ['我刚才点了继续', 'zh-Hans', /继续/],
  ])('finds what speaks of "%s"', (text, language, words) => {
    const [hit] = found(text, { language, before: 'app password 授权码' });

    expect(hit?.passage.text).toMatch(words);
  });

  it.each(['what is the weather', '你喜欢吃什么', 'my boss is angry', 'ok', ''])('finds nothing for "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('leaves out what is for another provider or program', () => {
    const question = 'where is that in the google account';
    const gmail = found(question, { provider: knowledge.provider('gmail')! }).map(({ passage }) => passage.providers);
    const nobody = found(question).flatMap(({ passage }) => passage.providers);

    expect(gmail.flat()).toContain('gmail');
    expect(gmail.filter((ids) => ids.length > 0 && !ids.includes('gmail'))).toEqual([]);
    expect(nobody).toEqual([]);
  });

  it('leaves out what was said already', () => {
    const [first] = found('do i type the spaces too');
    const again = found('do i type the spaces too', { isSaid: ({ text }) => text === first?.passage.text });

    expect(again.map(({ passage }) => passage.text)).not.toContain(first?.passage.text);
  });

  it('goes by the words before where a question is short', () => {
    const aboutCode = found('does it expire', { before: 'make an app password in your account' });
    const aboutCertificate = found('does it expire', { before: 'the certificate of the server' });

    expect(aboutCode[0]?.passage.text).toMatch(/app password/i);
    expect(aboutCertificate[0]?.passage.text).toMatch(/certificate|\*\*Expired/i);
  });
});

describe('the tokens of a text', () => {
  it('are stems, pairs of Han characters and meanings, without what every sentence has', () => {
    expect(tokensOf('the downloaded mails')).toContain('download');
    expect(tokensOf('已删除的邮件')).toContain('删除');
    expect(tokensOf('what is it')).toEqual(new Set());
    expect([...tokensOf('my password')]).toContain('<password');
  });
});
