/** A trained linear classifier, as stored in the knowledge file. */
export interface ClassifierModel {
  /** Class names in order of weight columns: the intents, `out-of-scope` among them. */
  classes: readonly string[];
  /** Number of hashed feature buckets (a power of two). */
  buckets: number;
  /** Inverse document frequency of each bucket, 0…255 for 0…`MAX_IDF`. */
  idf: Uint8Array;
  /** int8 weights, row-major: bucket × class; real weight = value × scale[class]. */
  weights: Int8Array;
  scale: Float32Array;
  bias: Float32Array;
  /** Softmax temperature found by cross-validation, so that a confidence of 0.9 is right nine times in ten. */
  temperature: number;
}

/** Upper end of the idf scale: rarer than one in e^10 is as good as unique. */
export const MAX_IDF = 10;
