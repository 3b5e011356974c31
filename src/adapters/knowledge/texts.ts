import type Database from 'better-sqlite3';
import type { ClientGuide, ErrorEntry, GuidePart, IntentName, Knowledge, Source, Topic } from '../../core/index.ts';

type ByLanguage<Value> = Readonly<Record<string, Value>>;

/** As the build writes it. */
interface StoredError extends Omit<ErrorEntry, 'meaning' | 'todo'> {
  patterns: string[];
  meaning: ByLanguage<string>;
  todo: ByLanguage<string[]>;
}

interface StoredClient {
  id: string;
  name: string;
  names: string[];
  alsoProvider: boolean;
  retired?: { since: string; instead: string[]; note: ByLanguage<string>; sources: Source[] };
  guides: { platforms: string[]; parts: Partial<Record<GuidePart, StoredPart>> }[];
}

interface StoredPart {
  steps: ByLanguage<string[]>;
  sources: Source[];
}

/** Topics, errors and clients; English stands in where a language is missing. */
export class TextTable {
  readonly #topics: Database.Statement<[string, string], string>;
  readonly #topic: Database.Statement<[string, string], string>;
  readonly #errors: ReadonlyMap<string, StoredError>;
  readonly #clients: ReadonlyMap<string, StoredClient>;

  readonly #parsed = new Map<string, Topic>();

  constructor(database: Database.Database) {
    this.#topics = pluck(database, 'SELECT body FROM topic WHERE intent = ? AND language = ? ORDER BY id');
    this.#topic = pluck(database, 'SELECT body FROM topic WHERE id = ? AND language = ?');
    this.#errors = byId<StoredError>(database, 'error');
    this.#clients = byId<StoredClient>(database, 'client');
  }

  topics(intent: IntentName, language: string): readonly Topic[] {
    const own = this.#topics.all(intent, language);
    return (own.length > 0 ? own : this.#topics.all(intent, 'en')).map(parseTopic);
  }

  topic(id: string, language: string): Topic | undefined {
    const key = `${id}/${language}`;
    const known = this.#parsed.get(key);
    if (known) return known;
    const body = this.#topic.get(id, language) ?? this.#topic.get(id, 'en');
    if (body === undefined) return undefined;
    const topic = parseTopic(body);
    this.#parsed.set(key, topic);
    return topic;
  }

  error(id: string, language: string): ErrorEntry | undefined {
    const stored = this.#errors.get(id);
    if (!stored) return undefined;
    const { patterns: _, meaning, todo, ...rest } = stored;
    return { ...rest, meaning: inLanguage(meaning, language) ?? '', todo: inLanguage(todo, language) ?? [] };
  }

  /** In the order of the sources, where what says more stands first. Messages are in lower case: folding again would only cost time. */
  errorPatterns(): Knowledge['errorPatterns'] {
    return [...this.#errors.values()].flatMap(({ id, intent, patterns }) =>
      patterns.map((source) => ({ id, intent, pattern: new RegExp(source, HAS_CAPITALS.test(source) ? 'iu' : 'u') })),
    );
  }

  client(id: string, language: string, platform?: string): ClientGuide | undefined {
    const stored = this.#clients.get(id);
    const guide = stored?.guides.find(({ platforms }) => platforms.includes(platform ?? '')) ?? stored?.guides[0];
    if (!stored || !guide) return undefined;
    const parts = Object.entries(guide.parts).map(([name, { steps, sources }]) => [
      name,
      { steps: inLanguage(steps, language) ?? [], sources },
    ]);
    const { retired } = stored;
    return {
      id,
      name: stored.name,
      ...(retired && { retired: { ...retired, note: inLanguage(retired.note, language) ?? '' } }),
      parts: Object.fromEntries(parts) as ClientGuide['parts'],
    };
  }

  clientNames(): Knowledge['clientNames'] {
    return [...this.#clients.values()].map(({ id, names, alsoProvider, guides }) => ({
      id,
      names,
      alsoProvider,
      platforms: guides.flatMap(({ platforms }) => platforms),
    }));
  }
}

function pluck(database: Database.Database, sql: string): Database.Statement<[string, string], string> {
  return database.prepare<[string, string], string>(sql).pluck();
}

function byId<Stored extends { id: string }>(
  database: Database.Database,
  table: 'error' | 'client',
): Map<string, Stored> {
  const bodies = database.prepare<[], string>(`SELECT body FROM ${table} ORDER BY position`).pluck().all();
  return new Map(bodies.map((body) => JSON.parse(body) as Stored).map((stored) => [stored.id, stored]));
}

function parseTopic(body: string): Topic {
  const { language: _, ...topic } = JSON.parse(body) as Topic & { language: string };
  return topic;
}

function inLanguage<Value>(texts: ByLanguage<Value>, language: string): Value | undefined {
  return texts[language] ?? texts['en'];
}

const HAS_CAPITALS = /(?<!\\)[A-Z]/;
