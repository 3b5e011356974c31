import { CONCEPTS, conceptsOf } from './concepts/index.ts';

const ASKING_CONCEPTS = new Set(['where', 'how', 'what', 'which', 'why', 'compare']);

/** "On my phone it's still there": tells, and asks nothing. */
export function isStatement(text: string): boolean {
  return (
    !/[?？]|吗|呢|么$|か$/.test(text) &&
    !YES_OR_NO.test(text) &&
    !conceptsOf(text).some((number) => ASKING_CONCEPTS.has(CONCEPTS[number] ?? ''))
  );
}

/** Asks for advice: "would pop3 do?" adds nothing to the subject before. */
export const YES_OR_NO =
  /行不行|可不可以|能不能|好不好|可以吗|行吗|好吗|would|should|better|^(?:so |and |but |ok |oh |hm+ |then )*(?:can(?:['’]?t)?|could|do|does|did|is|isn['’]?t|are|am|will|may|must|shall|have|has) (?:i|we|you|u|it|that|this|they|he|she|the|my|there)\b/;
