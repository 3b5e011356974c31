import type { GuidePart, IntentName, Provider, SlotName, Source } from '../model.ts';
import type { ClassifierModel } from '../nlu/classifier-model.ts';
import type { OwnTopics } from '../own-topics/model.ts';
import type { NameFinder } from '../nlu/name-finder.ts';

/** How a domain, name or host was matched. `typo` names the known spelling. */
export interface ProviderMatch {
  provider: Provider;
  via: 'domain' | 'subdomain' | 'alias' | 'host' | 'retired-host' | 'mx' | 'typo';
  /** The known domain, alias or host that matched. */
  matched: string;
}

export interface AliasHit {
  provider: string;
  /** The name is also an everyday word, or a program: it counts only with "@", a mail word, or as the answer to "which provider?". */
  weak: boolean;
}

/** One FAQ topic in one language; texts are small Markdown. */
export interface Topic {
  id: string;
  intent: IntentName;
  /** Short answer, and what stands behind "more". */
  answer: string;
  /** What it asks back, and for which slot: said only while that is unknown. */
  question?: string;
  asks?: SlotName;
  details?: string;
  steps?: string[];
  sources: Source[];
}

export interface ErrorEntry {
  id: string;
  intent: IntentName;
  /** Finding code that the entry stands for. */
  finding?: string;
  /** Provider it is specific to. */
  provider?: string;
  meaning: string;
  /** It says no more than that name or password were refused: a known provider's own steps take the place of `todo`. */
  guided?: boolean;
  /** Signing in to webmail comes first, unless that is known to work. */
  webmailFirst?: boolean;
  /** One step each; `{compareSettings}` and `{googleInChina}` are told in the light of what is known. */
  todo: string[];
  sources: Source[];
}

export interface ErrorPattern {
  /** Id of the entry it stands for. */
  id: string;
  pattern: RegExp;
  intent: IntentName;
}

export interface ClientGuide {
  id: string;
  name: string;
  /** No longer kept up since that day or month; `instead` are ids of clients. */
  retired?: { since: string; instead: readonly string[]; note: string; sources: Source[] };
  /** Steps in menu words of the language; a part that is not known, or that the program lacks, is absent. */
  parts: Partial<Record<GuidePart, { steps: string[]; sources: Source[] }>>;
}

export interface ClientName {
  id: string;
  /** As matched. */
  names: readonly string[];
  /** Its bare name may mean the provider's mailbox, too. */
  alsoProvider: boolean;
  /** Where it runs. */
  platforms: readonly string[];
}

/** Read-only, synchronous look-ups; built from `data/`. */
export interface Knowledge {
  /** Content hash of the sources it was built from. */
  readonly hash: string;
  /** Traditional Chinese to simplified, words too (伺服器 → 服务器); other text unchanged. */
  simplify(text: string): string;
  /** `mail.example.co.uk` → `example.co.uk`; undefined without a public suffix (single labels, `.local`, IP literals). */
  registrableDomain(host: string): string | undefined;
  provider(id: string): Provider | undefined;
  providerByDomain(domain: string): ProviderMatch | undefined;
  /** Also retired hosts. */
  providerByHost(host: string): ProviderMatch | undefined;
  /** Longest suffix over all hosts, on a label boundary. */
  providerByMx(hosts: readonly string[]): { provider: Provider; certain: boolean } | { gateway: string } | undefined;
  /** `name` is normalised: simplified, lower case, single spaces. */
  aliases(name: string): readonly AliasHit[];
  /** Finds the aliases that begin at a place of a text. */
  readonly aliasFinder: NameFinder;
  /** Known spellings within an optimal-string-alignment distance of 1 (short) or 2, nearest and most used first. */
  nearestDomains(domain: string, limit: number): readonly ProviderMatch[];
  nearestHosts(host: string, limit: number): readonly ProviderMatch[];
  nearestAliases(name: string, limit: number): readonly ProviderMatch[];
  /** For type-ahead: providers whose name or alias begins with or contains the text; most used first. */
  suggest(text: string, language: string, limit: number): readonly { id: string; name: string }[];
  topics(intent: IntentName, language: string): readonly Topic[];
  topic(id: string, language: string): Topic | undefined;
  error(id: string, language: string): ErrorEntry | undefined;
  /** Codes and phrases that name an error, most specific first. */
  readonly errorPatterns: readonly ErrorPattern[];
  /** For the platform where the program has a guide of its own for it, else for the most used one. */
  client(id: string, language: string, platform?: string): ClientGuide | undefined;
  readonly clientNames: readonly ClientName[];
  readonly classifier: ClassifierModel;
  /** Messages that the classifier was trained on, secret-free; read anew at each call. */
  examples(): readonly { text: string; intent: IntentName; language: string }[];
  /** An operator's own topics, where there are any. */
  readonly ownTopics?: OwnTopics;
}
