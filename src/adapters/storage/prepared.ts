import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import type { Queries } from './tables.ts';

/** Stands for a value in a query that is built once. */
class Slot {
  readonly name: PropertyKey;

  constructor(name: PropertyKey) {
    this.name = name;
  }
}

type SlotFor<Values> = <Name extends keyof Values>(name: Name) => Values[Name];
type Run<Values, Row> = (db: Queries, values: Values) => Promise<QueryResult<Row>>;

const names = new Map<string, string>();

/** By which PostgreSQL may keep the plan of such a query. */
export function planName(text: string): string | undefined {
  return names.get(text);
}

/**
 * A query that every message runs: building one costs several times as much as running it, and so does planning it.
 * It names its columns, since `*` would mean others when a newer process adds one.
 */
export function prepared<Values extends object, Row>(
  build: (db: Queries, slot: SlotFor<Values>) => Compilable<Row>,
): Run<Values, Row> {
  const byDialect = new WeakMap<object, CompiledQuery<Row>>();
  const slot = ((name: PropertyKey) => new Slot(name)) as unknown as SlotFor<Values>;

  return (db, values) => {
    const dialect = db.getExecutor().adapter;
    const query = byDialect.get(dialect) ?? named(build(db, slot).compile());
    byDialect.set(dialect, query);
    const fill = (parameter: unknown) =>
      parameter instanceof Slot ? values[parameter.name as keyof Values] : parameter;
    return db.executeQuery({ ...query, parameters: query.parameters.map(fill) });
  };
}

function named<Row>(query: CompiledQuery<Row>): CompiledQuery<Row> {
  if (!names.has(query.sql)) names.set(query.sql, `postilion_${names.size + 1}`);
  return query;
}

/** How many rows a write touched. */
export function touched(result: QueryResult<unknown>): number {
  return Number(result.numAffectedRows ?? 0n);
}
