/** Training by stochastic gradient descent (AdaGrad), in an order that is the same every time. */
import { softmax, type Weights } from './classifier.ts';

export interface Example {
  readonly features: readonly number[];
  readonly label: number;
}

const EPOCHS = 24;
/** Epochs at the end whose weights are averaged. */
const AVERAGED = 14;
const RATE = 0.35;
const DECAY = 2e-5;
/** The share of a sample's features that each step sees: what is learnt must not hang on one word. */
const KEEP = 0.5;
/** Features of fewer samples are left out: they say more about the sample than about the language. */
const LEAST_SAMPLES = 4;
/** A label this improbable is left as it is. */
const NEGLIGIBLE = 2e-3;

export function trainClassifier(labels: readonly string[], examples: readonly Example[]): Weights {
  const features = frequent(examples);
  const rowOf = new Map([...features].map((feature, row) => [feature, row]));
  const rows = examples.map(({ features: found, label }) => ({
    rows: found.flatMap((feature) => rowOf.get(feature) ?? []),
    label,
  }));
  const weights = descend(rows, features.length, labels.length);
  const most = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0);
  const scale = most / 127 || 1;
  return { labels, features, rows: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale };
}

function frequent(examples: readonly Example[]): Uint32Array {
  const counts = new Map<number, number>();
  for (const { features } of examples) {
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return Uint32Array.from([...counts].filter(([, count]) => count >= LEAST_SAMPLES).map(([feature]) => feature)).sort();
}

interface Sample {
  readonly rows: readonly number[];
  readonly label: number;
}

function descend(samples: readonly Sample[], height: number, width: number): Float32Array {
  const weights = new Float32Array(height * width);
  const squares = new Float32Array(height * width).fill(1e-2);
  const order = samples.map((_, index) => index);
  const random = generator(7);
  const mean = new Float32Array(height * width);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const sample = samples[index];
      if (sample === undefined) continue;
      const rows = sample.rows.filter(() => random() < KEEP);
      step(rows, errorsOf(rows, sample.label, weights, width), weights, squares);
    }
    if (epoch >= EPOCHS - AVERAGED) addShare(weights, mean);
  }
  return mean;
}

/** The mean over the last epochs hangs less on the order of the samples than the last weights do. */
function addShare(weights: Float32Array, mean: Float32Array): void {
  for (let cell = 0; cell < mean.length; cell += 1) mean[cell] = (mean[cell] ?? 0) + (weights[cell] ?? 0) / AVERAGED;
}

/** By label: the probability given, less the one that is right. */
function errorsOf(rows: readonly number[], label: number, weights: Float32Array, width: number): Float64Array {
  const scores = new Float64Array(width);
  for (const row of rows) {
    for (let at = 0; at < width; at += 1) scores[at] = (scores[at] ?? 0) + (weights[row * width + at] ?? 0);
  }
  softmax(scores);
  scores[label] = (scores[label] ?? 0) - 1;
  return scores;
}

/** Rare features learn faster than frequent ones. */
function step(rows: readonly number[], errors: Float64Array, weights: Float32Array, squares: Float32Array): void {
  for (let at = 0; at < errors.length; at += 1) {
    const slope = errors[at] ?? 0;
    if (Math.abs(slope) < NEGLIGIBLE) continue;
    for (const row of rows) {
      const cell = row * errors.length + at;
      const weight = weights[cell] ?? 0;
      const gradient = slope + DECAY * weight;
      const square = (squares[cell] ?? 0) + gradient * gradient;
      squares[cell] = square;
      weights[cell] = weight - (RATE * gradient) / Math.sqrt(square * rows.length);
    }
  }
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
