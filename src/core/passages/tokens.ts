import { CONCEPTS, conceptsOf } from '../nlu/concepts/index.ts';

/** Words that every sentence has. */
const COMMON = new Set(
  (
    'a an and are as at be been but by can could did do does done for from get got had has have he her his how i if in into is it its just ' +
    'like me my no not now of off ok on one only or other our out she so some still than that the their them then there these they this ' +
    'those to too up us was we well were what when where which who why will with would yes you your im ive dont doesnt cant wont isnt its thats ' +
    'click clicked press pressed type typed enter entered open opened choose put make made go see look find found use used try tried set please already yes yeah help want need know think say says said tell something anything everything thing again also because very really actually'
  ).split(' '),
);

const WORD = /[a-z][a-z0-9'’-]*[a-z0-9]|\d{2,}/g;
const HAN_RUN = /\p{Script=Han}{2,}/gu;
/** Pairs of characters that Chinese sentences are full of. */
const COMMON_PAIRS = new Set(
  '什么 怎么 这个 那个 可以 不能 是不 不是 有没 没有 我的 你的 您的 一个 就是 还是 如果 已经 现在 然后 知道 需要 一下 哪里 怎样 为什 请问 这样 那样 我们 他们 或者 因为 所以 但是 里的 上的 的时 时候'.split(
    ' ',
  ),
);

/** What a text is about, in tokens: stems of words, pairs of Han characters, and what words of ten languages mean. */
export function tokensOf(text: string): Set<string> {
  const tokens = new Set<string>();
  for (const [word] of text.matchAll(WORD)) {
    const bare = word.replaceAll(/['’]/g, '');
    if (!COMMON.has(bare)) tokens.add(stem(bare));
  }
  for (const [run] of text.matchAll(HAN_RUN)) {
    const characters = [...run];
    for (let at = 0; at + 1 < characters.length; at++) {
      const pair = characters.slice(at, at + 2).join('');
      if (!COMMON_PAIRS.has(pair)) tokens.add(pair);
    }
  }
  for (const number of conceptsOf(text)) {
    const concept = CONCEPTS[number] ?? '';
    if (!ASKING.has(concept)) tokens.add(CONCEPT + concept);
  }
  return tokens;
}

/** They say that something is asked, not what. */
const ASKING = new Set(['what', 'where', 'how', 'which', 'why', 'compare', 'negation']);

const CONCEPT = '<';

/** One meaning has many words: it tells less than a word of its own. */
export function isConcept(token: string): boolean {
  return token.startsWith(CONCEPT);
}

const SHORTEST_STEM = 4;

/** "Downloaded" and "downloading" are one; a rough cut is enough, as both sides are cut alike. */
function stem(word: string): string {
  for (const ending of ['ings', 'ing', 'ies', 'ed', 'es', 's', 'e', 'y'])
    if (word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM) return word.slice(0, -ending.length);
  return word;
}
