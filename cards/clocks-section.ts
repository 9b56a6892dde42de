/** Clocks as a picture, where it says more than a sentence: time that stood still, or more than one clock. */
import type { ProofSegment, ResponseFacts } from '../src/command/contract.ts';
import { readClock } from './clock.ts';
import { clocksPicture, type Lane } from './picture/clocks.ts';
import type { Picture } from './sheet.ts';
import type { Voice } from './voice.ts';

export interface NamedLane extends Lane {
  /** What the clock is called, `First response`. */
  readonly name: string;
}

/** The lane of a first response, coloured by how much of it is gone. */
export function responseLane(plan: Pick<ResponseFacts, 'from' | 'due' | 'proof'>, voice: Voice): NamedLane {
  const { from, due, proof } = plan;
  return {
    name: voice.code('deadline', 'first-response'),
    from,
    due,
    stretches: proof.segments,
    meaning: readClock(plan, Date.parse(voice.audience.now)).meaning,
  };
}

/** True where some of the time is not counted. */
export const standsStill = (segments: readonly ProofSegment[]): boolean =>
  segments.some(({ counted, from, to }) => !counted && from !== to);

/** The lanes in the order in which they are named, or nothing where there is none. */
export function clocksOnBand(lanes: readonly NamedLane[], voice: Voice): Picture[] {
  if (lanes.length === 0) return [];
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
