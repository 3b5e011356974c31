import { readTopics, type GoodFiles, type TopicFault, watchFolder } from '../adapters/topics/index.ts';
import {
  type Background,
  backgroundOf,
  collisionsOf,
  type Knowledge,
  LEAST_FOR_ANSWER,
  learnTopic,
  type LearntTopic,
  type OwnTopic,
  ownTopics,
  type OwnTopics,
  type TopicCollision,
} from '../core/index.ts';
import type { Events } from './events.ts';

/** What came of reading the folder once. */
export interface TopicReport {
  topics: OwnTopic[];
  faults: TopicFault[];
  collisions: TopicCollision[];
}

/** The knowledge with an operator's own topics, which change as their files do. */
export interface LiveTopics {
  knowledge: Knowledge;
  /** Reads the folder and learns what changed; undefined when nothing did. */
  refresh(): Promise<TopicReport | undefined>;
}

/** Learning one topic takes some 30 ms: others get their turn between two. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** `language` is the operator's own: files that name none are in it. */
export function liveTopics(folder: string, language: string, base: Knowledge): LiveTopics {
  const good: GoodFiles = new Map();
  const learnt = new Map<string, LearntTopic>();
  let background: Background | undefined;
  let current: OwnTopics = ownTopics([], base.classifier);
  let before = '';
  // Not a copy, which would read all that is loaded at first use: what is not added is asked of the original.
  const knowledge = Object.create(base, { ownTopics: { get: () => current } }) as Knowledge;

  const refresh = async (): Promise<TopicReport | undefined> => {
    const { topics, faults } = readTopics(folder, language, good);
    const now = JSON.stringify([topics, faults]);
    if (now === before) return undefined;
    before = now;
    background ??= topics.length > 0 ? backgroundOf(base) : undefined;
    const fresh = new Map<string, LearntTopic>();
    for (const topic of topics) {
      const key = JSON.stringify(topic);
      fresh.set(key, learnt.get(key) ?? learnTopic(topic, background as Background, base));
      await pause();
    }
    learnt.clear();
    for (const [key, topic] of fresh) learnt.set(key, topic);
    const all = [...fresh.values()];
    current = ownTopics(all, base.classifier);
    return { topics, faults, collisions: collisionsOf(all, current, base) };
  };
  return { knowledge, refresh: inTurn(refresh) };
}

/** One after another, however often it is asked for. */
function inTurn<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** Reads again when the folder changes. Gives what ends it. */
export function followTopics(folder: string, live: LiveTopics, report: (found: TopicReport) => void): () => void {
  return watchFolder(folder, () => {
    live.refresh().then(
      (found) => found && report(found),
      () => report({ topics: [], faults: [{ file: folder, line: 0, reason: 'cannot be learnt' }], collisions: [] }),
    );
  });
}

/** Tells the log what was learnt, which files cannot be used, and what they collide with. */
export function reportTopics(
  events: Pick<Events, 'topicsLearnt' | 'topicFault' | 'topicCollision'>,
): (found: TopicReport) => void {
  return ({ topics, faults, collisions }) => {
    for (const fault of faults) events.topicFault(fault);
    for (const { example: _, ...facts } of grouped(collisions)) events.topicCollision(facts);
    events.topicsLearnt({ topics: topics.length, onlyButtons: onlyButtons(topics).length });
  };
}

/** Topics with too few questions to be answered by themselves. */
export function onlyButtons(topics: readonly OwnTopic[]): OwnTopic[] {
  return topics.filter(({ questions }) => questions.length < LEAST_FOR_ANSWER);
}

/** One line for each pair. */
export function grouped(
  collisions: readonly TopicCollision[],
): { topic: string; with: string; questions: number; example: string }[] {
  const pairs = new Map<string, { topic: string; with: string; questions: number; example: string }>();
  for (const { topic, with: other, question } of collisions) {
    const key = `${topic}\n${other}`;
    const pair = pairs.get(key) ?? { topic, with: other, questions: 0, example: question };
    pairs.set(key, { ...pair, questions: pair.questions + 1 });
  }
  return [...pairs.values()];
}
