/** Why the due instant is what it is: the stretches of time that were counted, and those that were not. */
import type { ProofSegment, ResponseFacts } from '../src/command/contract.ts';
import { zoneName } from './moments.ts';
import { type Fold, page, type Row } from './sheet.ts';
import type { Voice } from './voice.ts';

/** A clock over the year's end passes some twenty weekends and holidays; more than these fit on no screen. */
const MOST_SEGMENTS = 16;

/** Times as on the location's clock; the counted minutes add up to the target. */
export function proofFold({ proof, timeZone, location, due, clock }: ResponseFacts, voice: Voice): Fold {
  const { shown, more } = page(proof.segments, MOST_SEGMENTS);
  const counted = proof.segments.reduce((sum, segment) => sum + (segment.counted ? segment.minutes : 0), 0);
  return {
    id: 'fold-proof',
    title: voice.say('response.proof'),
    rows: [
      ...shown.map((segment) => segmentRow(segment, timeZone, voice)),
      { label: voice.say('proof.total'), value: voice.duration(counted) },
    ],
    lines: [
      ...(more > 0 ? [voice.say('more', { count: more })] : []),
      ...(clock === 'business' ? [voice.code('holidays', proof.holidays)] : []),
      voice.say('proof.zone', {
        location: voice.location(location, timeZone),
        zone: zoneName(voice.audience.language, due, timeZone),
        version: proof.timeZoneData,
      }),
    ],
  };
}

function segmentRow({ from, to, counted, minutes, because }: ProofSegment, zone: string, voice: Voice): Row {
  const reason = voice.code('proof', because);
  return {
    label: spanOf(from, to, zone, voice),
    value: counted
      ? voice.say('proof.counted', { duration: voice.duration(minutes), reason })
      : voice.say('proof.not-counted', { reason }),
  };
}

/** `Mon 2 Mar, 09:00 to 17:30`; both days where it runs over midnight. */
function spanOf(from: string, to: string, zone: string, voice: Voice): string {
  const at = (instant: string): string => `${voice.shortDay(instant, zone)}, ${voice.time(instant, zone)}`;
  const sameDay = voice.shortDay(from, zone) === voice.shortDay(to, zone);
  return voice.say('proof.span', { from: at(from), to: sameDay ? voice.time(to, zone) : at(to) });
}
