import type { ConversationState, IntentName, SlotName, Slots } from '../model.ts';
import { EXPLANATIONS, isAddition, isFollowUp, keepsSubject, namesPhone, refersBack, saysStillNot } from './context.ts';
import { endOf } from './endings.ts';
import { halfThatWorks, onlyHalfThatWorks } from './evidence.ts';
import type { Extraction } from './slots/index.ts';
import { isStatement, YES_OR_NO } from './statement.ts';
import { contentWords } from './words.ts';
import { LOOK_UPS } from './zones.ts';

interface Top {
  intent: IntentName;
  confidence: number;
}

/** From here on the classifier's word counts more than the subject before: of what follows up on it, and of a mere remark. */
const CLEAR = 0.8;
const LIKELY = 0.6;
/** Nobody who only states something asks what, why or where: that must be surer still. */
const SURELY_ASKED = 0.97;
/** "They are still there" is no chat, "a phone and a computer" asks for nobody. */
const SURELY_CHAT = 0.8;
const QUESTIONS = new Set<IntentName>([
  'what-is-server-address',
  'why-it-matters',
  'find-server-address',
  'imap-vs-pop3',
]);

/** What the conversation is about, when it is about anything. */
export function subjectOf({ lastIntent }: ConversationState): IntentName | undefined {
  return lastIntent === undefined || keepsSubject(lastIntent) ? undefined : lastIntent;
}

/** The intent of a message that goes on with the subject before it, unless it says clearly that it is another. */
export function continues(
  text: string,
  extraction: Extraction,
  top: Top | undefined,
  conversation: ConversationState,
): IntentName | undefined {
  const subject = subjectOf(conversation);
  if (!subject || extraction.slots.error) return undefined;
  if (endsHere(text, extraction, top)) return 'smalltalk';
  if (saysStillNot(text)) return isOtherTrouble(top, subject) ? undefined : subject;
  if (
    subject === 'send-receive-problem' &&
    isStatement(text) &&
    halfThatWorks(text) &&
    contentWords(text) <= FEW_WORDS + 2
  )
    return subject;
  if (onlyHalfThatWorks(text) !== undefined && isRemark(text, extraction)) return 'send-receive-problem';
  if (extraction.denied.length > 0 && isRemark(text, extraction))
    return withMailbox(subject, extraction.slots, conversation);
  if (CHOOSING.has(subject) && TWO_DEVICES.test(text) && contentWords(text) <= SENTENCE) return 'imap-vs-pop3';
  if (asksServers(text, extraction, conversation)) return 'provider-settings';
  if (asksPort(text, extraction)) return 'ports-and-encryption';
  if (isHostAlone(extraction) && subject !== 'check-tls') return 'wrong-server-address';
  if (tellsWhose(extraction, subject) || refersBack(text)) return withMailbox(subject, extraction.slots, conversation);
  if (onlySlots(extraction)) return withMailbox(subject, extraction.slots, conversation);
  if (isAddition(text) && namesPhone(text)) return subject;
  if (OF_THE_NETWORK.has(subject) && NETWORK.test(text) && isRemark(text, extraction)) return 'connection-error';
  const followUp = isFollowUp(text, extraction.slots, conversation);
  if (!followUp && !isRemark(text, extraction)) return undefined;
  const adds = isAddition(text) && Object.keys(extraction.slots).length > 0 && !YES_OR_NO.test(text);
  const newSubject = !adds && takesOver(top, followUp ? CLEAR : LIKELY, isStatement(text));
  return newSubject ? undefined : withMailbox(subject, extraction.slots, conversation);
}

/** Answered by what is typed into a program: whose menus are wanted, once it is named. */
const ABOUT_VALUES = new Set<IntentName>(['ports-and-encryption', 'wrong-server-address']);

/** "On mobile data it works", "I am in China": the network is in question, whatever was before. */
const NETWORK =
  /\bwi-?fi\b|\bwlan\b|\bvpn\b|firewall|mobile data|\bhotel\b|\b(?:in|from) china\b|\babroad\b|\bat home\b|流量|热点|公司网|在家|家里(?:可以|能|没问题)|公司的?wifi|无线网|防火墙|国内|翻墙|国外|出国/;
const OF_THE_NETWORK = new Set<IntentName>([
  'connection-error',
  'send-receive-problem',
  'sync-or-missing-mail',
  'client-setup',
  'auth-failure',
]);

/** "The settings of Yahoo, thanks" is a wish like any other: leave is taken only where nothing else is said. */
function endsHere(text: string, { slots }: Extraction, top: Top | undefined): boolean {
  const end = endOf(text);
  if (end !== 'leaves') return end === 'works';
  const wants = top !== undefined && !keepsSubject(top.intent) && top.confidence > LIKELY;
  return !wants && Object.keys(slots).length === 0;
}

/** "Fixed that; now it wants a password and that is wrong": the next trouble, not the one before. */
function isOtherTrouble(top: Top | undefined, subject: IntentName): boolean {
  return top !== undefined && top.intent !== subject && TROUBLES.has(top.intent) && top.confidence > CLEAR;
}

const TROUBLES = new Set<IntentName>([
  'auth-failure',
  'connection-error',
  'send-receive-problem',
  'sync-or-missing-mail',
  'check-tls',
]);

/** Whose mailbox it is, is what a look-up of servers lacked; in which program it is read, what a set-up of it did. */
function withMailbox(
  subject: IntentName,
  { provider, client, domain }: Slots,
  { slots }: ConversationState,
): IntentName {
  if (provider === undefined || provider === slots.provider) {
    if (provider === undefined && domain !== undefined && EXPLANATIONS.has(subject)) return 'provider-settings';
    const mailboxKnown = (LOOK_UPS.has(subject) || ABOUT_VALUES.has(subject)) && slots.provider !== undefined;
    return mailboxKnown && client !== undefined && client !== slots.client ? 'client-setup' : subject;
  }
  if (subject === 'check-tls' && slots.hosts !== undefined) return 'wrong-server-address';
  const whoseProgram = subject === 'client-setup' && slots.client === undefined;
  return LOOK_UPS.has(subject) || EXPLANATIONS.has(subject) || whoseProgram ? 'provider-settings' : subject;
}

function takesOver(top: Top | undefined, from: number, statement: boolean): boolean {
  if (!top || top.intent === 'out-of-scope') return false;
  if (top.intent === 'smalltalk' || top.intent === 'talk-to-human') return top.confidence > Math.max(from, SURELY_CHAT);
  return top.confidence > (statement && QUESTIONS.has(top.intent) ? SURELY_ASKED : from);
}

const REMARK = 9;

function isRemark(text: string, { subject }: Extraction): boolean {
  return contentWords(text) <= REMARK && !subject.elsewhere && isStatement(text);
}

const ASKING: SlotName[] = ['hosts', 'ports', 'protocols', 'security', 'error', 'passwordKind'];
const FEW_WORDS = 3;

/** Read on a phone and on a computer: that decides between IMAP and POP3, where nothing is failing. */
const SENTENCE = 14;
const DEVICE = '(?:phone|mobile|i ?phone|i ?pad|tablet|laptop|desktop|computer|pc|mac|手机|电脑|平板|笔记本)';
const TWO_DEVICES = new RegExp(
  `${DEVICE}(?: ?(?:and|&|plus|as well as|,|、|和|跟|与)+ ?(?:on |the |my |a )*|[^.,。，]{0,4})${DEVICE}`,
);
const CHOOSING = new Set<IntentName>([
  'imap-vs-pop3',
  'provider-settings',
  'what-is-server-address',
  'ports-and-encryption',
]);

/** "What about smtp, same thing?", of a mailbox that is known. */
function asksServers(text: string, { slots }: Extraction, { slots: known, lastIntent }: ConversationState): boolean {
  const { protocols, ...others } = slots;
  return (
    lastIntent === 'auth-failure' &&
    protocols?.length === 1 &&
    known.provider !== undefined &&
    Object.keys(others).length === 0 &&
    ASKS_SERVERS.test(text)
  );
}

const ASKS_SERVERS =
  /^(?:and |but |so )*(?:what about|how about) (?:the )?(?:smtp|imap|pop3?)(?:,? (?:is (?:it|that) )?(?:the )?same(?: (?:thing|one|password))?)?[ ?]*$|^(?:那|还有)?(?:smtp|imap|pop3?)(?:也|是不是)?(?:一样|相同)?(?:呢|吗)[?]*$/;

/** "465?": whatever was before. */
function asksPort(text: string, extraction: Extraction): boolean {
  const { ports, hosts } = extraction.slots;
  return ports !== undefined && hosts === undefined && /[?？]/.test(text) && onlySlots(extraction);
}

/** A server's name and no more: is it right? */
function isHostAlone(extraction: Extraction): boolean {
  const { hosts, ports, security } = extraction.slots;
  return hosts?.length === 1 && (ports ?? security) === undefined && onlySlots(extraction);
}

/** "hotmail on the iphone": says whose mailbox it is and in which program, and asks nothing new. */
function tellsWhose({ slots, typed }: Extraction, subject: IntentName): boolean {
  const tells = slots.provider ?? slots.client ?? slots.platform ?? slots.domain;
  const aboutServers = LOOK_UPS.has(subject) || ABOUT_VALUES.has(subject);
  return (
    tells !== undefined &&
    !ASKING.some((name) => slots[name] !== undefined && !(aboutServers && name === 'protocols')) &&
    contentWords(bare(typed)) <= FEW_WORDS &&
    isStatement(bare(typed))
  );
}

/** Nothing but names and numbers: it can only answer or add. */
function onlySlots({ typed, slots }: Extraction): boolean {
  return Object.keys(slots).length > 0 && bare(typed).trim() === '';
}

const TOKENS_AND_FILLERS =
  /<[^>]*>|[^\p{L}\p{N}]|\b(?:the|a|an|my|its|it's|is|i|use|using|with|on|in|from|of|mail|email|account|address|mailbox|laptop|desktop|pc|phone|port|server|en|el|auf|dem|meinem|mon|ma)\b|的|是|用|我|邮箱|信箱|手机|电脑|端口|服务器|です/gu;

function bare(typed: string): string {
  return typed.replaceAll(TOKENS_AND_FILLERS, ' ');
}
