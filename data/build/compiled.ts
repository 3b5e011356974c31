import type { GuidePart, IntentName, Platform, Provider, SlotName, Source } from '../../src/core/model.ts';

/** One FAQ text in one language. */
export interface CompiledTopic {
  id: string;
  intent: IntentName;
  language: string;
  answer: string;
  question?: string;
  asks?: SlotName;
  details?: string;
  steps?: string[];
  sources: Source[];
}

export interface CompiledError {
  id: string;
  intent: IntentName;
  finding?: string;
  provider?: string;
  patterns: string[];
  guided?: boolean;
  webmailFirst?: boolean;
  meaning: Record<string, string>;
  todo: Record<string, string[]>;
  sources: Source[];
}

export interface CompiledClient {
  id: string;
  /** As shown. */
  name: string;
  /** As matched: folded. */
  names: string[];
  alsoProvider: boolean;
  retired?: { since: string; instead: string[]; note: Record<string, string>; sources: Source[] };
  guides: CompiledGuide[];
}

export interface CompiledGuide {
  platforms: Platform[];
  parts: Partial<Record<GuidePart, { steps: Record<string, string[]>; sources: Source[] }>>;
}

export interface CompiledAlias {
  /** Simplified, lower case, single spaces. */
  name: string;
  provider: string;
  weak: boolean;
}

/** One example message that trains the classifier. */
export interface Utterance {
  text: string;
  intent: string;
  language: string;
}

/** Everything that goes into the knowledge file. */
export interface CompiledKnowledge {
  providers: Provider[];
  aliases: CompiledAlias[];
  gateways: { suffix: string; name: string }[];
  topics: CompiledTopic[];
  errors: CompiledError[];
  clients: CompiledClient[];
  utterances: Utterance[];
}
