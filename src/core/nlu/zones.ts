import type { IntentName, Slots } from '../model.ts';
import type { Subject } from './lexicon.ts';

/**
 * From this share on a direct answer is right often enough; with less we offer the likeliest as buttons. On the
 * development set what lies just above is right in nine of ten cases.
 */
const ANSWER_FROM = 0.7;
/** Of these more than nine in ten are right from here on. */
const ANSWER_SURE_FROM = 0.6;
const SURE = new Set<IntentName>([
  'auth-failure',
  'provider-settings',
  'ports-and-encryption',
  'sync-or-missing-mail',
  'check-tls',
]);
/** Where words of a neighbouring subject stand beside those of mail. */
const BESIDE_ELSEWHERE = 0.9;
/** Where nothing says that mail is the subject. */
const WITHOUT_MAIL = 0.95;
/** Where the talk is about just this already. */
const STAYS_FROM = 0.4;
const NEVER = 1.01;

/** About people and talk, not about mail. */
const NEED_NO_MAIL = new Set<IntentName>(['smalltalk', 'talk-to-human']);

/** The share that an intent needs to be answered without asking: of what the message speaks of, and the conversation was about. */
export function barFor(
  intent: IntentName,
  { mail, mailByName, elsewhere }: Subject,
  before: IntentName | undefined,
): number {
  if (before === intent) return STAYS_FROM;
  if (before !== undefined || NEED_NO_MAIL.has(intent)) return ANSWER_FROM;
  if (elsewhere && !mailByName) return NEVER;
  if (!mail) return WITHOUT_MAIL;
  if (elsewhere) return BESIDE_ELSEWHERE;
  return SURE.has(intent) ? ANSWER_SURE_FROM : ANSWER_FROM;
}

type Weighed = { intent: IntentName; confidence: number };

/** With a mailbox named, these are all answered by looking its servers up: nothing need be asked to tell them apart. */
export const LOOK_UPS = new Set<IntentName>(['provider-settings', 'find-server-address', 'autoconfig']);

/** The share of all intents that would get the same answer as the best. */
export function shareOfAnswer(best: Weighed, inScope: readonly Weighed[], slots: Slots): number {
  const alike = sameAnswer(slots);
  if (!alike.has(best.intent)) return best.confidence;
  return inScope.filter(({ intent }) => alike.has(intent)).reduce((sum, { confidence }) => sum + confidence, 0);
}

const NONE = new Set<IntentName>();
/** "Does it have POP3?" is answered by what the mailbox's provider has. */
const LOOK_UPS_OF_ONE = new Set<IntentName>([...LOOK_UPS, 'imap-vs-pop3']);

function sameAnswer({ provider, domain, protocols }: Slots): ReadonlySet<IntentName> {
  if ((provider ?? domain) === undefined) return NONE;
  return provider !== undefined && protocols?.length === 1 ? LOOK_UPS_OF_ONE : LOOK_UPS;
}
