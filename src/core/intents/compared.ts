import { isStatement } from '../nlu/statement.ts';
import type { ErrorEntry } from '../ports.ts';

/** Topics of what the servers' names and ports have nothing to do with. */
const ELSEWHERE = new Set([
  'attachment-too-large',
  'message-came-back',
  'goes-to-spam',
  'too-many-connections',
  'wifi-or-firewall',
  'abroad-or-blocked',
]);
/** Of these, where it is good to know all the same whose mailbox it is. */
export const ASKS_WHOSE: ReadonlySet<string> = new Set(['abroad-or-blocked']);

/** Whether it mends a trouble to compare its servers with what is right: of a quoted error, else of the topic. */
export function comparesServers(topic: string, error: ErrorEntry | undefined): boolean {
  return error ? isAboutSettings(error) : !ELSEWHERE.has(topic);
}

/** A step compares server and port, or turns on sign-in for the outgoing server. */
function isAboutSettings({ todo, finding }: ErrorEntry): boolean {
  return finding === 'login-rejected' || todo.some((step) => COMPARES.test(step));
}

const COMPARES = /\{compareSettings\}|\b(?:465|587|993|995)\b/;

/** Topics that explain, or send elsewhere. */
const NOTHING_TO_TRY = new Set([
  'abroad-or-blocked',
  'attachment-too-large',
  'message-came-back',
  'goes-to-spam',
  'mail-vanished',
  'deleted-everywhere',
]);
/** What is mended in the person's own program; all else is waited for, or mended by somebody else. */
const OWN_FINDINGS = new Set(['cannot-connect', 'sender-differs-from-account', 'port-25']);

/** Whether "does it work now?" may be asked after what was said of it. */
export function leavesSomethingToTry(topic: string, error: ErrorEntry | undefined): boolean {
  return error ? isAboutSettings(error) || OWN_FINDINGS.has(error.finding ?? '') : !NOTHING_TO_TRY.has(topic);
}

const VALUES = /\b(?:ports?|settings|servers?|hosts?|host ?names?)\b|端口|设置|服务器|主机|地址/;

/** "Which ports must they open?" */
export function asksForValues(words: string): boolean {
  return VALUES.test(words) && !isStatement(words);
}
