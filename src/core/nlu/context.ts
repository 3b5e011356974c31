import type { ConversationState, IntentName, SlotName, Slots } from '../model.ts';
import { gated } from './gated.ts';
import { PHONES } from './slots/technical.ts';
import { contentWords } from './words.ts';

/** Slots are forgotten after a day without a turn. */
const MEMORY = 24 * 60 * 60 * 1000;

/** What a conversation still remembers. */
export function rememberedSlots(conversation: ConversationState, now: number): Slots {
  return now - conversation.slotsAt > MEMORY ? {} : conversation.slots;
}

/** Intents that leave the subject as it was. */
export function keepsSubject(intent: IntentName): boolean {
  return intent === 'smalltalk' || intent === 'out-of-scope' || intent === 'talk-to-human';
}

/** What is explained amid a trouble or a set-up: the talk goes on with that afterwards. */
export const EXPLANATIONS: ReadonlySet<IntentName> = new Set<IntentName>(['why-it-matters', 'what-is-server-address']);

const ON_THE_PHONE = gated(/\bon (?:the|my) (?:phone|mobile)|手机上|手机呢|am handy|au téléphone|en el m[oó]vil/);

/** "And on the phone?" */
export function namesPhone(text: string): boolean {
  return ON_THE_PHONE.test(text);
}

/** Slots after this turn: what is new replaces what was, a new provider takes the old one's addresses along. */
export function carrySlots(before: Slots, fresh: Slots, text: string): { slots: Slots; carried: SlotName[] } {
  const kept = { ...before };
  if (fresh.provider !== undefined && before.provider !== undefined && fresh.provider !== before.provider) {
    for (const name of ['email', 'domain', 'hosts', 'ports', 'error', 'errorId'] as const) delete kept[name];
  }
  if (fresh.email !== undefined || fresh.domain !== undefined)
    for (const name of ['email', 'domain', 'provider'] as const) delete kept[name];
  if (ON_THE_PHONE.test(text)) for (const name of ['client', 'platform'] as const) delete kept[name];
  if (fresh.error !== undefined) delete kept.errorId;
  const sameProgram = fresh.client === `${before.client}-mobile` && fresh.platform === undefined;
  if (fresh.hosts !== undefined) delete kept.ports;
  if (ANY_BUSINESS_MAIL.test(text) && fresh.provider === undefined)
    for (const name of ['provider', 'domain', 'email'] as const) delete kept[name];
  const carried = Object.keys(kept).filter((name) => fresh[name as SlotName] === undefined) as SlotName[];
  const onPhone = fresh.client === 'outlook' && fresh.platform === undefined && PHONES.has(before.platform ?? '');
  const newOutlook = (fresh.client ?? before.client) === 'outlook' && NEW_OUTLOOK.test(text);
  const client = onPhone ? 'outlook-mobile' : newOutlook ? 'outlook-new' : sameProgram ? before.client : undefined;
  return { slots: { ...kept, ...fresh, ...(client !== undefined && { client }) }, carried };
}

/** "The new one", "the one with the toggle": the other program of the same name. */
const NEW_OUTLOOK = gated(
  /\b(?:the|a) new(?:er|est)? (?:one|version|app)\b|\bnew outlook\b|\btoggle\b|\bslider\b|\bswitch (?:at|in|on) the (?:top|upper|right)|新(?:版|的)(?:那个|那种|的)?(?:$|[，。,.!！])|右上角.{0,6}(?:开关|切换|滑块)/,
);

/** "And business mail?": another mailbox than the one before, and it is not said whose. */
const ANY_BUSINESS_MAIL = /^(?:那|那么)?(?:企业|公司)(?:邮箱|信箱|邮)(?:呢|的呢)/;

const FOLLOW_UP =
  /^(?:and|what about|how about|also|then|so|or|but|no|nope|yes|yeah|ok)\b|^(?:那|还有|另外|但是|可是|不是|对|是的?|嗯)|(?:呢|咧)[?？]?$|^(?:et|und|y|e|и|а) /;
/** Few words: an answer to our question, or an addition to what was said. */
const SHORT = 4;

/** Whether a turn adds to the subject before it rather than opening one of its own. */
export function isFollowUp(text: string, fresh: Slots, conversation: ConversationState): boolean {
  if (!conversation.lastIntent || keepsSubject(conversation.lastIntent)) return false;
  const words = contentWords(text);
  const adds = Object.keys(fresh).length > 0;
  if (conversation.asked !== undefined && fresh[conversation.asked] !== undefined && words < 12) return true;
  return (words < 9 && FOLLOW_UP.test(text)) || (adds && words <= SHORT);
}

const ANAPHORA = gated(
  /\bi (?:mean|meant)\b|我(?:是)?(?:说的|指的)是|\b(?:which|that|the other|the first|the second) one\b|^the \S+ one\b|[哪那]一?种|那一?个$/,
);

/** Points back to what was named before. */
export function refersBack(text: string): boolean {
  return ANAPHORA.test(text);
}

const TO_SEND = /\b(?:send(?:ing)?|outgoing)\b|发[件信送]|寄[件信送]|送信|senden|envoi|envia/;
const TO_RECEIVE = /\b(?:receiv(?:e|ing)|incoming)\b|收[件信取]|接收|受信|empfang|réception|recibir/;

/** Longer ones speak of more than a line of the table. */
const LINE = 7;

/** "And for sending?", "which one is the incoming" name a protocol by its direction. */
export function protocolsOfDirection(text: string): Slots {
  if (contentWords(text) > LINE || TO_SEND.test(text) === TO_RECEIVE.test(text)) return {};
  return { protocols: [TO_SEND.test(text) ? 'smtp' : 'imap'] };
}

/** "And pop3?": whatever the words alone would mean, they go on with the subject. */
export function isAddition(text: string): boolean {
  return contentWords(text) <= SHORT && FOLLOW_UP.test(text);
}

const STILL_NOT = gated(
  /^still \w+(?: \w+)?$|\bstill (?:\d{3}|["“”'«「]|log|sign|error|auth|tim(?:es|ing)|refus|reject|wrong|invalid|incorrect|moan|complain|not|no|doesn|does not|isn|won|can|says|get|the same|broken|fail|nothing|same)|\b(?:doesn'?t|didn'?t|does not|did not) (?:work|help)|not working|same (?:error|problem|thing|again|result)(?! ?\?)|\b(?:no|without) (?:change|luck|joy|difference|effect|success|dice)\b|nothing (?:changed|happen\w*|helps?|works)|something went wrong|还是只(?:有|能|显|看|收)|(?<![\da-z] ?)还是[^，。？?]{0,3}?(?:不|没|报|一样|\d{3})|依然不|仍然不|没用|没有用|没效果|没(?:有)?变化|没反应|不管用|还不行|也不行|都不行|不行啊|geht (?:immer noch )?nicht|immer noch nicht|toujours pas|marche pas|sigue sin|no funciona|continua sem|ainda não|все равно|всё равно|まだ(?:だめ|でき|送れ)|여전히/,
);

/** Whole messages that say no more than that it did not help: "same", "tried that", "nope, same". */
const NO_BETTER = new RegExp(
  [
    "^(?:still|nothing|same(?: here)?|nope|nah|no good|no use|(?:it |that )?(?:fails|failed|won['’]?t (?:work|open|load)|can['’]?t))[.!…]*$",
    "^(?:i(?:['’]?ve)? )?(?:already |just )?tried(?: (?:that|it|this|them|both|all|already|twice|everything))*[.!…]*$",
    "^[^?]{1,30}(?:,|\\.|\\bbut|\\band)? ?(?:still |it['’]?s |the )?(?:the )?same[.!…]*$",
    '^[^?]{1,50}[,.;] ?(?:nope|nothing|no (?:luck|good|joy|dice|change|difference|use))[.!…]*$',
    '^[^?]{1,50}\\b(?:exactly |just )?(?:that|the same)(?: thing| error| message)? again[.!…]*$',
    '^(?:我)?(?:都|已经)?(?:试过|试了)(?:了|啦)?(?:都|也|还)?(?:不行|没用)?[.!…。！]*$',
    '^(?:还是)?(?:不行|不对|不好使|打不开|进不去|用不了|没变|照旧|老样子)(?:啊|呀|诶|欸|了)?[.!…。！]*$',
    '还是(?:那样|这样|这个|同样|原样|老样子)|一样(?:啊|的)?[.!…。！]*$',
  ].join('|'),
);

/** "Still doesn't work": the next step is wanted, not the same answer again. */
export function saysStillNot(text: string): boolean {
  return (contentWords(text) < 14 && STILL_NOT.test(text)) || NO_BETTER.test(text);
}
