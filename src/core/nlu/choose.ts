import {
  type ConversationState,
  type IntentName,
  INTENT_NAMES,
  type SlotName,
  type Slots,
  type Zone,
} from '../model.ts';
import type { Scored } from './classify.ts';
import { isAddition, isFollowUp, keepsSubject, refersBack, saysStillNot } from './context.ts';
import { applyRules } from './rules.ts';
import type { Extraction } from './slots/index.ts';
import { barFor, shareOfAnswer } from './zones.ts';
import { contentWords } from './words.ts';

export interface Choice {
  intent: IntentName;
  /** 0…1. */
  confidence: number;
  zone: Zone;
  alternatives: Alternatives;
  /** Id of what decided, where it was not the classifier. */
  rule?: string;
}

type Alternatives = { intent: IntentName; confidence: number }[];

/** From this part of the best other class on, "not ours" is taken for the likelier: a wrong answer costs more than a question. */
const OUTSIDE_SHARE = 0.8;
/** From this share on we say that it is not ours without asking; where mail slots were found, or mail is the subject, only when surer still. */
const NOT_MINE_FROM = 0.6;
const NOT_MINE_DESPITE_SLOTS = 0.9;
/** From here on the classifier's word counts more than a quoted error, or than the subject before. */
const SURE = 0.9;
const CLEAR = 0.8;
const QUOTED = 0.85;
const CONTINUED = 0.9;

/** What a message means: exact rules, then the conversation, then a quoted error, then the classifier. */
export function choose(
  text: string,
  extraction: Extraction,
  scores: readonly Scored[],
  conversation: ConversationState,
): Choice {
  const alternatives = named(scores);
  const rule = applyRules(text, extraction);
  if (rule) return decided(rule.intent, rule.confidence, rule.id, alternatives);
  const continued = continues(text, extraction, alternatives, conversation);
  if (continued) return decided(continued, CONTINUED, 'follow-up', alternatives);
  return byQuotedError(extraction, alternatives) ?? weighed(text, alternatives, extraction, subjectOf(conversation));
}

function decided(intent: IntentName, confidence: number, rule: string, alternatives: Alternatives): Choice {
  return {
    intent,
    confidence,
    zone: intent === 'out-of-scope' ? 'not-mine' : 'answer',
    alternatives: without(alternatives, intent),
    rule,
  };
}

function named(scores: readonly Scored[]): Alternatives {
  const alternatives: Alternatives = [];
  for (const { name, confidence } of scores) {
    if (isIntent(name)) alternatives.push({ intent: name, confidence: Math.round(confidence * 1000) / 1000 });
  }
  return alternatives;
}

const INTENTS: ReadonlySet<string> = new Set(INTENT_NAMES);

function isIntent(name: string): name is IntentName {
  return INTENTS.has(name);
}

function without(alternatives: Alternatives, intent: IntentName): Alternatives {
  return alternatives.filter((other) => other.intent !== intent && other.intent !== 'out-of-scope').slice(0, 3);
}

/** What the conversation is about, when it is about anything. */
export function subjectOf({ lastIntent }: ConversationState): IntentName | undefined {
  return lastIntent === undefined || keepsSubject(lastIntent) ? undefined : lastIntent;
}

/** The subject before goes on, unless this message says clearly that it is another. */
function continues(
  text: string,
  extraction: Extraction,
  alternatives: Alternatives,
  conversation: ConversationState,
): IntentName | undefined {
  const subject = subjectOf(conversation);
  if (!subject || extraction.slots.error) return undefined;
  if (saysStillNot(text)) return subject;
  if (tellsWhose(extraction) || refersBack(text)) return subject;
  if (!isFollowUp(text, extraction.slots, conversation)) return undefined;
  const [top] = alternatives;
  const clear = top !== undefined && top.confidence > CLEAR && top.intent !== 'out-of-scope';
  const adds = isAddition(text) && Object.keys(extraction.slots).length > 0;
  return clear && !onlySlots(extraction) && !adds ? undefined : subject;
}

const ASKING: SlotName[] = ['hosts', 'ports', 'protocols', 'security', 'error', 'passwordKind'];
const FEW_WORDS = 3;

/** "hotmail on the iphone": says whose mailbox it is and in which program, and asks nothing new. */
function tellsWhose({ slots, typed }: Extraction): boolean {
  const tells = slots.provider ?? slots.client ?? slots.platform ?? slots.domain;
  return (
    tells !== undefined &&
    !ASKING.some((name) => slots[name] !== undefined) &&
    contentWords(bare(typed)) <= FEW_WORDS &&
    !/[?？]|吗|呢/.test(typed)
  );
}

/** Nothing but names and numbers: it can only answer or add. */
function onlySlots({ typed }: Extraction): boolean {
  return bare(typed).trim() === '';
}

const TOKENS_AND_FILLERS =
  /<[^>]*>|[^\p{L}\p{N}]|\b(?:the|a|an|my|its|it's|is|i|use|using|with|on|in|from|of|mail|email|account|address|mailbox|laptop|desktop|pc|phone|en|el|auf|dem|meinem|mon|ma)\b|的|是|用|我|邮箱|信箱|手机|电脑|です/gu;

function bare(typed: string): string {
  return typed.replaceAll(TOKENS_AND_FILLERS, ' ');
}

/** A known error text says what the trouble is, unless the words around it clearly say otherwise. */
function byQuotedError({ errorIntent, typed }: Extraction, alternatives: Alternatives): Choice | undefined {
  if (!errorIntent || typed.includes('<elsewhere>') || typed.includes('<nomail>')) return undefined;
  const [top] = alternatives;
  if (top && top.intent !== errorIntent && top.confidence > SURE) return undefined;
  const confidence = alternatives.find((other) => other.intent === errorIntent)?.confidence ?? 0;
  return decided(errorIntent, Math.max(QUOTED, confidence), 'known-error', alternatives);
}

function weighed(
  text: string,
  alternatives: Alternatives,
  extraction: Extraction,
  subject: IntentName | undefined,
): Choice {
  const inScope = alternatives.filter((other) => other.intent !== 'out-of-scope');
  const [best] = inScope;
  const outside = alternatives.find((other) => other.intent === 'out-of-scope')?.confidence ?? 0;
  if (!best) return notMine(1, []);
  if (outside > best.confidence * OUTSIDE_SHARE) {
    return goesOn(text, extraction, inScope, subject) ?? outsideOrAsk(outside, inScope, extraction.slots);
  }
  return {
    ...best,
    zone:
      shareOfAnswer(best, inScope, extraction.slots) >= barFor(best.intent, extraction.typed, subject)
        ? 'answer'
        : 'ask',
    alternatives: without(alternatives, best.intent),
  };
}

const PASSING_REMARK = 9;
const BETTER_THAN_NOTHING = 0.1;
const GOES_ON = 0.75;

/** A short remark amid a conversation about mail is about mail, though its words alone would not say so. */
function goesOn(
  text: string,
  { typed }: Extraction,
  inScope: Alternatives,
  subject: IntentName | undefined,
): Choice | undefined {
  if (!subject || typed.includes('<elsewhere>') || contentWords(text) > PASSING_REMARK) return undefined;
  const [best] = inScope;
  const intent = best && best.confidence >= BETTER_THAN_NOTHING && !keepsSubject(best.intent) ? best.intent : subject;
  return decided(intent, GOES_ON, 'follow-up', inScope);
}

const MAIL_SLOTS: SlotName[] = ['email', 'hosts', 'protocols', 'errorId'];

/** Rather ask than turn a mail question away; what is surely not ours is said to be so. */
function outsideOrAsk(outside: number, inScope: Alternatives, slots: Slots): Choice {
  const sure =
    outside >= (MAIL_SLOTS.some((name) => slots[name] !== undefined) ? NOT_MINE_DESPITE_SLOTS : NOT_MINE_FROM);
  return sure ? notMine(outside, inScope) : { ...notMine(outside, inScope), zone: 'ask' };
}

function notMine(confidence: number, inScope: Alternatives): Choice {
  return { intent: 'out-of-scope', confidence, zone: 'not-mine', alternatives: inScope.slice(0, 3) };
}
