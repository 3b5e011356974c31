import type { IntentName, Slots } from '../model.ts';

/** From this share on a direct answer is right often enough; with less we offer the likeliest as buttons. */
const ANSWER_FROM = 0.75;
/** Where words of a neighbouring subject stand beside those of mail. */
const BESIDE_ELSEWHERE = 0.85;
/**
 * Where nothing says that mail is the subject. By cross-validation a share of 0.8 to 0.95 is then right in only two
 * of three cases ("the bluetooth headset won't connect"), and beside words of a neighbouring subject in one of three.
 */
const WITHOUT_MAIL = 0.97;
const NEVER = 1.01;

/** About people and talk, not about mail. */
const NEED_NO_MAIL = new Set<IntentName>(['smalltalk', 'talk-to-human']);

/** The share that an intent needs to be answered without asking. `typed` has tokens for what the text is about. */
export function barFor(intent: IntentName, typed: string, subject: IntentName | undefined): number {
  if (subject !== undefined || NEED_NO_MAIL.has(intent)) return ANSWER_FROM;
  const elsewhere = typed.includes('<elsewhere>');
  if (typed.includes('<nomail>')) return elsewhere ? NEVER : WITHOUT_MAIL;
  return elsewhere ? BESIDE_ELSEWHERE : ANSWER_FROM;
}

type Weighed = { intent: IntentName; confidence: number };

/** With a mailbox named, these are all answered by looking its servers up: nothing need be asked to tell them apart. */
export const LOOK_UPS = new Set<IntentName>(['provider-settings', 'find-server-address', 'autoconfig']);

/** The share of all intents that would get the same answer as the best. */
export function shareOfAnswer(best: Weighed, inScope: readonly Weighed[], { provider, domain }: Slots): number {
  if (!LOOK_UPS.has(best.intent) || (provider ?? domain) === undefined) return best.confidence;
  return inScope.filter(({ intent }) => LOOK_UPS.has(intent)).reduce((sum, { confidence }) => sum + confidence, 0);
}
