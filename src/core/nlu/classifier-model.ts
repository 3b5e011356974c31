/** A trained linear classifier, as stored in the knowledge file. */
export interface ClassifierModel {
  /** Class names in order of weight columns: the intents, `out-of-scope` among them. */
  classes: readonly string[];
  /** Number of hashed feature buckets (a power of two). */
  buckets: number;
  /** int8 weights, row-major: bucket × class; real weight = value × scale[class]. */
  weights: Int8Array;
  scale: Float32Array;
  bias: Float32Array;
  /** Logistic calibration of a margin into a probability. */
  calibration: { a: number; b: number };
  thresholds: { answer: number; ask: number };
}
