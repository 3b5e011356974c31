import {
  type ConversationState,
  type IntentName,
  INTENT_NAMES,
  type SlotName,
  type Slots,
  type Zone,
} from '../model.ts';
import type { Alarm } from './alarm.ts';
import type { Scored } from './classify.ts';
import { type AskBack, askedBack, intentOfAskBack } from './ask-back.ts';
import { keepsSubject } from './context.ts';
import { continues, subjectOf } from './follow-up.ts';
import { asksAfterLook, callsUs } from './nudge.ts';
import { endOf } from './endings.ts';
import { wishedLanguage } from './language-wish.ts';
import { matterOf } from './matters/index.ts';
import { isOwnTrade } from './person-words.ts';
import { deniesPerson } from './remarks.ts';
import { applyRules } from './rules.ts';
import type { Extraction } from './slots/index.ts';
import { barFor, shareOfAnswer } from './zones.ts';
import { contentWords } from './words.ts';
import { answerToOffer, bareYesNo, whatItTakes, type YesNo } from './yes-no.ts';

export interface Choice {
  intent: IntentName;
  /** 0…1. */
  confidence: number;
  zone: Zone;
  alternatives: Alternatives;
  /** Id of what decided, where it was not the classifier. */
  rule?: string;
  askBack?: AskBack;
  /** Id of the topic that answers what was brought up beside the subject. */
  matter?: string;
  /** The answer to what our last reply asked. */
  reply?: YesNo;
  /** The language that is asked for in so many words. */
  wish?: string;
}

type Alternatives = { intent: IntentName; confidence: number }[];

/** From this part of the best other class on, "not ours" is taken for the likelier: a wrong answer costs more than a question. */
const OUTSIDE_SHARE = 0.8;
/** The same where a mailbox, a mail program, a protocol or an error is named: then it is rather asked than turned away. */
const OUTSIDE_SHARE_DESPITE_NAMES = 6;
/** From this share on we say that it is not ours without asking; where mail slots were found, or mail is the subject, only when surer still. */
const NOT_MINE_FROM = 0.6;
const NOT_MINE_DESPITE_SLOTS = 0.9;
/** From here on the classifier's word counts more than a quoted error. */
const SURE = 0.9;
const QUOTED = 0.85;
/** From here on it is asked which of the two is meant. */
const DOUBTED = 0.5;
const CONTINUED = 0.9;

/** What a message means: exact rules, then the conversation, then a quoted error, then the classifier. */
export function choose(
  text: string,
  extraction: Extraction,
  scores: readonly Scored[],
  conversation: ConversationState,
  remembered: Slots,
  alarm?: Alarm,
): Choice {
  const alternatives = wanted(named(scores), text);
  const alarmed = alarm && onAlarm(alarm, extraction, alternatives);
  if (alarmed) return alarmed;
  const subject = subjectOf(conversation);
  const wish = wishedLanguage(text);
  if (wish !== undefined) return { ...decided('smalltalk', CONTINUED, 'language', alternatives), wish };
  if (asksAfterLook(text, conversation)) return decided(subject ?? 'check-tls', CONTINUED, 'look', alternatives);
  if (subject !== undefined && callsUs(text)) return decided('smalltalk', CONTINUED, 'calls-us', alternatives);
  if (answerToOffer(text) === 'yes' && whatItTakes(conversation) !== undefined)
    return decided('smalltalk', CONTINUED, 'offer', alternatives);
  const reply = replyIn(text, conversation);
  if (reply && (subject !== undefined || conversation.yesNo === 'human'))
    return replied(reply, conversation, subject, alternatives);
  const back = subject === undefined ? undefined : askedBack(text, extraction);
  const rule =
    back?.kind === 'done' ? undefined : applyRules(text, extraction, subject === undefined ? {} : remembered);
  if (rule) return decided(rule.intent, rule.confidence, rule.id, alternatives);
  if (subject !== undefined && back && PLAIN_QUESTIONS.has(back.kind)) return asAskBack(back, subject, alternatives);
  const { error, provider = remembered.provider } = extraction.slots;
  const matter = endOf(text) === undefined ? matterOf(text, subject, alternatives[0], error, provider) : undefined;
  if (matter) return { ...decided(matter.intent, CONTINUED, 'matter', alternatives), matter: matter.topic };
  if (subject !== undefined && back) return asAskBack(back, subject, alternatives);
  const continued = continues(text, extraction, alternatives[0], conversation);
  if (continued) return decided(continued, CONTINUED, 'follow-up', alternatives);
  return byQuotedError(extraction, alternatives) ?? weighed(text, alternatives, extraction, subject);
}

/** Asked about what we just said in so many words: nothing beside the subject is meant. */
const PLAIN_QUESTIONS = new Set<AskBack['kind']>(['not-there', 'access', 'unencrypted']);

function asAskBack(back: AskBack, subject: IntentName, alternatives: Alternatives): Choice {
  return { ...decided(intentOfAskBack(back, subject), CONTINUED, 'ask-back', alternatives), askBack: back };
}

/** Whoever may be losing a mailbox hears what to do before anything else is read into the message. */
function onAlarm(alarm: Alarm, { slots }: Extraction, alternatives: Alternatives): Choice | undefined {
  if (alarm === 'doubt')
    return slots.hosts === undefined
      ? { ...decided('out-of-scope', CONTINUED, 'doubts-message', alternatives), matter: 'suspicious-mail' }
      : undefined;
  if (alarm === 'taken') return decided('out-of-scope', CONTINUED, 'alarm', alternatives);
  const matter = alarm === 'given' ? 'phished' : 'phished/details';
  return { ...decided('out-of-scope', CONTINUED, 'alarm', alternatives, 'answer'), matter };
}

function replyIn(text: string, { yesNo }: ConversationState): YesNo | undefined {
  if (yesNo === undefined) return undefined;
  return yesNo === 'human' ? answerToOffer(text) : bareYesNo(text);
}

/** "Does it work now?" "Yes." "Shall I bring in a person?" "No." */
function replied(
  reply: YesNo,
  { yesNo }: ConversationState,
  subject: IntentName | undefined,
  alternatives: Alternatives,
): Choice {
  const fixed = yesNo === 'works' && reply === 'yes';
  const wanted = reply === 'yes' ? 'talk-to-human' : 'smalltalk';
  const intent = yesNo === 'human' ? wanted : fixed ? 'smalltalk' : (subject ?? 'smalltalk');
  return { ...decided(intent, CONTINUED, 'reply', alternatives), reply };
}

function decided(
  intent: IntentName,
  confidence: number,
  rule: string,
  alternatives: Alternatives,
  zone: Zone = intent === 'out-of-scope' ? 'not-mine' : 'answer',
): Choice {
  return {
    intent,
    confidence,
    zone,
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

const UNLIKELY = 0.05;

/** Nobody is sent for who was declined, or is the asker. */
function wanted(alternatives: Alternatives, text: string): Alternatives {
  const others = alternatives.filter(({ intent, confidence }) => intent !== 'talk-to-human' || confidence < UNLIKELY);
  if (others.length === alternatives.length || !(deniesPerson(text) || isOwnTrade(text))) return alternatives;
  const all = others.reduce((sum, { confidence }) => sum + confidence, 0);
  return all === 0 ? others : others.map((one) => ({ ...one, confidence: one.confidence / all }));
}

const INTENTS: ReadonlySet<string> = new Set(INTENT_NAMES);

function isIntent(name: string): name is IntentName {
  return INTENTS.has(name);
}

function without(alternatives: Alternatives, intent: IntentName): Alternatives {
  return alternatives.filter((other) => other.intent !== intent && other.intent !== 'out-of-scope').slice(0, 3);
}

/** A known error text says what the trouble is, unless the words around it clearly say otherwise. */
function byQuotedError({ errorIntent, subject }: Extraction, alternatives: Alternatives): Choice | undefined {
  if (!errorIntent || subject.elsewhere || !subject.mail) return undefined;
  const [top] = alternatives;
  if (top && top.intent !== errorIntent && top.confidence > SURE) return undefined;
  const confidence = alternatives.find((other) => other.intent === errorIntent)?.confidence ?? 0;
  const contradicted = top && top.intent !== errorIntent && top.intent !== 'out-of-scope' && top.confidence > DOUBTED;
  const zone = contradicted ? 'ask' : 'answer';
  return decided(errorIntent, Math.max(QUOTED, confidence), 'known-error', alternatives, zone);
}

function weighed(
  text: string,
  alternatives: Alternatives,
  extraction: Extraction,
  before: IntentName | undefined,
): Choice {
  const { slots, subject } = extraction;
  const inScope = alternatives.filter((other) => other.intent !== 'out-of-scope');
  const [best] = inScope;
  const outside = alternatives.find((other) => other.intent === 'out-of-scope')?.confidence ?? 0;
  if (!best) return notMine(1, []);
  if (namesMailServer(slots)) return amongOurs(inScope, extraction, before);
  const likelier = outside > best.confidence * OUTSIDE_SHARE;
  const much = subject.named ? OUTSIDE_SHARE_DESPITE_NAMES : OUTSIDE_SHARE;
  if (outside > best.confidence * much) {
    return goesOn(text, extraction, inScope, before) ?? outsideOrAsk(outside, inScope, slots);
  }
  if (before === undefined && !subject.mailByName && isVague(best.confidence, outside))
    return { ...notMine(outside, inScope), zone: 'ask' };
  return {
    ...best,
    zone: !likelier && shareOfAnswer(best, inScope, slots) >= barFor(best.intent, subject, before) ? 'answer' : 'ask',
    alternatives: without(alternatives, best.intent),
  };
}

/** Where nothing says that mail is meant, so little for an intent, or so much against all of them, speaks for "not ours". */
function isVague(best: number, outside: number): boolean {
  return best < VAGUE || outside >= SOME_DOUBT;
}

const VAGUE = 0.4;
const SOME_DOUBT = 0.1;

/** Who names a mail server and what it is for asks about mail, in whatever program it is used. */
function namesMailServer({ hosts, protocols }: Slots): boolean {
  return hosts !== undefined && protocols !== undefined;
}

function amongOurs(inScope: Alternatives, { subject, slots }: Extraction, before: IntentName | undefined): Choice {
  const all = inScope.reduce((sum, { confidence }) => sum + confidence, 0);
  const [best, ...others] = inScope.map((one) => ({ ...one, confidence: one.confidence / all }));
  if (!best) return notMine(1, []);
  const sure = shareOfAnswer(best, [best, ...others], slots) >= barFor(best.intent, subject, before);
  return { ...best, zone: sure ? 'answer' : 'ask', alternatives: others.slice(0, 3) };
}

const PASSING_REMARK = 9;
/** With less than this an intent is no reason to leave the subject. */
const ANOTHER_SUBJECT = 0.35;
const GOES_ON = 0.75;

/** A short remark amid a conversation about mail is about mail, though its words alone would not say so. */
function goesOn(
  text: string,
  { subject }: Extraction,
  inScope: Alternatives,
  before: IntentName | undefined,
): Choice | undefined {
  if (!before || subject.elsewhere || contentWords(text) > PASSING_REMARK) return undefined;
  const [best] = inScope;
  const intent = best && best.confidence >= ANOTHER_SUBJECT && !keepsSubject(best.intent) ? best.intent : before;
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
