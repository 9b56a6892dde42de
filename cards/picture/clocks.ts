/**
 * The clocks of an incident on one band of time: a lane for each, solid where its time counts, paler where that is yet
 * to come and thin where it stands still, with the hours in which it runs shaded behind it, a mark where it is due and a line at now. Nights and weekends
 * in which no clock runs are drawn short, or the hours that count would be too narrow to see.
 */
import type { ProofSegment } from '../../src/command/contract.ts';
import { type Colour, createCanvas } from './canvas.ts';
import { colours, type Meaning, now as nowColour, shade, track } from './palette.ts';
import { scaleOf } from './scale.ts';

type Stretch = Pick<ProofSegment, 'from' | 'to' | 'counted'>;

/** One clock. Instants are ISO 8601 with an offset. */
export interface Lane {
  readonly from: string;
  readonly due: string;
  /** From the start to the due instant, without a gap. */
  readonly stretches: readonly Stretch[];
  readonly meaning: Meaning;
}

export interface Band {
  readonly url: string;
  /** The ends of the band, epoch milliseconds. */
  readonly from: number;
  readonly to: number;
}

const WIDTH = 480;
const LANE = 20;
const GAP = 5;
const SOLID = 10;
const THIN = 2;
const MARK = 4;
const LINE = 2;

/** The picture of at least one lane, and the span of time that it shows: all clocks, and now. */
export function clocksPicture(lanes: readonly Lane[], now: number): Band {
  const from = Math.min(now, ...lanes.map((lane) => Date.parse(lane.from)));
  const to = Math.max(now, ...lanes.map((lane) => Date.parse(lane.due)));
  const running = lanes.flatMap(({ stretches }) => stretches.filter(({ counted }) => counted).map(spanOf));
  const scale = scaleOf({ from, to }, running);
  const x = (at: number): number => scale(at) * (WIDTH - MARK);
  const height = lanes.length * (LANE + GAP) + GAP;
  const canvas = createCanvas(WIDTH, height);
  for (const [index, { stretches, due, meaning }] of lanes.entries()) {
    const top = GAP + index * (LANE + GAP);
    const bar = (thick: number, colour: typeof track, span: { from: number; to: number }): void => {
      const inset = (LANE - thick) / 2;
      canvas.fill(colour, x(span.from), top + inset, Math.max(x(span.from) + 1, x(span.to)), top + LANE - inset);
    };
    for (const stretch of stretches) {
      const span = spanOf(stretch);
      bar(stretch.counted ? LANE : THIN, stretch.counted ? shade : track, span);
      if (!stretch.counted) continue;
      bar(SOLID, ahead(colours[meaning]), span);
      if (span.from < now) bar(SOLID, colours[meaning], { from: span.from, to: Math.min(span.to, now) });
    }
    const mark = x(Date.parse(due));
    canvas.fill(colours.Attention, mark, top, mark + MARK, top + LANE);
  }
  canvas.fill(nowColour, x(now), 0, x(now) + LINE, height);
  return { url: canvas.toDataUri(), from, to };
}

/** Time that has not passed yet: the same colour, paler. */
const ahead = ([red, green, blue]: Colour): Colour => [red, green, blue, 0x78];

const spanOf = ({ from, to }: Stretch): { from: number; to: number } => ({
  from: Date.parse(from),
  to: Date.parse(to),
});
