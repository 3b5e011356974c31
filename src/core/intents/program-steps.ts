import type { Block, GuidePart, IntentName } from '../model.ts';
import type { ClientGuide } from '../ports.ts';
import type { Question } from './answer.ts';
import { sourcesBlock, sourcesOf } from './sources-block.ts';

/** The guide to the program that is spoken of, on the device that was named. */
export function guideOf({ slots, knowledge, language }: Question): ClientGuide | undefined {
  return slots.client === undefined ? undefined : knowledge.client(slots.client, language, slots.platform);
}

/** Parts of a guide, in this order, under the program's name; nothing where it has none of them. */
export function guideSteps(guide: ClientGuide | undefined, parts: readonly GuidePart[]): Block[] {
  const items = guide ? parts.flatMap((part) => guide.parts[part]?.steps ?? []) : [];
  return guide && items.length > 0 ? [{ kind: 'steps', title: guide.name, items }] : [];
}

/** The same, with where the names of the menus come from: many were confirmed by nobody. */
export function sourcedSteps(question: Question, parts: readonly GuidePart[]): Block[] {
  const guide = guideOf(question);
  const shown = parts.flatMap((part) => guide?.parts[part] ?? []);
  return [...guideSteps(guide, parts), ...sourcesBlock(sourcesOf(shown), question)];
}

/** Where a trouble is mended in the menus: the first of these that the program has; nowhere, or by comparing servers. */
const PARTS_OF_TOPIC = new Map<string, readonly GuidePart[]>([
  ['attachment-too-large', []],
  ['message-came-back', []],
  ['goes-to-spam', []],
  ['wifi-or-firewall', []],
  ['abroad-or-blocked', []],
  ['sent-mail-elsewhere', []],
  ['old-mail-not-shown', ['moreMail']],
  ['deleted-everywhere', ['moreMail']],
  ['mail-vanished', ['moreMail', 'change']],
  ['folders-missing', ['folders']],
]);
const COMPARED: readonly GuidePart[] = ['change'];

/** What is not shown is looked for at once; all else is done once the trouble itself was answered. */
const AT_ONCE = new Set(['old-mail-not-shown', 'folders-missing']);

/** Who names the program, or whose mailbox it is, after the trouble was told needs to know where all that stands in it. */
export function troubleSteps(topic: string, question: Question): Block[] {
  const { fresh, slots, conversation, intent } = question;
  const told = fresh.client ?? ((fresh.provider ?? fresh.platform) === undefined ? undefined : slots.client);
  if (told === undefined || (conversation.lastIntent !== intent && !AT_ONCE.has(topic))) return [];
  const guide = guideOf(question);
  const part = partsFor(topic).find((name) => guide?.parts[name]);
  return part === undefined ? [] : sourcedSteps(question, [part]);
}

function partsFor(topic: string): readonly GuidePart[] {
  return PARTS_OF_TOPIC.get(topic) ?? COMPARED;
}

const OF_PASSWORDS = /password|passcode|\bcode\b|密码|授权码/;

/** "Where is that?": the part of the menus that the subject is about, else the one for the servers. */
export function partAskedFor(subject: IntentName, topic: string | undefined, question: Question): GuidePart {
  if (subject === 'auth-failure' || OF_PASSWORDS.test(question.text)) return 'password';
  return partsFor(topic ?? '')[0] ?? 'change';
}
