/** Clocks as a picture, where it says more than a sentence: time that stood still, or more than one clock. */
import type { ProofSegment, ResponseFacts, RunningClock } from '../src/command/contract.ts';
import { readClock } from './clock.ts';
import { clocksPicture, type Lane } from './picture/clocks.ts';
import type { Picture } from './sheet.ts';
import type { Voice } from './voice.ts';

export interface NamedLane extends Lane {
  /** What the clock is called, `First response`. */
  readonly name: string;
}

type Counted = Pick<ProofSegment, 'from' | 'to' | 'counted'>;

/** Lanes beyond these are told in the rows alone. */
const MOST_LANES = 4;
/** A clock that ends later than this, in milliseconds, would press the others together. */
const FAR = 14 * 86_400_000;

/** The lane of a clock, coloured by how much of it is gone; one without a length runs by the wall. */
export function laneOf({ what, from, due, segments }: LaneFacts, voice: Voice): NamedLane {
  const stretches = segments.length > 0 ? segments : [{ from, to: due, counted: true }];
  const { meaning } = readClock({ from, due, segments: stretches }, Date.parse(voice.audience.now));
  return { name: voice.code('deadline', what), from, due, stretches, meaning };
}
type LaneFacts = Pick<RunningClock, 'what' | 'from' | 'due'> & { readonly segments: readonly Counted[] };

/** The lane of the first response that a plan promises. */
export const responseLane = (
  { from, due, proof }: Pick<ResponseFacts, 'from' | 'due' | 'proof'>,
  voice: Voice,
): NamedLane => laneOf({ what: 'first-response', from, due, segments: proof.segments }, voice);

/** The picture, where some of the time is not counted or more than one clock runs; one that runs on needs none. */
export function clocksWorthDrawing(lanes: readonly NamedLane[], voice: Voice): Picture[] {
  const now = Date.parse(voice.audience.now);
  const near = lanes.filter(({ due }) => Math.abs(Date.parse(due) - now) < FAR).slice(0, MOST_LANES);
  return near.length > 1 || near.some(({ stretches }) => standsStill(stretches)) ? clocksOnBand(near, voice) : [];
}

const standsStill = (stretches: readonly Counted[]): boolean =>
  stretches.some(({ counted, from, to }) => !counted && from !== to);

/** The lanes in the order in which they are named. */
function clocksOnBand(lanes: readonly NamedLane[], voice: Voice): Picture[] {
  const { url, from, to } = clocksPicture(lanes, Date.parse(voice.audience.now));
  const [start, end] = [from, to].map((at) => voice.when(new Date(at).toISOString()));
  const clocks = lanes.map(({ name, due }) => voice.say('clocks.lane', { what: name, when: voice.when(due) }));
  return [
    {
      url,
      alt: voice.say('clocks.alt', { clocks: voice.list(clocks), now: voice.when(voice.audience.now) }),
      from: start ?? '',
      to: end ?? '',
      legend: voice.say(lanes.length > 1 ? 'clocks.legend-many' : 'clocks.legend', {
        clocks: lanes.map(({ name }) => name).join(' · '),
      }),
    },
  ];
}
