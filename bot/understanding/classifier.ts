/** Multinomial logistic regression over hashed features: small, quick to train, and its numbers are probabilities. */

export interface Example {
  readonly features: Uint32Array;
  readonly label: number;
}

const BITS = 18;
const MASK = 2 ** BITS - 1;
const EPOCHS = 10;
const RATE = 0.35;
const DECAY = 2e-5;

export class Classifier {
  readonly labels: readonly string[];
  /** The row of weights for each hashed feature; 0 is the row of nothing. */
  readonly #rows = new Int32Array(2 ** BITS);
  #weights = new Float32Array(0);
  #count = 1;

  constructor(labels: readonly string[]) {
    this.labels = labels;
  }

  /** Learns from the examples, in an order that is the same every time. */
  train(examples: readonly Example[]): void {
    const rows = examples.map(({ features, label }) => ({ rows: this.#rowsOf(features, true), label }));
    const width = this.labels.length;
    this.#weights = new Float32Array(this.#count * width);
    const squares = new Float32Array(this.#count * width).fill(1e-2);
    const order = rows.map((_, index) => index);
    const random = generator(7);
    const scores = new Float64Array(width);
    for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
      shuffle(order, random);
      for (const index of order) {
        const example = rows[index];
        if (example !== undefined) this.#learn(example.rows, example.label, scores, squares);
      }
    }
  }

  /** Probabilities of the labels, in their order; `sharpness` below 1 makes them more modest. */
  probabilities(features: Uint32Array, sharpness = 1): Float64Array {
    const scores = new Float64Array(this.labels.length);
    this.#score(this.#rowsOf(features, false), scores);
    if (sharpness !== 1)
      for (let label = 0; label < scores.length; label += 1) scores[label] = (scores[label] ?? 0) * sharpness;
    softmax(scores);
    return scores;
  }

  /** The share of the features that training has seen: what is all new is not understood. */
  familiarity(features: Uint32Array): number {
    const rows = this.#rowsOf(features, false);
    return rows.reduce((sum, row) => sum + Number(row > 0), 0) / Math.max(1, rows.length);
  }

  #rowsOf(features: Uint32Array, create: boolean): Int32Array {
    return Int32Array.from(features, (feature) => {
      const slot = (feature ^ (feature >>> BITS)) & MASK;
      const row = this.#rows[slot] ?? 0;
      if (row > 0 || !create) return row;
      this.#rows[slot] = this.#count;
      this.#count += 1;
      return this.#count - 1;
    });
  }

  #score(rows: Int32Array, scores: Float64Array): void {
    const width = this.labels.length;
    scores.fill(0);
    for (const row of rows) {
      if (row === 0) continue;
      const base = row * width;
      for (let label = 0; label < width; label += 1)
        scores[label] = (scores[label] ?? 0) + (this.#weights[base + label] ?? 0);
    }
  }

  /** One step of AdaGrad: rare features learn faster than frequent ones. */
  #learn(rows: Int32Array, label: number, scores: Float64Array, squares: Float32Array): void {
    const width = this.labels.length;
    this.#score(rows, scores);
    softmax(scores);
    scores[label] = (scores[label] ?? 0) - 1;
    for (let at = 0; at < width; at += 1) {
      const slope = scores[at] ?? 0;
      if (Math.abs(slope) < 2e-3) continue;
      for (const row of rows) {
        const cell = row * width + at;
        const weight = this.#weights[cell] ?? 0;
        const gradient = slope + DECAY * weight;
        const square = (squares[cell] ?? 0) + gradient * gradient;
        squares[cell] = square;
        this.#weights[cell] = weight - (RATE * gradient) / Math.sqrt(square * rows.length);
      }
    }
  }
}

function softmax(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    scores[at] = Math.exp((scores[at] ?? 0) - highest);
    sum += scores[at] ?? 0;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
}

/** Mulberry32: the same sequence for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
}
