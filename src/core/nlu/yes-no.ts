/** A whole message that is no more than a yes or a no, in whatever language. */
export type YesNo = 'yes' | 'no';

const YES =
  /^(?:yes|yep|yeah|yup|ya|sure|it (?:does|is)|i can|works|对|对的|是|是的|嗯+|可以|可以的|能|能的|有|行|好使|oui|ja|s[ií]|はい|да)(?: (?:it does|i can|thanks))?[\s.!。！~]*$/;
const NO =
  /^(?:no|nope|nah|not (?:really|yet)|(?:no,? )?it (?:doesn['’]?t|does not|isn['’]?t|won['’]?t)|(?:no,? )?i can['’]?t|没|没有|不|不能|不行|不可以|还没|还没有|否|nein|non|nicht|いいえ|нет|não)(?: (?:it doesn['’]?t|i can['’]?t))?[\s.!。！~]*$/;

export function bareYesNo(text: string): YesNo | undefined {
  if (YES.test(text)) return 'yes';
  return NO.test(text) ? 'no' : undefined;
}
