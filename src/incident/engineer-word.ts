/** What an engineer says of an incident: how it stands, when the next word comes, and what follows after the work. */
import { localDate, toLocalIso } from '../calendar/local-date.ts';
import type { ArgsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { fail, ok, type Result } from '../result.ts';
import { type ClockName, clocksOf } from './clocks.ts';
import type { Followup, IncidentEvent } from './events.ts';
import type { Incident } from './incident.ts';
import { signed } from './lifecycle.ts';

interface Update {
  readonly text: string;
  readonly nextUpdate?: string | undefined;
  readonly asksCustomer?: boolean | undefined;
}

/** A status update while the work goes on. `invalid-argument`: the next one would lie in the past. */
export function postUpdate(
  incident: Incident,
  { text, nextUpdate, asksCustomer }: Update,
  { location }: Standing,
  scene: Scene,
): Result<IncidentEvent, 'role' | 'state' | 'invalid-argument'> {
  if (!scene.asker.roles.includes('engineer')) return fail('role');
  if (incident.endedAt !== undefined || incident.state === 'awaiting-call') return fail('state');
  const next = nextUpdate === undefined ? undefined : Date.parse(nextUpdate);
  if (next !== undefined && next <= scene.now) return fail('invalid-argument');
  return ok({
    type: 'updated',
    ...signed(scene.asker, toLocalIso(scene.now, location.timeZone), undefined),
    text,
    ...(next === undefined ? {} : { nextUpdate: toLocalIso(next, location.timeZone) }),
    ...(asksCustomer === true ? { asksCustomer } : {}),
  });
}

const clockOf: Readonly<Record<Followup, ClockName>> = {
  'incident-review': 'incident-review',
  'event-summary': 'event-summary',
  'root-cause-analysis': 'root-cause',
};

export interface FollowupStep {
  readonly event: IncidentEvent;
  readonly what: Followup;
  /** Where it is written that it is owed. */
  readonly section: string | undefined;
}

/**
 * What follows after the work is given now, or its day is named. Refused as `not-owed` where the agreement does not owe
 * it, or it was given; `invalid-argument` for a day that has passed.
 */
export function followUp(
  incident: Incident,
  args: Omit<ArgsOf<'incident.review'>, 'incident'>,
  standing: Standing,
  scene: Scene,
): Result<FollowupStep, 'role' | 'not-owed' | 'invalid-argument'> {
  if (!scene.asker.roles.includes('engineer')) return fail('role');
  const owed = clocksOf(incident, standing, scene).filter(({ ended }) => ended === undefined);
  const what = args.what ?? owedFollowups.find((name) => owed.some((clock) => clock.what === clockOf[name]));
  const clock = what === undefined ? undefined : owed.find((running) => running.what === clockOf[what]);
  if (what === undefined || clock === undefined) return fail('not-owed');
  const { timeZone } = standing.location;
  if (args.date !== undefined && args.date < localDate(scene.now, timeZone)) return fail('invalid-argument');
  const head = { ...signed(scene.asker, toLocalIso(scene.now, timeZone), args.text), what };
  const event: IncidentEvent =
    args.date === undefined
      ? { type: 'followup-given', ...head }
      : { type: 'followup-planned', ...head, due: args.date };
  return ok({ event, what, section: clock.section });
}

const owedFollowups: readonly Followup[] = ['incident-review', 'event-summary', 'root-cause-analysis'];
