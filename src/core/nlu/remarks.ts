import { endOf } from './endings.ts';
import { contentWords } from './words.ts';

/** What a message says in passing, beside what it is about. */
export type Remark = 'works' | 'no-person';

const BEFORE =
  '(?:(?:ok(?:ay)?|yes|yeah|yep|ah|oh|great|perfect|super|cool|good|nice|awesome|brilliant|wonderful|hurra[yh]|thanks?(?: you)?|thx|now|so|好的?|嗯+|哦+|太好了|谢谢|多谢|ja|danke|oui|merci|sí|gracias)[\\s,.!，。！]*)*';
const SUCCESS = [
  "(?:(?:that|it|this|everything|all|both)(?: all| now| finally)? )(?:works?|worked|is working|did it|did the trick|is fixed|['’]?s fixed|is solved|fixed it|solved it)(?: (?:now|again|fine|perfectly|great|well|at last|finally|for me|already|too))*",
  '(?:works?|working|fixed|solved|sorted)(?: (?:now|again|fine|perfectly|at last|finally))+',
  '(?:(?:i |it )?(?:got it (?:working|to work)))(?: (?:now|again))*',
  '(?:现在|这下|这次|终于|已经|刚才)*(?:可以|能用|可以用|搞定|解决|弄好|修好|成功|好使|行)(?:了|啦)(?:呀|哦|喔|哈)?',
  '(?:es |das |alles )?(?:geht|funktioniert|klappt|läuft)(?: (?:jetzt|wieder|nun|endlich|alles|schon))+',
  "(?:ça|c['’]est|tout)(?: (?:marche|fonctionne|bon))(?: (?:maintenant|bien|enfin))*",
  '(?:ya|ahora)(?: (?:funciona|va))(?: bien)?',
].join('|');
/** What parts it from the rest. */
const THEN = '(?:\\s*[.!,;，。！；~～…:]+\\s*|\\s+(?=[\\p{L}]))';
const THANKS =
  '(?:(?:many |so much )?(?:thanks?(?: you)?|thx|cheers|谢谢(?:你|您)?|多谢|danke|merci|gracias)(?: (?:a lot|so much|very much))?[\\s,.!，。！]*)*';
const LINK = '(?:but|and|so|then|aber|und|mais|et|pero|y|但是?|不过|可是|那么?|另外|还有|就是)';

/** "Works now, thanks. What about smtp?", "geht jetzt aber …" */
const WORKS = new RegExp(
  `^${BEFORE}(?:${SUCCESS})(?:${THEN}|(?=${LINK})|\\s+(?=${LINK}))${THANKS}(?<![a-z])(?<rest>.+)$`,
  'su',
);
/** Without a mark between them only such a word parts the two. */
const PARTED = new RegExp(
  `^${BEFORE}(?:${SUCCESS})(?:\\s*[.!,;，。！；~～…:]|\\s+(?:thanks?|thx|谢谢|多谢|danke|merci|gracias)|\\s*${LINK}(?![a-z]))`,
  'su',
);

const PERSON =
  '(?:human|person|people|agent|someone|somebody|anyone|anybody|representative|operator|support person|live chat)';
const NO_PERSON = [
  `\\bi (?:do not|don['’]?t|dont|did not|didn['’]?t|didnt|never) (?:need|want|ask(?:ed)? for|mean|meant|wish for|require)(?: to (?:talk|speak|chat) (?:to|with))? (?:(?:a|an|any|the|your|real|live|actual) )*${PERSON}\\b`,
  `\\bno (?:need (?:for|of) )?(?:(?:a|an|any|real|live) )*${PERSON} (?:is )?(?:needed|necessary|required|please|thanks)\\b|\\bno need (?:for|of) (?:(?:a|an|any|real) )*${PERSON}\\b`,
  '(?<!要|还|再|为什么|怎么|咋|干嘛)(?:不(?:是)?(?:要|想|需要|用|必)|(?<!是)不是|没(?:有)?(?:说|要|让|叫|找|问|想)|无需|不需|别)(?:要|再|找|转|接|联系|跟|和|与|什么|任何|说|聊|的|是|那个|你们?|我|到)*(?:人工|真人|客服|专员)(?:客服|服务)?(?!吗|么|嘛)',
].join('|');
const DENIES = new RegExp(NO_PERSON);
/** The clause that says so, and what links it with others. */
const DENIAL = new RegExp(
  `(?:^|[,.;!?，。！？；] ?)[^,.;!?，。！？；]{0,12}(?:${NO_PERSON})[^,.;!?，。！？；]{0,12}(?:$|[,.;!?，。！？；]+ ?)`,
);

/** Whether a person is declined; `text` is normalised. */
export function deniesPerson(text: string): boolean {
  return NAMES.test(text) && DENIES.test(text);
}

/** A denial holds one of these, and few messages do. */
const NAMES =
  /human|person|people|agent|someone|somebody|anyone|anybody|representative|operator|live chat|人工|真人|客服|专员/;

/** Longer messages are told from their words as they stand. */
const LONGEST = 300;

/** A message without what it says in passing, where something is left. */
export function withoutRemark(text: string): { text: string; remark?: Remark } {
  if (text.length > LONGEST) return { text };
  const rest = PARTED.test(text) ? WORKS.exec(text)?.groups?.['rest']?.trim() : undefined;
  if (rest !== undefined && isMore(rest)) return { text: rest, remark: 'works' };
  if (!deniesPerson(text)) return { text };
  const others = text.replace(DENIAL, ' ').trim();
  return isMore(others) ? { text: others, remark: 'no-person' } : { text };
}

function isMore(rest: string): boolean {
  return (
    contentWords(rest) >= 1 &&
    endOf(rest) === undefined &&
    !/^(?:very much|so much|a lot\b|you\b|bye|thanks?|thx|谢|多谢|再见|拜)/.test(rest)
  );
}
