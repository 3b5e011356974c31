import {
  type ConversationState,
  type IntentName,
  INTENT_NAMES,
  type SlotName,
  type Slots,
  type Understanding,
  type Zone,
} from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { classify, type Scored } from './classify.ts';
import { carrySlots, isFollowUp, keepsSubject, rememberedSlots, saysStillNot } from './context.ts';
import { detectLanguage } from './language.ts';
import { normalise } from './normalise.ts';
import { applyRules } from './rules.ts';
import { type Extraction, extractSlots } from './slots/index.ts';

/** A message read in its conversation. */
export interface Reading extends Understanding {
  /** Normalised text. */
  text: string;
  /** Slots after carrying over. */
  slotsNow: Slots;
  stillNot: boolean;
  followUp: boolean;
  providerTypo?: string;
}

/** A direct answer needs this much of the calibrated share; with less we offer the likeliest as buttons. */
const ANSWER_FROM = 0.7;
/** From this part of the best other class on, "not ours" is taken for the likelier: a wrong answer costs more than a question. */
const OUTSIDE_SHARE = 0.8;
/** From this share on we say that it is not ours without asking; where mail slots were found only when surer still. */
const NOT_MINE_FROM = 0.6;
const NOT_MINE_DESPITE_SLOTS = 0.9;

/** Reads one message: rules first, then the classifier, both in the light of the conversation. */
export function understand(raw: string, conversation: ConversationState, knowledge: Knowledge, now: number): Reading {
  const { text, hidden, damaged } = normalise(raw, knowledge);
  const remembered = rememberedSlots(conversation, now);
  const extraction = extractSlots(text, knowledge, conversation.asked === 'provider');
  const scores = text === '' ? [] : classify(extraction.typed, knowledge.classifier);
  const choice = choose(text, extraction, scores, conversation);
  const { slots, carried } = carrySlots(remembered, extraction.slots, text);
  const typo = extraction.providers[0]?.typo;
  return {
    text,
    intent: choice.intent,
    confidence: choice.confidence,
    zone: choice.zone,
    alternatives: choice.alternatives,
    slots: extraction.slots,
    slotsNow: slots,
    spans: extraction.spans,
    carried,
    language: detectLanguage(raw.slice(0, 2000), (part) => knowledge.simplify(part)) ?? '',
    stillNot: saysStillNot(text),
    followUp: choice.rule === 'follow-up',
    ...(choice.rule !== undefined && { rule: choice.rule }),
    ...(hidden && { suspicious: 'hidden-characters' as const }),
    ...(damaged && { damaged }),
    ...(typo !== undefined && { providerTypo: typo }),
  };
}

interface Choice {
  intent: IntentName;
  confidence: number;
  zone: Zone;
  alternatives: { intent: IntentName; confidence: number }[];
  rule?: string;
}

function choose(
  text: string,
  extraction: Extraction,
  scores: readonly Scored[],
  conversation: ConversationState,
): Choice {
  const alternatives = named(scores);
  const rule = applyRules(text, extraction);
  if (rule)
    return {
      intent: rule.intent,
      confidence: rule.confidence,
      zone: 'answer',
      alternatives: without(alternatives, rule.intent),
      rule: rule.id,
    };
  const continued = continues(text, extraction, alternatives, conversation);
  if (continued)
    return {
      intent: continued,
      confidence: 0.9,
      zone: 'answer',
      alternatives: without(alternatives, continued),
      rule: 'follow-up',
    };
  const quoted = byQuotedError(extraction, alternatives);
  if (quoted) return quoted;
  return weighed(alternatives, extraction);
}

/** A known error text says what the trouble is, unless the words around it clearly say otherwise. */
function byQuotedError({ errorIntent, typed }: Extraction, alternatives: Choice['alternatives']): Choice | undefined {
  if (!errorIntent || typed.includes('<elsewhere>') || typed.includes('<nomail>')) return undefined;
  const top = alternatives[0];
  if (top && top.intent !== errorIntent && top.confidence > SURE) return undefined;
  const confidence = Math.max(QUOTED, alternatives.find((other) => other.intent === errorIntent)?.confidence ?? 0);
  return {
    intent: errorIntent,
    confidence,
    zone: 'answer',
    alternatives: without(alternatives, errorIntent),
    rule: 'known-error',
  };
}

/** From here on the classifier's word counts more than a quoted error. */
const SURE = 0.9;
const QUOTED = 0.85;

function named(scores: readonly Scored[]): { intent: IntentName; confidence: number }[] {
  return scores.flatMap(({ name, confidence }) => {
    const intent = INTENT_NAMES.find((known) => known === name);
    return intent ? [{ intent, confidence: Math.round(confidence * 1000) / 1000 }] : [];
  });
}

function without(alternatives: Choice['alternatives'], intent: IntentName): Choice['alternatives'] {
  return alternatives.filter((other) => other.intent !== intent && other.intent !== 'out-of-scope').slice(0, 3);
}

/** The subject before goes on, unless this message says clearly that it is another. */
function continues(
  text: string,
  extraction: Extraction,
  alternatives: Choice['alternatives'],
  conversation: ConversationState,
): IntentName | undefined {
  const last = conversation.lastIntent;
  if (!last) return undefined;
  const top = alternatives[0];
  if (saysStillNot(text) && !keepsSubject(last) && !extraction.slots.error) return last;
  if (!isFollowUp(text, extraction.slots, conversation)) return undefined;
  const clear = top !== undefined && top.confidence > 0.8 && top.intent !== 'out-of-scope';
  return clear && !onlySlots(extraction) ? undefined : last;
}

/** Nothing but names and numbers: it can only answer or add. */
function onlySlots({ typed }: Extraction): boolean {
  return (
    typed.replaceAll(/<[^>]*>|[^\p{L}\p{N}]|\b(?:the|my|its|it's|is|i|use|with|on|in|a|from)\b|的|是|用|我/gu, '') ===
    ''
  );
}

function weighed(alternatives: Choice['alternatives'], { slots }: Extraction): Choice {
  const inScope = alternatives.filter((other) => other.intent !== 'out-of-scope');
  const [best] = inScope;
  const outside = alternatives.find((other) => other.intent === 'out-of-scope')?.confidence ?? 0;
  if (!best) return notMine(1, []);
  if (outside > best.confidence * OUTSIDE_SHARE) return outsideOrAsk(outside, inScope, slots);
  const zone = best.confidence >= ANSWER_FROM ? 'answer' : 'ask';
  return { ...best, zone, alternatives: without(alternatives, best.intent) };
}

const MAIL_SLOTS: SlotName[] = ['email', 'hosts', 'protocols', 'errorId'];

/** Rather ask than turn a mail question away; what is surely not ours is said to be so. */
function outsideOrAsk(outside: number, inScope: Choice['alternatives'], slots: Slots): Choice {
  const sure =
    outside >= (MAIL_SLOTS.some((name) => slots[name] !== undefined) ? NOT_MINE_DESPITE_SLOTS : NOT_MINE_FROM);
  return sure ? notMine(outside, inScope) : { ...notMine(outside, inScope), zone: 'ask' };
}

function notMine(confidence: number, inScope: Choice['alternatives']): Choice {
  return { intent: 'out-of-scope', confidence, zone: 'not-mine', alternatives: inScope.slice(0, 3) };
}
