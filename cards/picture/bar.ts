/** A bar of coloured parts, for clients that draw neither a progress bar nor a chart of their own. */
import { createCanvas } from './canvas.ts';
import { colours, type Meaning, track } from './palette.ts';

export interface Part {
  /** Of the whole, 0 to 1. */
  readonly share: number;
  readonly meaning: Meaning;
}

const WIDTH = 480;
const HEIGHT = 12;
/** A part that is there is never invisible. */
const LEAST = 4;

/** The parts from left to right as a data URI; what they do not fill is the track. */
export function barPicture(parts: readonly Part[]): string {
  const canvas = createCanvas(WIDTH, HEIGHT);
  canvas.fill(track, 0, 0, WIDTH, HEIGHT);
  let left = 0;
  for (const { share, meaning } of parts) {
    if (share <= 0) continue;
    const right = left + Math.max(LEAST, share * WIDTH);
    canvas.fill(colours[meaning], left, 0, right, HEIGHT);
    left = right;
  }
  return canvas.toDataUri();
}
