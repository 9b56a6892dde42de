/** The clocks of an incident that are owed now, each with the time that was counted on it: what a picture is drawn from. */
import { dueOf } from '../calendar/due.ts';
import type { RunningClock } from '../command/contract.ts';
import type { Standing } from '../command/scene.ts';
import { type ClockScene, clocksOf } from './clocks.ts';
import type { Incident } from './incident.ts';

/** Soonest due first. Clocks whose end is a day, and such as are paused or over, are left to the list of deadlines. */
export function runningClocks(incident: Incident, standing: Standing, scene: ClockScene): RunningClock[] {
  const { location, edition } = standing;
  return clocksOf(incident, standing, scene)
    .flatMap(({ what, side, state, from, due, clock, minutes, ended }) => {
      const isOwed = ended === undefined && (state === 'running' || state === 'missed');
      if (!isOwed || due === undefined || !due.includes('T')) return [];
      const counted =
        minutes === undefined ? [] : dueOf(location, edition, clock, Date.parse(from), minutes * 60_000).segments;
      return [{ what, side, state, from, due, segments: [...counted] }];
    })
    .sort((a, b) => Date.parse(a.due) - Date.parse(b.due));
}
