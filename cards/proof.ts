/** Why the due instant is what it is: the stretches of time that were counted, and those that were not. */
import type { ProofSegment, ResponseFacts } from '../src/command/contract.ts';
import { zoneName } from './moments.ts';
import { type Fold, page, type Row } from './sheet.ts';
import type { Voice } from './voice.ts';

/** More stretches than these fit on no screen; a response of four business hours spans two or three. */
const MOST_STRETCHES = 6;

/** Times as on the location's clock; the counted minutes add up to the target. */
export function proofFold({ proof, timeZone, location, due, clock }: ResponseFacts, voice: Voice): Fold {
  const { shown, more } = page(stretchesOf(proof.segments), MOST_STRETCHES);
  const counted = proof.segments.reduce((sum, segment) => sum + (segment.counted ? segment.minutes : 0), 0);
  return {
    id: 'fold-proof',
    title: voice.say('response.proof'),
    rows: [
      ...shown.map((stretch) => rowOf(stretch, timeZone, voice)),
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

/** Time of one kind, counted or not; what was not counted runs on through nights, weekends and holidays. */
interface Stretch {
  readonly from: string;
  readonly to: string;
  /** Minutes; 0 where nothing was counted. */
  readonly counted: number;
  readonly reasons: readonly ProofSegment['because'][];
}

/** The segments with neighbours that were not counted made one. */
export function stretchesOf(segments: readonly ProofSegment[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { from, to, counted, minutes, because } of segments) {
    const last = stretches.at(-1);
    if (counted || last === undefined || last.counted > 0) {
      stretches.push({ from, to, counted: counted ? minutes : 0, reasons: [because] });
    } else {
      stretches[stretches.length - 1] = { ...last, to, reasons: [...new Set([...last.reasons, because])] };
    }
  }
  return stretches;
}

function rowOf({ from, to, counted, reasons }: Stretch, zone: string, voice: Voice): Row {
  const reason = voice.list(reasons.map((code) => voice.code('proof', code)));
  return {
    label: spanOf(from, to, zone, voice),
    value:
      counted > 0
        ? voice.say('proof.counted', { duration: voice.duration(counted), reason })
        : voice.say('proof.not-counted', { reason }),
  };
}

/** `Mon 2 Mar, 09:00 to 17:30`; both days where it runs over midnight. */
function spanOf(from: string, to: string, zone: string, voice: Voice): string {
  const at = (instant: string): string =>
    voice.say('when.short', { day: voice.shortDay(instant, zone), time: voice.time(instant, zone) });
  const sameDay = voice.shortDay(from, zone) === voice.shortDay(to, zone);
  return voice.say('proof.span', { from: at(from), to: sameDay ? voice.time(to, zone) : at(to) });
}
