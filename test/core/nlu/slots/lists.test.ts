import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../../src/core/index.ts';
import { extractSlots } from '../../../../src/core/nlu/slots/index.ts';
import { testKnowledge } from '../../../support/knowledge.ts';

/** Counts what is asked of the knowledge. */
function counting(knowledge: Knowledge): { knowledge: Knowledge; asked: () => number } {
  let asked = 0;
  const counted = new Proxy(knowledge, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      asked++;
      return value.bind(target) as unknown;
    },
  });
  return { knowledge: counted, asked: () => asked };
}

const LISTS: Record<string, (index: number) => string> = {
  'host names': (index) => `imap.host${index}.example.org `,
  'mistyped domains': (index) => `gmial${index}.com `,
  'addresses at mistyped domains': (index) => `user@gmial${index}.com `,
  'words glued to dots': (index) => `a.${'b'.repeat(20)}${index} `,
};

describe('a list of names', () => {
  it.each(Object.entries(LISTS))('costs no more look-ups the longer it grows: %s', (_, piece) => {
    const list = (length: number) => Array.from({ length }, (_unused, index) => piece(index)).join('');
    const lookUps = (length: number) => {
      const { knowledge, asked } = counting(testKnowledge());
      extractSlots(list(length), knowledge);
      return asked();
    };

    expect(lookUps(160)).toBeLessThanOrEqual(lookUps(40) * 1.5);
  });
});
