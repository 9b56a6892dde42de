/** Multinomial logistic regression over hashed features: small, quick, and its numbers are probabilities. */

/** What training has found: a row of weights, one for each label, for each feature. */
export interface Weights {
  readonly labels: readonly string[];
  /** Ascending. */
  readonly features: Uint32Array;
  /** Row by row, in units of `scale`. */
  readonly rows: Int8Array;
  readonly scale: number;
}

export class Classifier {
  readonly labels: readonly string[];
  readonly #features: Uint32Array;
  readonly #rows: Int8Array;
  readonly #scale: number;

  /** Keeps the arrays as they are: tens of thousands of features need no index beside their order. */
  constructor({ labels, features, rows, scale }: Weights) {
    this.labels = labels;
    this.#features = features;
    this.#rows = rows;
    this.#scale = scale;
  }

  /** Probabilities of the labels, in their order; `sharpness` below 1 makes them more modest. */
  probabilities(features: Iterable<number>, sharpness = 1): Float64Array {
    const scores = new Float64Array(this.labels.length);
    for (const feature of features) {
      const row = this.#rowOf(feature);
      if (row >= 0) this.#add(row * scores.length, scores);
    }
    for (let label = 0; label < scores.length; label += 1) {
      scores[label] = (scores[label] ?? 0) * this.#scale * sharpness;
    }
    softmax(scores);
    return scores;
  }

  /** By halves, as the features ascend; -1 for one that was not learnt. */
  #rowOf(feature: number): number {
    let low = 0;
    let high = this.#features.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.#features[middle] ?? 0;
      if (found === feature) return middle;
      if (found < feature) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #add(from: number, scores: Float64Array): void {
    for (let label = 0; label < scores.length; label += 1) {
      scores[label] = (scores[label] ?? 0) + (this.#rows[from + label] ?? 0);
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
