/** "In English please": whole messages that ask for a language, as text normalised to simplified Han. */
const WISHES: readonly (readonly [language: string, words: RegExp])[] = [
  [
    'en',
    /^(?:ok(?:ay)?,? |sorry,? |can (?:you|we) (?:talk |speak |do |write )?|could you (?:speak |write )?|please |speak |write |answer |reply )*(?:in )?english(?:,? (?:please|pls|is (?:ok|okay|fine)|only|ok))?[.!?]*$|^(?:请)?(?:用|说|讲)?(?:英文|英语)(?:可以|行|好)?(?:吗|吧|回答|回复)?[?]*$|^英語で|^英语で|^(?:auf|bitte auf) englisch|^en (?:inglés|anglais)/,
  ],
  [
    'zh-Hant',
    /(?:用|说|讲|换成?|改成?)?(?:繁体|正体)(?:中文|字)?(?:可以|行|好)?(?:吗|吧|好吗|谢谢)?[?]*$|^traditional chinese/,
  ],
  [
    'zh-Hans',
    /^(?:请|能|可以)?(?:用|说|讲|换成?|改成?)?(?:中文|简体|简体中文|汉语|普通话)(?:可以|行|好|回答|回复|说)?(?:吗|么|吧|好吗)?[?]*$|^(?:in |can (?:you|we) (?:speak |talk )?(?:in )?)?chinese(?: please| ok)?[?]*$/,
  ],
];

export function wishedLanguage(text: string): string | undefined {
  return WISHES.find(([, words]) => words.test(text))?.[0];
}
