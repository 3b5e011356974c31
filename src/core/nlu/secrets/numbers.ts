import { isCardNumber, isChineseId, isHongKongId, isSocialSecurity, isTaiwaneseId } from './checksums.ts';
import { type Finder, finder, type SecretSpan } from './finder.ts';

/** Numbers of orders and the like are what people ask about, not what they must hide. */
const COUNTED =
  /(?:order|invoice|ticket|case|ref(?:erence)?|tracking|serial|licen[cs]e|bestell(?:ung|nummer|nr)|auftrag\w*|rechnung\w*|commande|facture|pedido|factura|заказ\w*|номер заказа|订单|訂單|单号|單號|工单|工單|快递|运单|发票|發票|注文|주문)(?:[ .:#№-]|no|num(?:ber|mer|éro|ero)?|nr|是|号|號|番号|번호|编号|[a-z]{1,4}-)*$/i;

function isCounted(before: string): boolean {
  return COUNTED.test(before);
}

const uncounted = (check: (value: string) => boolean) => (value: string, before: string) =>
  !isCounted(before) && check(value);

function digitsIn(value: string): number {
  return value.replaceAll(/\D/g, '').length;
}

const PHONE_WORD =
  '(?<!\\p{L})(?:(?:cell|mobile|tele)?phone|cell|mobile|(?:call|reach|ring) me|number is|whats ?app|tel|telefon(?:nummer)?|handy|teléfono|móvil|celular|telefone|téléphone|portable|numéro|tél|телефон|номер)(?!\\p{L})|手机|手機|电话|電話|微信|携帯|전화|연락처|휴대폰|핸드폰';

/** Written with separators as phone numbers are, and neither a date nor an address. */
function isGrouped(value: string): boolean {
  const digits = digitsIn(value);
  return digits >= 9 && digits <= 13 && !/^\d{4}-\d\d-\d\d/.test(value);
}

const IN_DIGITS: Finder[] = [
  finder('national-id', /(?<![\w])\d{17}[\dXx](?![\w])/g, uncounted(isChineseId)),
  finder('national-id', /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g, uncounted(isSocialSecurity)),
  finder('national-id', /(?<![A-Za-z0-9])[A-Z][1289]\d{8}(?!\w)/g, uncounted(isTaiwaneseId)),
  finder('national-id', /(?<![A-Za-z0-9])[A-Z]{1,2}\d{6}(?:[(（][\dA][)）]|[\dA](?!\w))/g, uncounted(isHongKongId)),
  finder(
    'national-id',
    /(?:身份证|身分證|身份證|护照|護照|passport|social security|\bssn\b|national id)[^\d\n]{0,10}?([A-Z]{0,2}\d[\d -]{6,18}[\dX])(?!\w)/gi,
  ),
  finder('card', /(?<![\w./@#!<-])\d(?:[ -]?\d){12,18}(?![\w>])/g, uncounted(isCardNumber)),
  finder(
    'phone',
    /(?<![\d.@\w-])(?:\+|00)\d{1,3}[ .()-]{0,2}\d(?:[ .()-]{0,2}\d){6,12}(?![\d@.]\w?)/g,
    uncounted(Boolean),
  ),
  finder('phone', /(?<![\d\w.-])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d@\w])/g, uncounted(Boolean)),
  finder('phone', /(?<![\d\w.-])(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d@-])/g, uncounted(Boolean)),
  finder(
    'phone',
    /(?<![\d\w.-])(?:8 ?)?\(\d{2,4}\) ?\d{3,5}[- ]\d{2,4}(?:[- ]\d{2})?(?![\d@-])/g,
    uncounted(isGrouped),
  ),
  finder('phone', /(?<![\d\w.:-])09\d{2}[- ]?\d{3}[- ]?\d{3}(?![\d@])/g, uncounted(Boolean)),
  finder('phone', /(?<![\d\w.:-])0[1-9]\d{0,3}(?:[-/ ]\d{2,8}){1,5}(?![\d@.:-])/g, uncounted(isGrouped)),
  finder(
    'phone',
    new RegExp(`(?:${PHONE_WORD})[^\\d\\n@]{0,16}(\\d(?:[ .-]?\\d){6,12})(?![\\d@])`, 'giu'),
    uncounted(Boolean),
  ),
];

/** Fewer digits than these are no number of this kind; most messages end here. */
const MANY_DIGITS = /\d(?:[ ().（）/-]{0,2}\d){5}/;

/** Phone, card and identity numbers. */
export function findNumbers(text: string, folded: string): SecretSpan[] {
  return MANY_DIGITS.test(text) ? IN_DIGITS.flatMap((find) => find(text, folded)) : [];
}
