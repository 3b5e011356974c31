import type { Knowledge } from '../ports.ts';
import { displayLabel } from './punycode.ts';

/** Letters of other scripts that look like a Latin one, after Unicode's confusables (UTS #39), the ones used in fakes. */
const LOOKALIKES = new Map(
  Object.entries({
    a: 'аɑα',
    b: 'Ьƅ',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еҽ',
    g: 'ɡց',
    h: 'һ',
    i: 'іıɩι',
    j: 'јϳ',
    k: 'κк',
    l: 'ӏⅼ',
    m: 'мⅿ',
    n: 'ո',
    o: 'оοօ',
    p: 'рρ',
    q: 'ԛ',
    r: 'г',
    s: 'ѕ',
    t: 'τт',
    u: 'υս',
    v: 'ѵν',
    w: 'ԝѡ',
    x: 'хχ',
    y: 'уγ',
    z: 'ᴢ',
  }).flatMap(([latin, others]) => [...others].map((other): [string, string] => [other, latin])),
);

const PLAIN = /^[\u0000-\u007F]*$/;

/**
 * The known domain that an internationalised one imitates (gmаil.com with a Cyrillic а), in either of its forms.
 * Undefined for plain names and for honest internationalised ones.
 */
export function homographOf(
  knowledge: Pick<Knowledge, 'providerByDomain' | 'providerByHost'>,
  domain: string,
): string | undefined {
  const typed = domain.toLowerCase();
  if (PLAIN.test(typed) && !typed.includes('xn--')) return undefined;
  const shown = typed.split('.').map(displayLabel).join('.');
  if (!/[^\u0000-\u007F]/.test(shown)) return undefined;
  const plain = skeleton(shown);
  return plain === shown ? undefined : (knowledge.providerByDomain(plain) ?? knowledge.providerByHost(plain))?.matched;
}

/** Look-alikes replaced and accents dropped. */
function skeleton(text: string): string {
  const bare = text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return [...bare].map((letter) => LOOKALIKES.get(letter) ?? letter).join('');
}
