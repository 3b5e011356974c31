import type { IntentName, Slots } from '../model.ts';
import { gated } from './gated.ts';

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

/** The share that an intent needs to be answered without asking. `typed` has tokens for what the text is about. */
export function barFor(intent: IntentName, typed: string, subject: IntentName | undefined): number {
  if (subject === intent) return STAYS_FROM;
  if (subject !== undefined || NEED_NO_MAIL.has(intent)) return ANSWER_FROM;
  const elsewhere = typed.includes('<elsewhere>');
  if (elsewhere && !namesMail(typed)) return NEVER;
  if (typed.includes('<nomail>')) return WITHOUT_MAIL;
  if (elsewhere) return BESIDE_ELSEWHERE;
  return SURE.has(intent) ? ANSWER_SURE_FROM : ANSWER_FROM;
}

/** Whether a text with its typed tokens speaks of mail by name. */
export function namesMail(typed: string): boolean {
  return NAMES_MAIL.test(typed);
}

/** Mail itself; a certificate, an error number or a port may be anybody's. */
const NAMES_MAIL = gated(
  /(?<!<no)mail|imap|\bpop3?\b|smtp|inbox|outbox|outlook|thunderbird|<provider>|<client>|<email>|<host|邮|信箱|寄信|发信|收信|收件|发件|寄件|收发|授权码|退信|メール|메일|почт|письм|correo|courriel|messagerie|postfach|posteingang|postausgang/,
);

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
