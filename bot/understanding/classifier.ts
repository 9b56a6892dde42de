/** Multinomial logistic regression over hashed features: small, quick, and its numbers are probabilities. */

/** What training has found: a row of weights, one for each label, for each feature. */
export interface Weights {
  readonly labels: readonly string[];
  readonly features: Uint32Array;
  /** Row by row, in units of `scale`. */
  readonly rows: Int8Array;
  readonly scale: number;
}

export class Classifier {
  readonly labels: readonly string[];
  readonly #rowOf: ReadonlyMap<number, number>;
  readonly #weights: Float32Array;

  constructor({ labels, features, rows, scale }: Weights) {
    this.labels = labels;
    this.#rowOf = new Map([...features].map((feature, row) => [feature, row]));
    this.#weights = Float32Array.from(rows, (weight) => weight * scale);
  }

  /** Probabilities of the labels, in their order; `sharpness` below 1 makes them more modest. */
  probabilities(features: Iterable<number>, sharpness = 1): Float64Array {
    const scores = new Float64Array(this.labels.length);
    for (const feature of features) {
      const row = this.#rowOf.get(feature);
      if (row !== undefined) this.#add(row * scores.length, scores);
    }
    for (let label = 0; label < scores.length; label += 1) scores[label] = (scores[label] ?? 0) * sharpness;
    softmax(scores);
    return scores;
  }

  #add(from: number, scores: Float64Array): void {
    for (let label = 0; label < scores.length; label += 1) {
      scores[label] = (scores[label] ?? 0) + (this.#weights[from + label] ?? 0);
    }
  }
}

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    scores[at] = Math.exp((scores[at] ?? 0) - highest);
    sum += scores[at] ?? 0;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
}
