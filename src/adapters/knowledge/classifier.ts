import type Database from 'better-sqlite3';
import type { Knowledge } from '../../core/index.ts';

type Model = Knowledge['classifier'];

/** Reads the trained model; its arrays are copied out of SQLite's buffers. */
export function readClassifier(database: Database.Database): Model {
  const statement = database.prepare<[string], Buffer>('SELECT value FROM classifier WHERE field = ?').pluck();
  const bytes = (field: string) => Uint8Array.from(statement.get(field) ?? []);
  const plain = JSON.parse(new TextDecoder().decode(bytes('plain'))) as Pick<
    Model,
    'classes' | 'buckets' | 'temperature'
  >;
  const idf = bytes('idf');
  return {
    ...plain,
    idf,
    weights: unpacked(new Int8Array(bytes('weights').buffer), idf, plain.classes.length),
    scale: new Float32Array(bytes('scale').buffer),
    bias: new Float32Array(bytes('bias').buffer),
  };
}

/** Buckets that no example falls into have no weights, and no row in the file. */
function unpacked(rows: Int8Array, idf: Uint8Array, width: number): Int8Array {
  const weights = new Int8Array(idf.length * width);
  let from = 0;
  for (let bucket = 0; bucket < idf.length; bucket++) {
    if (idf[bucket] === 0) continue;
    weights.set(rows.subarray(from, from + width), bucket * width);
    from += width;
  }
  return weights;
}

/** In the order of the sources. Not kept: only learning and reports ask for them. */
export function readExamples(database: Database.Database): ReturnType<Knowledge['examples']> {
  return database
    .prepare<[], ReturnType<Knowledge['examples']>[number]>(
      'SELECT text, intent, language FROM example ORDER BY position',
    )
    .all();
}
