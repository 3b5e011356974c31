import type { ConversationState } from '../model.ts';
import { contentWords } from './words.ts';

/** "Hello?", "anyone there", "在吗": whether somebody listens. */
const CALL =
  /^(?:(?:hello|hey|hi|ok|and|so|well|still|are you|is)[\s,.!?？]*)*(?:(?:hello|hey|hi)\s*[?？]+|(?:any ?(?:one|body) (?:there|here|home)|you there|still there|there)[\s?？!.]*)$|^(?:喂+|在吗|在不在|还在吗|还在不在|人呢|有人吗)[?？!！。~]*$/;

/** "And?", "?", "然后呢": the answer is waited for. */
const WAITS =
  /^(?:(?:ok|and|so|well|then|yes)[\s,.!]*)*(?:and|so|well|then|yes)\s*[?？]+$|^[?？!！…. ]*[?？][?？!！…. ]*$|^(?:那?然后呢|所以呢|之后呢|嗯+[?？]|咋样了?|怎么样了?)[?？!！。~]*$/;

/** Asks how far a check or look-up is, or what it found. */
const RESULT =
  /\b(?:did|have|has) you (?:already |yet )?(?:find|found|finish\w*|check\w*|look\w*|get)(?: (?:it|that|out|up|anything|something|a result|done|the result))*(?: yet| already| now)?[\s?]*$|^(?:(?:and|so|ok|any|the|what(?:['’]s| is)?|where(?:['’]s| is)?|well|is there|are there)[\s,?!]*)*(?:results?|news|outcome|findings?|answer)(?: yet| now| of the check)?[\s?!]*$|\bwhat did you find\b|^(?:are you|is it|is that|is the check|you) (?:done|finished|ready)(?: yet| now| already)?[\s?]*$|\bstill (?:checking|looking|running|waiting)\b|^how (?:long|far)\b[^.]{0,24}$|查(?:好|到|完|出来|出)(?:了)?(?:吗|没有?|未|么|嘛)|(?:检查|检测|查询)(?:完|好)(?:了)?(?:吗|没有?|未)|(?:检查|检测|查询|查)?(?:的)?结果(?:呢|怎么?样|如何|是什么|是啥|出来(?:了)?(?:吗|没))|有(?:没有)?结果|^(?:查|检查|检测)?得?(?:怎么样|如何|咋样)了?[?？]*$|还在(?:查|检查|检测)|要(?:查|等)多久|你(?:不是)?说(?:了)?(?:要|会|帮我).{0,10}(?:检查|检测|查)/;

const MOST_WORDS = 9;

/** Whether a message only asks if somebody is there; `text` is normalised. */
export function callsUs(text: string): boolean {
  return CALL.test(text);
}

/** Whether it is nothing but a question mark. */
export function isBareQuestion(text: string): boolean {
  return WAITS.test(text) && !/\p{L}/u.test(text);
}

/** Asks after what we look at, or have just looked at. */
export function asksAfterLook(text: string, { looking, transcript }: ConversationState): boolean {
  if (looking === undefined || contentWords(text) > MOST_WORDS) return false;
  if (RESULT.test(text)) return true;
  const last = transcript.findLast(({ from }) => from === 'assistant')?.text ?? '';
  return (CALL.test(text) || WAITS.test(text)) && (looking.found === undefined || last.includes(looking.found));
}
