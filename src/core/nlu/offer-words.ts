import { contentWords } from './words.ts';

/** How people write what a button says, or point at one of several things by its place. */

const LEAD_IN =
  /^(?:(?:ok|yes|please|i|ll|would|like|to|want|press|pressed|click|clicked|tap|tapped|choose|chose|pick|picked|take|button|option|mean|meant|said|s) )+/;
const TAIL = /(?: (?:please|pls|button|then|thanks|thank you))+$/;
const LEAD_IN_ZH = /^(?:我)?(?:要|想)?(?:选择|选|点击|点了|点|按了|按)(?:的是|了)?/;
const TAIL_ZH = /(?:这个)?(?:按钮)?(?:吧|啊|呢|谢谢)?$/;

/** A label or message by its letters and digits alone; `text` is normalised. */
export function keyOf(text: string): string {
  return words(text).replaceAll(' ', '');
}

/** The same without what stands around a label that is named: "I press …", "… please". */
export function bareKeyOf(text: string): string {
  const bare = words(text).replace(LEAD_IN, '').replace(TAIL, '');
  return bare.replace(LEAD_IN_ZH, '').replace(TAIL_ZH, '').replaceAll(' ', '');
}

function words(text: string): string {
  return text
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/(?<![^ ])the(?![^ ])/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}

const NONE =
  /^(?:no )*(?:neither(?: of (?:them|these|those))?|none(?: of (?:them|these|those|above))?|not (?:any |one )?of (?:them|these|those)|(?:something|anything) else|others?|(?:都|全|一个都|哪个都)(?:不是|不对|没有)(?:这些|的)?|不是这些|其他|其它|别的)$/;
const BARE_NO = /^(?:no|nope|不是|没有)$/;
/** Of a list of names: one's own is not there. */
const NOT_LISTED =
  /不是(?:这|上面|里面)(?:几|些)?(?:家|个)?|不在(?:里面|上面|列表|其中|这里)|(?:上面|里面|列表里?|这里面?)(?:都)?没有|没有我(?:的|们的|用的)|\b(?:mine|it|my \w+|my \w+ \w+) (?:is not|isnt) (?:there|listed|in (?:your )?list|among (?:them|these)|one of (?:them|these))$/;

/** That it is none of several; `text` is normalised. */
export function saysNone(text: string): boolean {
  return NONE.test(words(text));
}

/** The same in one word, or of names in a list: where a choice was just offered. */
export function declinesChoice(text: string): boolean {
  const bare = words(text);
  return NONE.test(bare) || BARE_NO.test(bare) || (contentWords(bare) <= MOST_WORDS && NOT_LISTED.test(bare));
}

const MOST_WORDS = 8;

/** The place of the last of several things. */
export const LAST = -1;

/** Where a thing stands among several. */
const PLACES: readonly (readonly [place: number, english: string, chinese: string])[] = [
  [1, 'first|1st|former', '一|1'],
  [2, 'second|2nd', '二|两|2'],
  [3, 'third|3rd', '三|3'],
  [4, 'fourth|4th', '四|4'],
  [5, 'fifth|5th', '五|5'],
  [LAST, 'last|latter', '最后|末'],
];
const MOST = 9;

const BEFORE =
  '(?:(?:i|mean|meant|take|pick|choose|want|its|it|is|thats|that|answer|number|option|nr|no|yes|choice) )*';
const AFTER = '(?: (?:one|option|choice|button|please|of them|of those|of these|of two|i think|i guess|then))*';
const BEFORE_ZH = '(?:我)?(?:选|要|是|说的是|指的是|按|点)?(?:的?是)?';
const AFTER_ZH = '(?:个|种|项|条|点|种情况)?(?:吧|啊|呀|的|这个|那个)?';

const WRITTEN = PLACES.map(([place, english, chinese]) => {
  const han = place === LAST ? `(?:${chinese})(?:一)?` : `第(?:${chinese})`;
  return [place, new RegExp(`^(?:${BEFORE}(?:${english})${AFTER}|${BEFORE_ZH}${han}${AFTER_ZH})$`)] as const;
});
const NUMBER = new RegExp(`^(?:${BEFORE}|选|我选)([1-${MOST}])${AFTER}(?:号|个)?$`);
const FORMER = /^(?:是|我?选|我说的是)?前(?:者|一个|面(?:那个|一个|的))(?:吧|啊)?$/;
const LATTER = /^(?:是|我?选|我说的是)?后(?:者|一个|面(?:那个|一个|的))(?:吧|啊)?$/;

/** The place of which a whole message speaks: "2", "the second one", "后者". `text` is normalised. */
export function placeNamed(text: string): number | undefined {
  const bare = words(text);
  const number = NUMBER.exec(bare)?.[1];
  if (number !== undefined) return Number(number);
  if (FORMER.test(bare)) return 1;
  if (LATTER.test(bare)) return LAST;
  return WRITTEN.find(([, pattern]) => pattern.test(bare))?.[0];
}
