import { describe, expect, it } from 'vitest';
import { CONCEPTS, conceptsOf } from '../../../src/core/nlu/concepts/index.ts';

const named = (text: string) => conceptsOf(text).map((number) => CONCEPTS[number]);

describe('the concepts of a text', () => {
  it.each([
    ['en', 'i cannot send from my phone'],
    ['zh', '手机发不了邮件'],
    ['ja', '携帯から送信できない'],
    ['ko', '휴대폰에서 보내기가 안 돼요'],
    ['de', 'kann vom handy nicht senden'],
    ['fr', 'impossible d’envoyer depuis le téléphone'],
    ['es', 'no puedo enviar desde el celular'],
    ['pt', 'não consigo enviar do celular'],
    ['ru', 'не могу отправить с телефона'],
  ])('are the same in %s', (_, text) => {
    expect(named(text)).toEqual(expect.arrayContaining(['send', 'phone', 'negation']));
  });

  it.each([
    ['within a word', 'resending', 'send'],
    ['in a longer word where its end was asked for', 'portion', 'port'],
    ['in an empty text', '', 'send'],
  ])('are not found %s', (_, text, concept) => {
    expect(named(text)).not.toContain(concept);
  });

  it('are found at the very end, and once', () => {
    expect(named('port, port, port')).toEqual(['port']);
  });
});
