import type { ConversationState, IntentName, Slots, Understanding } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { alarmIn } from './alarm.ts';
import type { AskBack } from './ask-back.ts';
import { choose, type Choice } from './choose.ts';
import { classify, type Scored } from './classify.ts';
import { carrySlots, protocolsOfDirection, rememberedSlots, saysStillNot } from './context.ts';
import { subjectOf } from './follow-up.ts';
import { detectLanguage } from './language.ts';
import { isPasted } from './own-words.ts';
import { normalise } from './normalise.ts';
import { type Remark, withoutRemark } from './remarks.ts';
import type { YesNo } from './yes-no.ts';
import type { Addresses } from './slots/addresses.ts';
import { BUSINESS, type Talk } from './slots/providers.ts';
import { type Extraction, extractSlots } from './slots/index.ts';
import { asAnswered, withEnding } from './as-answered.ts';

/** A message read in its conversation. */
export interface Reading extends Understanding {
  /** Normalised text. */
  text: string;
  /** Names of hosts and addresses in it. */
  addresses: Addresses;
  /** Slots after carrying over. */
  slotsNow: Slots;
  /** Characters that turn the text around stand in it beside a name with dots. */
  turned: boolean;
  stillNot: boolean;
  followUp: boolean;
  /** What is asked back about our last answer. */
  askBack?: AskBack;
  /** Id of the topic that answers what was brought up beside the subject. */
  matter?: string;
  /** The answer to what our last reply asked. */
  reply?: YesNo;
  /** The language that is asked for in so many words. */
  wish?: string;
  providerTypo?: string;
  /** What was said in passing: `text` is the message without it. */
  remark?: Remark;
}

/** Reads one message: rules first, then the classifier, both in the light of the conversation. */
export function understand(raw: string, conversation: ConversationState, knowledge: Knowledge, now: number): Reading {
  const { text: whole, spoken, hidden, damaged } = normalise(raw, knowledge);
  const { text, remark } = conversation.yesNo === 'webmail' ? { text: whole } : withoutRemark(whole);
  const read = asAnswered(extractSlots(text, knowledge, talkOf(conversation)), text, conversation);
  const remembered = withoutDenied(rememberedSlots(conversation, now), read.denied);
  const provider = remembered.provider === undefined ? undefined : knowledge.provider(remembered.provider);
  const found = withEnding(read, text, provider);
  const extraction = withDirection(found, text, conversation);
  const scores =
    text === ''
      ? []
      : scoresOf(
          extraction,
          text === whole && spoken !== whole && whole.length <= SPOKEN ? spoken : undefined,
          knowledge,
        );
  const said = () => saidBefore(conversation, knowledge);
  const turned = TURNING.test(raw) && DOTTED.test(text);
  const choice = turned ? TURNED : choose(text, extraction, scores, conversation, remembered, alarmIn(text, said));
  const fresh = onItsDevice(withoutHostsOwner(extraction, remembered), remembered, text, knowledge);
  const { slots, carried } = carrySlots(withoutOldError(remembered, choice, text), fresh, text);
  const typo = extraction.providers[0]?.typo;
  return {
    text,
    addresses: extraction.addresses,
    intent: choice.intent,
    confidence: choice.confidence,
    zone: choice.zone,
    alternatives: choice.alternatives,
    slots: fresh,
    slotsNow: slots,
    spans: extraction.spans,
    carried,
    language: languageOf(raw, extraction, conversation, knowledge),
    turned,
    stillNot: saysItFails(text, choice, conversation) && remark !== 'works',
    followUp: choice.rule === 'follow-up',
    ...(choice.wish !== undefined && { wish: choice.wish }),
    ...(choice.reply && { reply: choice.reply }),
    ...(choice.askBack && { askBack: choice.askBack }),
    ...(choice.matter !== undefined && { matter: choice.matter }),
    ...(choice.rule !== undefined && { rule: choice.rule }),
    ...(hidden && { suspicious: 'hidden-characters' as const }),
    ...(damaged && { damaged }),
    ...(remark && { remark }),
    ...(typo !== undefined && { providerTypo: typo }),
  };
}

/** What the person wrote in the last turns, newest first, as matching sees it. */
function saidBefore({ transcript }: ConversationState, knowledge: Knowledge): string[] {
  const lines = transcript.slice(-2 * TURNS).filter(({ from }) => from === 'asker');
  return lines.map((line) => normalise(line.text, knowledge).text).reverse();
}

/** So far back a false page or mail is still what is spoken of. */
const TURNS = 3;

function saysItFails(text: string, { reply }: Choice, { yesNo }: ConversationState): boolean {
  return reply === undefined ? saysStillNot(text) : yesNo === 'works' && reply === 'no';
}

/** What is longer is read once: another reading costs as much as the first. */
const SPOKEN = 500;

/** Of Cantonese either as it was written or as it is spoken, whichever the examples know better. */
function scoresOf({ typed }: Extraction, spoken: string | undefined, knowledge: Knowledge): Scored[] {
  const scores = classify(typed, knowledge.classifier);
  if (spoken === undefined) return scores;
  const asSpoken = classify(extractSlots(spoken, knowledge).typed, knowledge.classifier);
  return (asSpoken[0]?.confidence ?? 0) > (scores[0]?.confidence ?? 0) ? asSpoken : scores;
}

/** So much of a message tells its language. */
const TELLS_LANGUAGE = 300;

/** Empty where it tells nothing, as an error that is pasted into a talk of another language does. */
function languageOf(
  raw: string,
  { slots }: Extraction,
  { transcript }: ConversationState,
  knowledge: Knowledge,
): string {
  const language = detectLanguage(raw.slice(0, TELLS_LANGUAGE), (part) => knowledge.simplify(part)) ?? '';
  const pasted = transcript.length > 0 && LATIN.test(language) && isPasted(raw, slots.errorId !== undefined);
  return pasted ? '' : language;
}

/** Errors and logs are written in these. */
const LATIN = /^(?:en|de|fr|es|it|pt)/;

/** Bidirectional controls (Unicode Standard Annex 9): who pastes a name with them shows another than is looked at. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/;
const DOTTED = /[a-z\d]\.[a-z\d]/;
const TURNED: Choice = { intent: 'check-tls', confidence: 0.9, zone: 'ask', alternatives: [], rule: 'turned-text' };

/** Where servers are the subject, before or in this message, a direction names a protocol. */
function withDirection(extraction: Extraction, text: string, conversation: ConversationState): Extraction {
  const subject = subjectOf(conversation);
  if (subject === undefined || extraction.slots.protocols) return extraction;
  if (!ABOUT_SERVERS.has(subject) && !ASKS_VALUES.test(text)) return extraction;
  return { ...extraction, slots: { ...extraction.slots, ...protocolsOfDirection(text) } };
}

const ASKS_VALUES = /\b(?:which|what) (?:port|server|host)|(?:端口|服务器)(?:呢|是|填|用|多少)/;
const ABOUT_SERVERS = new Set<IntentName>([
  'provider-settings',
  'wrong-server-address',
  'autoconfig',
  'ports-and-encryption',
]);

function talkOf(conversation: ConversationState): Talk {
  const last = conversation.transcript.findLast((line) => line.from === 'asker')?.text ?? '';
  const { domain, provider } = conversation.slots;
  return {
    asked: conversation.asked === 'provider',
    ongoing: subjectOf(conversation) !== undefined,
    known: (domain ?? provider) !== undefined,
    business: (domain !== undefined && provider === undefined) || BUSINESS.test(last),
  };
}

/** "It's not gmail": what was thought of the mailbox so far is forgotten. */
function withoutDenied(remembered: Slots, denied: readonly string[]): Slots {
  const { provider, domain: _, email: __, ...others } = remembered;
  return provider !== undefined && denied.includes(provider) ? others : remembered;
}

/** An error that was quoted before is no longer the matter once the person speaks of something in words of their own. */
function withoutOldError(remembered: Slots, { rule, zone }: Choice, text: string): Slots {
  if (rule !== undefined || zone !== 'answer' || saysStillNot(text)) return remembered;
  const { error: _, errorId: __, ...others } = remembered;
  return others;
}

/** A host that somebody typed says less about whose mailbox it is than what was said before. */
function withoutHostsOwner({ slots, providers }: Extraction, remembered: Slots): Slots {
  const via = providers[0]?.via;
  const { provider, ...others } = slots;
  const guessed = via === 'host' || via === 'retired-host' || providers[0]?.ofProgram === true;
  return guessed && remembered.provider !== undefined && provider !== remembered.provider ? others : slots;
}

const OWN_PROGRAM: Record<string, string> = { ios: 'iphone', android: 'android' };
/** Names the phone's own program rather than the phone. */
const NAMES_ITS_OWN = /mail|邮|自带|内建|built/;

/** "The Android one", after a program that runs there too, is that program on the phone and not the phone's own. */
function onItsDevice(fresh: Slots, { client: before }: Slots, text: string, { clientNames }: Knowledge): Slots {
  const { client, ...others } = fresh;
  const { platform = '' } = fresh;
  const bare = client !== undefined && client === OWN_PROGRAM[platform] && !NAMES_ITS_OWN.test(text);
  const runsThere = clientNames.find(({ id }) => id === before)?.platforms.includes(platform) ?? false;
  return bare && runsThere ? others : fresh;
}
