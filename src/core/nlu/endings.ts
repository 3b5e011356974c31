/** "…full address for that one then. works now": how a talk ends, in its last clause. */
const CLAUSES = /[.!?;,。！？；，~～…\n]+/;
const WORKS =
  /\b(?:(?:it |they |that |all |everything )?(?:works?|working|fixed|sorted|solved|running|flowing|coming in|back) (?:now|again|fine|perfectly|like a charm)|(?:it|that|they) (?:works|worked|did it|fixed it|was it)|(?:did|does) the trick|all (?:good|fine|sorted|set)|problem solved)\b|(?:可以|能)(?:收|发|寄|用|登)?了|(?<![填写弄设置改换输装加])好了|搞定|通了|成功了|解决了|正常了|\b(?:läuft|geht|klappt)(?: jetzt| wieder| es)?$|funktioniert|(?:ça|c'est) (?:marche|parti)|(?:ya|ahora) (?:funciona|va)|funcionou|заработал|できました|直りました|됐/;
const LEAVES =
  /^(?:(?:you(?:['’]re| are| r)|ur|u r) (?:an? |the )?(?:\w+ )?(?:star|legend|life ?saver|hero|angel|gem|genius|best|wizard|champ(?:ion)?)|(?:ok(?:ay)? )*(?:you(?:['’]ve| have)? )?convinced(?: me)?|nice one|太(?:牛|厉害|棒|强)了.*|牛(?:啊|逼)?|厉害.*|(?:many |ok |well |right |alright )?(?:thanks?(?: you)?|thx|ty|cheers)(?: (?:a lot|so much|very much|again|anyway|for \w+.*|dear|mate|all|everyone|you.*))?|(?:have a (?:nice|good|great).*)|bye.*|good ?(?:bye|night)|see you.*|谢谢.*|多谢.*|感谢.*|谢啦|再见|拜拜|辛苦了?|merci.*|bonne (?:journée|soirée|nuit).*|danke.*|(?:schönen|guten) .*(?:abend|tag|feierabend)|gracias.*|adiós|obrigad.*|спасибо.*|ありがとう.*|助かりました|감사.*)$/;
/** It is not over when something fails still, or is asked. */
const GOES_ON =
  /[?？]|吗|么$|\b(?:but|however|except|still|not|n['’]t|cannot|how|what|where|which|why|when|can you|could you|please)\b|n['’]t\b|但|不过|可是|还是|没|不(?!用|好意思|客气)|怎么|什么|哪|aber|mais|pero|но\b/;
/** "At the hotel it fails, at home it works" compares. */
const FAILS = /[?？]|\bfail(?:s|ing)?\b|refus|\berror|\bonly\b|except|失败|报错|只有/;
/** "On her tablet it works": another device than the one that is spoken of. */
const ELSEWHERE =
  /\bthere it (?:works?|is fine)|\bit (?:works?|is fine) there|\bon (?:her|his|their|another|the other|my (?:wife|husband|son|daughter)['’]?s) \w+/;
const LONGEST = 160;

/** What somebody says at the end who asks nothing more: that it works, or no more than a word of leave. */
export function endOf(text: string): 'works' | 'leaves' | undefined {
  if (text.length > LONGEST) return undefined;
  const clauses = text.split(CLAUSES).map((clause) => clause.trim());
  const last = clauses.findLast((clause) => clause !== '') ?? '';
  if (WORKS.test(last)) return GOES_ON.test(last) || FAILS.test(text) || ELSEWHERE.test(last) ? undefined : 'works';
  return LEAVES.test(last) && !GOES_ON.test(text) ? 'leaves' : undefined;
}
