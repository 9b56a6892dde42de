/** A line of time on which the stretches that matter keep their proportions and the others are drawn short. */

/** Epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A stretch that does not matter is drawn as no more than this share of all that do. */
const MOST_SHARE = 0.4;

/** Where an instant of the whole stands on the line, from 0 to 1; rising with time, and clipped beyond the ends. */
export function scaleOf(whole: Span, mattering: readonly Span[]): (at: number) => number {
  const edges = [whole.from, whole.to, ...mattering.flatMap(({ from, to }) => [from, to])]
    .filter((at) => at >= whole.from && at <= whole.to)
    .sort((a, b) => a - b);
  const matters = ({ from, to }: Span): boolean => mattering.some((span) => span.from <= from && to <= span.to);
  const pieces = edges.slice(1).map((to, index): Span => ({ from: edges[index] ?? to, to }));
  const total = pieces.filter(matters).reduce((sum, { from, to }) => sum + to - from, 0);
  const drawn = pieces.map((piece) => {
    const length = piece.to - piece.from;
    return { ...piece, length: matters(piece) || total === 0 ? length : Math.min(length, total * MOST_SHARE) };
  });
  const sum = drawn.reduce((lengths, { length }) => lengths + length, 0) || 1;
  return (at) => {
    const before = drawn.map(({ from, to, length }) => (to <= from ? 0 : length * clip((at - from) / (to - from))));
    return before.reduce((lengths, length) => lengths + length, 0) / sum;
  };
}

const clip = (share: number): number => Math.min(1, Math.max(0, share));
