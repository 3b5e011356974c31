/** What people say to whoever answers, rather than about their mail. */
export type ChatKind = 'realPerson' | 'complaint' | 'joke' | 'praise';

const SOMEBODY = '(?:real (?:human|person)|human(?: being)?|person|live person|bot|robot|real)';
const MACHINE = `(?:${SOMEBODY}|machine|computer|ai|program|somebody real|automated)`;
const GOOD =
  '(?:stars?|legends?|life ?savers?|genius|angel|hero|gems?|champ(?:ion)?|best|brilliant|awesome|amazing|great|wonderful|marvel\\w*|fantastic|a treasure)';
const END_ZH = '(?:了|啊|呀|哦|喔|的|呢|啦|嘛|！|!|。|~)*$';

/** First that fits wins; each is a whole short message, or its last part. */
const KINDS: readonly (readonly [ChatKind, RegExp])[] = [
  [
    'realPerson',
    new RegExp(
      [
        `(?:^|[,.!?] ?)(?:\\w+[ ,]+){0,3}(?:are|r) (?:you|u) (?:\\w+ ){0,3}${MACHINE}\\b(?! can)(?:,? (?:or|at all|then|actually)[^.]{0,24})?[ .?!]*$`,
        `\\b(?:am i|are we|is it that i am) (?:now )?(?:talking|speaking|chatting|writing|typing) (?:to|with) (?:an? )?${MACHINE}\\b[^.]{0,20}$`,
        `^(?:\\w+[ ,]+){0,2}(?:is|was) (?:this|that|it) (?:just |actually |really )?(?:an? )?${SOMEBODY}(?: answering| typing| or [^.]{0,16})?[ .?!]*$`,
        "\\byou(?:['’]?re| are) (?:not (?:a )?(?:real|human)(?: person)?|(?:just )?a (?:bot|robot|machine|program))[^.]{0,12}$",
        '^(?:\\S{0,4}[,，])?(?:你|您|妳|这边|对面|那边)(?:们)?(?:到底|究竟|其实)?是(?:不是)?(?:一?个)?(?:真人|活人|人工|真的人|机器人|程序|ai|人类|机器)(?:还是[^，。]{1,8})?(?:在)?(?:回复?|打字|说话)?(?:我)?(?:吗|嘛|么|吧|呀|啊|来的|[?？]|$)',
      ].join('|'),
    ),
  ],
  [
    'complaint',
    new RegExp(
      [
        "\\b(?:second|third|fourth|fifth|tenth|2nd|3rd|\\dth|hundredth|umpteenth) time (?:now )?(?:that )?(?:i|we)(?:['’]?m|['’]?ve| am| are| have| had)?(?: now| been)? (?:writ|ask|contact|messag|complain|explain)\\w*",
        '\\b(?:not (?:exactly|very|really|at all) |hardly |un-?)user[- ]?friendly\\b|^(?:\\w+[ ,]+){0,2}this is (?:so |really |very |just |all )?(?:frustrating|ridiculous|annoying|hopeless|unacceptable)[ .!]*$|\\bnobody (?:answers|replies|ever answers)\\b',
        `第(?:[二三四五六几n]|\\d)次(?:来|问|写|找你|联系你?|反馈|反映|说了|说)|(?:问|写|联系|反馈)了?(?:好几|[三四五]|n|无数|多少)(?:次|遍|回)了?|^.{0,4}(?:太难用|真难用|难用死|(?:气|烦|急)死(?:我|人)?)${END_ZH}`,
      ].join('|'),
    ),
  ],
  [
    'joke',
    /\b(?:just|only|was|am|i['’]?m|im) (?:kidding|joking)\b|^(?:\w+[ ,!.]+){0,2}(?:jk|kidding|joking)[ .!)]*$|\b(?:was|only) (?:just )?a joke\b|开(?:个|了个)?玩笑|逗(?:你|您)(?:的|玩)|闹着玩|说着玩|讲笑/,
  ],
  [
    'praise',
    new RegExp(
      [
        `\\byou(?:['’]?re| are|r)? (?:an? |the |such an? |so |absolute(?:ly)? (?:an? )?|truly )*${GOOD}(?: [a-z]+)?(?:[, ]+(?:thank\\w*|thx|ta|cheers)\\b.{0,16})?[ .!]*$|^(?:\\w+[ ,!]+){0,2}(?:what an? |absolute |total |you )?(?:legend|star|life ?saver|genius|hero|champ)[ .!]*$`,
        '\\byou rock\\b|\\blove (?:you|this bot)\\b|^(?:\\w+[ ,!]+){0,2}(?:good|great|best|nice|clever|smart) (?:bot(?: ever)?|job|work)[ .!]*$',
        `^(?:你|您|这个?机器人|哇塞?|哈哈|谢谢|可以)?(?:们)?[,，!！ ]*(?:也|可)?(?:太|真|好|超|很|挺)(?:牛|棒|强|赞|厉害|给力|神|聪明|专业|贴心)${END_ZH}|^(?:哇塞?|哈哈|可以|不错)?[,，]?(?:厉害|牛逼?|给力|点赞|大神|优秀|救星|佩服|服了|赞)${END_ZH}|(?:救了我|帮了(?:我)?大忙)`,
      ].join('|'),
    ),
  ],
];

const LONGEST = 120;
/** Who complains and names somebody wants to be put through. */
const WANTS_SOMEBODY =
  /投诉|主管|经理|领导|负责人|客服|人工|真人|supervisor|manager|complaint|someone|somebody|\bperson\b|\bhuman\b|\bagent\b/;

/** `text` is normalised. */
export function chatKind(text: string): ChatKind | undefined {
  if (text.length > LONGEST) return undefined;
  const kind = KINDS.find(([, words]) => words.test(text))?.[0];
  return kind === 'complaint' && WANTS_SOMEBODY.test(text) ? undefined : kind;
}
