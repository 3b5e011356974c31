import { type Arbitrary, constantFrom, sample, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readErrors } from '../../../../data/build/read-errors.ts';
import { readUtterances } from '../../../../data/build/read-utterances.ts';
import { redactText } from '../../../../src/core/nlu/redact.ts';
import { codes, harmless, kernelOf, numbers, passwords, phones, shaped } from './generators.ts';
import {
  AFTER_THE_DEED,
  HARMLESS_SENTENCES,
  NUMBER_SENTENCES,
  PASSWORD_SENTENCES,
  PHONE_SENTENCES,
  SHAPED_SENTENCES,
} from './sentences.ts';

const knowledge = { simplify: (text: string) => text };

function redacted(text: string): string {
  return redactText(text, { secretExpected: false, knowledge }).text;
}

interface Case {
  secret: string;
  text: string;
}

function casesOf(secrets: Arbitrary<string>, sentences: readonly string[], count: number): Case[] {
  return sample(tuple(secrets, constantFrom(...sentences)), { numRuns: count, seed: 20261125 }).map(
    ([secret, sentence]) => ({ secret, text: sentence.replace('#', () => secret) }),
  );
}

/** Texts in which the secret still stands; at most 0.5 % of all may. */
function missed(cases: readonly Case[]): string[] {
  return cases.filter(({ secret, text }) => redacted(text).includes(kernelOf(secret))).map(({ text }) => text);
}

/** A failure shows what was missed. */
function expectRecall(cases: readonly Case[]): void {
  const left = missed(cases);
  expect(left.length <= cases.length * 0.005 ? [] : left).toEqual([]);
}

describe('of generated secrets in real sentences at least 99.5 % are found', () => {
  it.each(Object.entries(PASSWORD_SENTENCES))('passwords, %s', (_, sentences) => {
    expectRecall(casesOf(passwords, sentences, 1000));
  });

  it.each(['zh-Hans', 'zh-Hant'])('authorization codes, %s', (language) => {
    const sentences = PASSWORD_SENTENCES[language]?.filter((sentence) =>
      /授权码|授權碼|专用密码|應用程式密碼/.test(sentence),
    );

    expectRecall(casesOf(codes, sentences ?? [], 1000));
  });

  it.each(Object.entries(shaped))('%s', (_, secrets) => {
    expectRecall(casesOf(secrets, SHAPED_SENTENCES, 400));
  });

  it('phone numbers', () => {
    expectRecall(casesOf(phones, PHONE_SENTENCES, 2000));
  });

  it.each(Object.entries(numbers))('%s', (_, secrets) => {
    expectRecall(casesOf(secrets, NUMBER_SENTENCES, 400));
  });
});

describe('of texts without a secret at most 0.5 % are touched', () => {
  it.each(Object.entries(harmless))('%s', (_, values) => {
    const texts = casesOf(values, HARMLESS_SENTENCES, 1000).map(({ text }) => text);

    const touched = texts.filter((text) => redacted(text) !== text);

    expect(touched.length <= texts.length * 0.005 ? [] : touched).toEqual([]);
  });

  it.each(AFTER_THE_DEED)('%s', (text) => {
    expect(redacted(text)).toBe(text);
  });

  it('the example messages and the errors that people paste', () => {
    const errors = readErrors('data', {}, []).flatMap((entry) => JSON.stringify(entry).split('","'));
    const texts = [...readUtterances('data', []).map((example) => example.text), ...errors];

    const touched = texts.filter((text) => redacted(text) !== text);

    expect(touched.length <= texts.length * 0.005 ? [] : touched).toEqual([]);
  });
});
