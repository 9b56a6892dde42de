/** The running clock of a first response: how much of it is left when the card is made, with a bar. */
import { z } from 'zod';
import type { IncidentFacts, ResponseFacts } from '../src/command/contract.ts';
import { type ClockReading, readClock } from './clock.ts';
import { barPicture } from './picture/bar.ts';
import type { Voice } from './voice.ts';

const Shown = z.string().min(1);

/** `percent` and `meaning` are those of Teams' own progress bar; other clients show the picture. */
export const ClockLine = z.strictObject({
  label: Shown,
  percent: z.number().int().min(0).max(100),
  meaning: z.enum(['Good', 'Accent', 'Warning', 'Attention']),
  url: z.string().startsWith('data:image/png;base64,'),
  alt: Shown,
});
export type ClockLine = z.infer<typeof ClockLine>;

/** True while nobody has responded yet and the clock that was promised runs. */
export const isOwed = ({ due, state }: Pick<IncidentFacts, 'due' | 'state'>): boolean =>
  due !== undefined && (state === 'open' || state === 'awaiting-call');

/** The line of a clock that is owed. It does not move by itself, so it says when it was read. */
export function clockLine(
  { from, due, proof }: Pick<ResponseFacts, 'from' | 'due' | 'proof'>,
  voice: Voice,
): ClockLine {
  const { now } = voice.audience;
  const reading = readClock({ from, due, segments: proof.segments }, Date.parse(now));
  return {
    label: wordsOf(reading, now, voice),
    percent: Math.round(reading.spent * 100),
    meaning: reading.meaning,
    url: barPicture([{ share: reading.spent, meaning: reading.meaning }]),
    alt: voice.say('running.alt', { share: voice.percent(Math.round(reading.spent * 100)) }),
  };
}

function wordsOf({ left, late, resumes }: ClockReading, now: string, voice: Voice): string {
  const time = voice.time(now, voice.zone);
  if (late > 0) return voice.say('running.late', { duration: voice.duration(Math.ceil(late)), time });
  const duration = voice.duration(Math.ceil(left));
  return resumes === undefined
    ? voice.say('running.left', { duration, time })
    : voice.say('running.paused', { duration, when: voice.when(resumes) });
}
