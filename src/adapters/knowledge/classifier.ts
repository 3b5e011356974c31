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
  return {
    ...plain,
    idf: bytes('idf'),
    weights: new Int8Array(bytes('weights').buffer),
    scale: new Float32Array(bytes('scale').buffer),
    bias: new Float32Array(bytes('bias').buffer),
  };
}
