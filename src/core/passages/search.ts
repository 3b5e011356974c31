import type { IntentName, PasswordKind, Provider } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { type Passage, passagesOf } from './passages.ts';
import { isConcept, tokensOf } from './tokens.ts';

export interface PassageHit {
  passage: Passage;
  /** Part of what the message is about that the passage speaks of, more where it belongs to the talk: 1 is a good one. */
  fit: number;
}

/** What a passage should fit besides the words. */
export interface Looked {
  language: string;
  /** What the message is likely about, the talk's subject among it. */
  intents: readonly IntentName[];
  provider?: Provider;
  client?: string;
  /** The topic that was just answered from. */
  topic?: string;
  /** What was said just before, normalised: short questions live on it. */
  before: string;
  /** Passages that were shown already. */
  isSaid(passage: Passage): boolean;
}

/** Best first. `text` is normalised. */
export function searchPassages(text: string, knowledge: Knowledge, looked: Looked): PassageHit[] {
  const index = indexOf(knowledge, looked.language);
  const before = tokensOf(looked.before);
  const asked = tokensOf(text);
  const scale = /\p{Script=Han}/u.test(text) ? HAN_SCALE : 1;
  return covering(asked, index)
    .filter(({ passage }) => isFor(passage, looked) && !looked.isSaid(passage))
    .slice(0, WEIGHED)
    .map(({ passage, fit }) => ({ passage, fit: (fit * belonging(passage, asked, before, looked, index)) / scale }))
    .filter(({ fit }) => fit >= LEAST)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, MOST);
}

/** So many of the best by their words alone are looked at more closely. */
const WEIGHED = 16;
const MOST = 5;
const LEAST = 0.2;
/** Pairs of Han characters are many, and some of them are no words: fewer are found. */
const HAN_SCALE = 0.8;
/** What only the topic around it speaks of counts by this part. */
const AROUND = 0.4;
/** A long passage holds much by chance. */
const LENGTH = 60;

/** A word that many passages hold brings none of them along. */
const TELLING = 2.2;

/** Of a passage that holds something telling. */
interface Found {
  sum: number;
  /** How many of the asked words that tell something it holds, and how rare the rarest is. */
  telling: number;
  rarest: number;
}

/** Passages by the part of the asked words that they hold; one that holds none itself is none. */
function covering(asked: ReadonlySet<string>, { weight, holding }: Index): PassageHit[] {
  const found = new Map<Passage, Found>();
  let all = 0;
  for (const token of asked) {
    const part = weight(token);
    all += part;
    if (!tells(token, part)) continue;
    for (const passage of holding.get(token) ?? []) {
      const { sum, telling, rarest } = found.get(passage) ?? { sum: 0, telling: 0, rarest: 0 };
      found.set(passage, { sum: sum + part, telling: telling + 1, rarest: Math.max(rarest, part) });
    }
  }
  for (const token of asked) addTheRest(token, weight(token), found);
  return [...found]
    .map(([passage, hit]) => ({ passage, fit: ((hit.sum / all) * trust(hit)) / lengthened(passage) }))
    .sort((a, b) => b.fit - a.fit);
}

function tells(token: string, weight: number): boolean {
  return !isConcept(token) && weight >= TELLING;
}

/** What a passage holds that tells little, and what only its topic speaks of. */
function addTheRest(token: string, weight: number, found: ReadonlyMap<Passage, Found>): void {
  for (const [passage, hit] of found) {
    if (passage.tokens.has(token)) hit.sum += tells(token, weight) ? 0 : weight;
    else if (passage.around.has(token)) hit.sum += weight * AROUND;
  }
}

/** One word in common is enough only where it is rare. */
const RARE = 4;
const CHANCE = 0.5;

function trust({ telling, rarest }: Found): number {
  return telling > 1 || rarest >= RARE ? 1 : CHANCE;
}

function lengthened({ tokens }: Passage): number {
  return Math.max(1, tokens.size / LENGTH) ** 0.3;
}

/** What begins with the name of a provider or a program is for those who have it. */
function isFor({ providers, clients, topic }: Passage, { provider, client }: Looked): boolean {
  const kinds = FOR_KINDS[topic];
  if (provider?.password && kinds && !kinds.includes(provider.password.kind)) return false;
  if (providers.length + clients.length === 0) return true;
  return (
    (provider !== undefined && providers.includes(provider.id)) || (client !== undefined && clients.includes(client))
  );
}

/** Topics of one kind of password say nothing to who needs another. */
const FOR_KINDS: Record<string, readonly PasswordKind['kind'][]> = {
  'authorization-code': ['authorization-code', 'client-password'],
  'oauth-only': ['oauth2'],
};

const OF_LIKELY_INTENT = 1.15;
const OF_OTHER_INTENT = 0.85;
const OF_NAMED = 1.25;
const OF_TOPIC = 1.3;
const LEAD_ASKED = 1.15;
const LEAD_NOT_ASKED = 0.8;

/** Whether it belongs to what is spoken of: the subject, the provider or program, the words before, and is about the words asked. */
function belonging(
  passage: Passage,
  asked: ReadonlySet<string>,
  before: ReadonlySet<string>,
  { intents, topic }: Looked,
  { weight }: Index,
): number {
  let [shared, all] = [0, 0];
  for (const token of before) {
    all += weight(token);
    if (passage.tokens.has(token) || passage.around.has(token)) shared += weight(token);
  }
  const talk = all === 0 ? 1 : 1 + shared / all;
  const { lead, providers, clients } = passage;
  const named = providers.length + clients.length > 0;
  const isAsked = named || [...lead].some((token) => asked.has(token));
  return (
    talk *
    (intents.includes(passage.intent) ? OF_LIKELY_INTENT : OF_OTHER_INTENT) *
    (named ? OF_NAMED : 1) *
    (passage.topic === topic ? OF_TOPIC : 1) *
    (lead.size === 0 ? 1 : isAsked ? LEAD_ASKED : LEAD_NOT_ASKED)
  );
}

interface Index {
  holding: ReadonlyMap<string, readonly Passage[]>;
  readonly weight: (token: string) => number;
}

const INDEXES = new WeakMap<Knowledge, Map<string, Index>>();

/** Made when it is first needed: no start waits for it. */
function indexOf(knowledge: Knowledge, language: string): Index {
  const known = INDEXES.get(knowledge)?.get(language);
  if (known) return known;
  const index = indexed(passagesOf(knowledge, language));
  INDEXES.set(knowledge, (INDEXES.get(knowledge) ?? new Map<string, Index>()).set(language, index));
  return index;
}

const OF_CONCEPTS = 0.5;
/** Words that no passage has are mostly chatter, and pairs of Han characters often no words at all. */
const UNKNOWN = 0.5;
const UNKNOWN_PAIR = 0.1;

function indexed(passages: readonly Passage[]): Index {
  const holding = new Map<string, Passage[]>();
  for (const passage of passages)
    for (const token of passage.tokens) {
      const list = holding.get(token);
      if (list) list.push(passage);
      else holding.set(token, [passage]);
    }
  return { holding, weight: (token) => rarity(passages.length, holding.get(token)?.length ?? 0) * kindOf(token) };

  function kindOf(token: string): number {
    if (isConcept(token)) return OF_CONCEPTS;
    if (holding.has(token)) return 1;
    return /^[a-z\d]/.test(token) ? UNKNOWN : UNKNOWN_PAIR;
  }
}

function rarity(all: number, holding: number): number {
  return Math.log(1 + all / (1 + holding));
}
