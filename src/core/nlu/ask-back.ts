import type { IntentName } from '../model.ts';
import { type AskedThing, FACT, THINGS } from './ask-back-things.ts';
import {
  type AskBackKind,
  ACCESS,
  BESIDE_WHAT,
  BESIDE_WHERE,
  DONE,
  KINDS,
  LEADING,
  NOT_THERE,
  PAUSE,
  WHERE,
} from './ask-back-words.ts';
import type { Extraction } from './slots/index.ts';
import { isStatement } from './statement.ts';
import { contentWords } from './words.ts';

export interface AskBack {
  kind: AskBackKind;
  thing?: AskedThing;
}

/** Longer messages say more than "where is that?". */
const MOST_WORDS = 8;
/** The same where what is meant is named at length: "the part before the @", "there is no …". */
const MOST_WORDS_NAMED = 11;

/** A message that brings these along is about them. */
const BRINGS_ALONG = ['provider', 'email', 'domain', 'hosts', 'client', 'platform', 'error', 'errorId'] as const;

const FACTS: ReadonlySet<AskedThing | undefined> = new Set<AskedThing>(['username', 'password', 'port', 'encryption']);

/** Asks back about what a talk just brought up, in few words and with no new name in them. */
export function askedBack(text: string, { slots }: Extraction): AskBack | undefined {
  if (isPause(text)) return { kind: 'pause' };
  if (contentWords(text) <= PAUSE_WORDS && ACCESS.test(text)) return { kind: 'access' };
  const words = contentWords(text);
  if (words > MOST_WORDS_NAMED || BRINGS_ALONG.some((name) => slots[name] !== undefined)) return undefined;
  const bare = text.replace(LEADING, '');
  const [thing, named] = THINGS.find(([, pattern]) => pattern.test(bare)) ?? [];
  const fact = FACTS.has(thing) && FACT.test(bare);
  if (words > MOST_WORDS && !fact) return NOT_THERE.test(bare) ? { kind: 'not-there' } : undefined;
  if (DONE.test(bare)) return { kind: 'done' };
  const kind = fact ? 'fact' : kindOf(bare, named);
  if (kind === undefined || (kind === 'what' && !isDefinition(bare, thing, named))) return undefined;
  return { kind, ...(thing !== undefined && { thing }) };
}

/** "The code, where is it?" asks as "where is it?" does. */
function kindOf(bare: string, named: RegExp | undefined): AskBackKind | undefined {
  const kind = KINDS.find(([, words]) => words.test(bare))?.[0];
  if (kind !== undefined || named === undefined) return kind;
  return WHERE.test(bare.replace(named, '').replace(BESIDE_WHERE, '')) ? 'where' : undefined;
}

/** "I'll try that and come back." */
function isPause(text: string): boolean {
  return contentWords(text) <= PAUSE_WORDS && PAUSE.test(text) && isStatement(text);
}

const PAUSE_WORDS = 14;

/** "What is IMAP?", not "what is the IMAP server?" */
function isDefinition(bare: string, thing: AskedThing | undefined, named: RegExp | undefined): boolean {
  if (thing === undefined || named === undefined || thing === 'password') return false;
  const rest = bare.replaceAll(BESIDE_WHAT, ' ').replace(named, ' ').trim();
  return rest === '' || (thing === 'app-password' && /^(?:the|this|your)$/.test(rest));
}

/** The intent that has the answer; what only goes deeper into the subject stays with it. */
export function intentOfAskBack({ kind, thing }: AskBack, subject: IntentName): IntentName {
  switch (kind) {
    case 'lose':
      return 'imap-vs-pop3';
    case 'back-up':
      return 'client-setup';
    case 'pause':
      return 'smalltalk';
    case 'access':
      return 'auth-failure';
    case 'direction':
      return IN_TABLES.has(subject) ? 'provider-settings' : 'what-is-server-address';
    case 'difference':
      return 'imap-vs-pop3';
    case 'unencrypted':
      return 'ports-and-encryption';
    case 'fact':
      return thing === 'port' || thing === 'encryption' ? 'ports-and-encryption' : 'auth-failure';
    case 'safe':
      return subject === 'auth-failure' || subject === 'imap-vs-pop3' ? subject : 'check-tls';
    case 'what':
      return (thing && WHAT_IS[thing]) ?? subject;
    case 'why':
      return thing === undefined ? subject : 'why-it-matters';
    default:
      return subject;
  }
}

/** Answered by a table of servers. */
const IN_TABLES = new Set<IntentName>(['provider-settings', 'client-setup', 'wrong-server-address', 'autoconfig']);

const WHAT_IS: Partial<Record<AskedThing, IntentName>> = {
  'app-password': 'auth-failure',
  protocol: 'imap-vs-pop3',
  port: 'what-is-server-address',
  encryption: 'ports-and-encryption',
  exchanger: 'autoconfig',
};
