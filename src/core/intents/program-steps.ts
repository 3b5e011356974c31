import type { Block, GuidePart, IntentName } from '../model.ts';
import type { ClientGuide } from '../ports.ts';
import type { Question } from './answer.ts';

/** The guide to the program that is spoken of, on the device that was named. */
export function guideOf({ slots, knowledge, language }: Question): ClientGuide | undefined {
  return slots.client === undefined ? undefined : knowledge.client(slots.client, language, slots.platform);
}

/** Parts of a guide, in this order, under the program's name; nothing where it has none of them. */
export function guideSteps(guide: ClientGuide | undefined, parts: readonly GuidePart[]): Block[] {
  const items = guide ? parts.flatMap((part) => guide.parts[part]?.steps ?? []) : [];
  return guide && items.length > 0 ? [{ kind: 'steps', title: guide.name, items }] : [];
}

/** Topics whose trouble is mended elsewhere than in the menus for the servers. */
const PART_OF_TOPIC = new Map<string, GuidePart | undefined>([
  ['attachment-too-large', undefined],
  ['message-came-back', undefined],
  ['goes-to-spam', undefined],
  ['wifi-or-firewall', undefined],
  ['abroad-or-blocked', undefined],
  ['old-mail-not-shown', 'moreMail'],
  ['folders-missing', 'folders'],
]);

/** Who names the program, or whose mailbox it is, after the trouble was told needs to know where all that stands in it. */
export function troubleSteps(topic: string | undefined, question: Question): Block[] {
  const part = PART_OF_TOPIC.has(topic ?? '') ? PART_OF_TOPIC.get(topic ?? '') : 'change';
  if (part === undefined || !isDue(part, question)) return [];
  return guideSteps(guideOf(question), [part]);
}

/** Servers are compared once the trouble itself was answered; what is not shown is looked for at once. */
function isDue(part: GuidePart, { fresh, slots, conversation, intent }: Question): boolean {
  const told = fresh.client ?? (fresh.provider === undefined ? undefined : slots.client);
  return told !== undefined && (conversation.lastIntent === intent || part !== 'change');
}

const OF_PASSWORDS = /password|passcode|\bcode\b|密码|授权码/;

/** "Where is that?": the part of the menus that the subject is about, else the one for the servers. */
export function partAskedFor(subject: IntentName, topic: string | undefined, question: Question): GuidePart {
  if (subject === 'auth-failure' || OF_PASSWORDS.test(question.text)) return 'password';
  return PART_OF_TOPIC.get(topic ?? '') ?? 'change';
}
