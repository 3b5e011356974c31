import type { ConversationState } from '../model.ts';

/** A whole message that is no more than a yes or a no, in whatever language. */
export type YesNo = 'yes' | 'no';

const YES =
  /^(?:yes|yep|yeah|yup|ya|sure|it (?:does|is)|i can|works|对|对的|是|是的|可以|可以的|能|能的|有|行|好使|oui|ja|s[ií]|はい|да)(?: (?:it does|i can|thanks))?[\s.!。！~]*$/;
const NO =
  /^(?:no|nope|nah|not (?:really|yet)|(?:no,? )?it (?:doesn['’]?t|does not|isn['’]?t|won['’]?t)|(?:no,? )?i can['’]?t|没|没有|不|不能|不行|不可以|还没|还没有|否|nein|non|nicht|いいえ|нет|não)(?: (?:it doesn['’]?t|i can['’]?t))?[\s.!。！~]*$/;

export function bareYesNo(text: string): YesNo | undefined {
  if (YES.test(text)) return 'yes';
  return NO.test(text) ? 'no' : undefined;
}

/** Agrees to what was offered: "yes please", "do that", "好的". */
const AGREES =
  /^(?:(?:yes|yep|yeah|yup|ya|ok(?:ay)?|sure|well|then|oh|fine|alright|all right|please|pls|definitely|absolutely|of course|go ahead|go on|do|do (?:that|it|so)|please do|that would be (?:good|great|nice)|i(?:['’]d| would) (?:like|want) that|why not|bring (?:them|one|somebody|someone) in|get (?:me )?(?:one|somebody|someone)|thanks?(?: you)?)[\s,.!]*)+$|^(?:(?:好|好的|好啊|好吧|可以|可以的|要|要的|需要|行|行啊|嗯+|是|是的|对|麻烦了?|麻烦(?:你|您)(?:了)?|请|谢谢|那就|转吧?|叫吧?|帮我转|那?转人工)[\s，,。!！~吧啊呀]*)+$|^(?:ja|oui|s[ií]|sim|да|はい)(?:,? (?:bitte|s['’]il vous plaît|por favor|пожалуйста))?[\s.!]*$/;
/** And declines it. */
const DECLINES =
  /^(?:no|nope|nah|not? (?:yet|now|thanks|thank you|need)|never ?mind|i['’]?m (?:good|fine)|don['’]?t|rather not|better not)(?:[\s,.!]+(?:thanks?|thank you|not (?:yet|now|needed)|don['’]?t|i['’]?m (?:good|fine)))*[\s.!]*$|^(?:(?:不|不要|不用|不需要|不必|先不|算了|暂时不用|还不用|没必要|谢谢)[\s，,。!！了吧啊]*)+$/;

/** The answer to the offer of something that is done then. */
export function answerToOffer(text: string): YesNo | undefined {
  if (DECLINES.test(text)) return 'no';
  return AGREES.test(text) ? 'yes' : bareYesNo(text);
}

const OFFER = /^(?:Shall I|要我)[^?？\n]*[?？] ?([^\n]+)/m;

/** "Shall I check your settings? Send me …": what our last reply said that it takes. */
export function whatItTakes({ transcript }: ConversationState): string | undefined {
  return OFFER.exec(transcript.findLast(({ from }) => from === 'assistant')?.text ?? '')?.[1];
}
