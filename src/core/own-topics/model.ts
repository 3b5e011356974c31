/** What an operator explains beside mail: one subject, in one or more languages. */
export interface OwnTopic {
  /** Name of its file. */
  id: string;
  /** By language, the operator's own first; short enough for a button. */
  title: Readonly<Record<string, string>>;
  /** Small Markdown, by language. */
  answer: Readonly<Record<string, string>>;
  /** How people ask for it, in any language. */
  questions: readonly string[];
}

/** How sure it is that a message asks for a topic. `offer`: only enough for a button. */
export interface OwnMatch {
  topic: OwnTopic;
  level: 'answer' | 'offer';
  /** 0…1. */
  confidence: number;
}

/** What is known of an operator's topics just now: it changes while the program runs. */
export interface OwnTopics {
  topic(id: string): OwnTopic | undefined;
  /** `text` is normalised. */
  match(text: string): OwnMatch | undefined;
}

/** A question of a topic that is understood as something else already. */
export interface TopicCollision {
  topic: string;
  question: string;
  /** An intent, or the id of another topic. */
  with: string;
}

/** With fewer examples a topic is never answered by itself. */
export const LEAST_FOR_ANSWER = 8;

/** In the reader's language, else in the first that there is. */
export function inLanguage(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language] ?? Object.values(texts)[0] ?? '';
}
