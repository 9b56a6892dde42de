/** What an incident reminds of, and when: derived from its history alone. */
import { endOfDate, startOfDate } from '../calendar/local-date.ts';
import type { Incident } from '../incident/incident.ts';
import { type Announced, type Audience, type Reminder, type Stage, staged } from './reminder.ts';
import { type ClockPlace, civilInstant, instantAt, type RunningTime } from './share-of-clock.ts';

const MINUTE = 60_000;

/** Shares of a clock's time at which its end is said to come near. */
const NEARING: readonly (readonly [Stage, number])[] = [
  ['half', 1 / 2],
  ['three-quarters', 3 / 4],
];

/** Every reminder that the incident as it stands has, past ones too; the agenda cuts them. */
export function remindersOf(incident: Incident, place: ClockPlace): Reminder[] {
  return [...firstResponseReminders(incident, place), ...rootCauseReminders(incident, place)];
}

/** Whether something is still owed when the incident is closed, so that it must be found again after a restart. */
export const owesAfterClosing = ({ events }: Incident): boolean =>
  events.some((event) => event.type === 'root-cause-analysis-requested' && event.due !== undefined);

/**
 * The vendor's first response: the team is told at half and three quarters of the time, when it is due, and when it was
 * missed; the contacts when it was missed. The minute in which it is due is still in time.
 */
function firstResponseReminders(incident: Incident, place: ClockPlace): Reminder[] {
  const { id, plan, state, firstResponse } = incident;
  if (firstResponse !== undefined || (state !== 'open' && state !== 'awaiting-call')) return [];
  const due = Date.parse(plan.due);
  const time: RunningTime = {
    clock: plan.clock,
    from: Date.parse(plan.from),
    duration: plan.firstResponseMinutes * MINUTE,
  };
  const announce = announcer(`${id}/first-response/${revisionOfPlan(incident)}`, {
    what: 'first-response',
    due: plan.due,
    because: [plan.chart, plan.clock],
  });
  const nearing = NEARING.map(([stage, share]) =>
    announce(stage, Math.min(instantAt(share, time, place), due), 'team'),
  );
  const missed = due + MINUTE;
  return [
    ...staged([...nearing, announce('due', due, 'team'), announce('missed', missed, 'team')]),
    ...staged([announce('missed', civilInstant(missed, incident.severity, place), 'contacts')]),
  ];
}

/** The event that brought the promise which holds now: the opening or the last decision on the severity. */
const revisionOfPlan = ({ events }: Incident): number => events.findLastIndex((event) => 'plan' in event);

/** The root cause analysis that was promised for a date: the team is told when that day's work begins. */
function rootCauseReminders({ id, events }: Incident, place: ClockPlace): Reminder[] {
  const index = events.findLastIndex(({ type }) => type === 'root-cause-analysis-requested');
  const requested = events[index];
  if (requested?.type !== 'root-cause-analysis-requested' || requested.due === undefined) return [];
  const { due, route } = requested;
  const { timeZone } = place.location;
  const announce = announcer(`${id}/root-cause-analysis/${index}`, {
    what: 'root-cause-analysis',
    due,
    because: [route],
  });
  const morning = civilInstant(startOfDate(due, timeZone), undefined, place);
  return staged([announce('due', morning, 'team')], endOfDate(due, timeZone));
}

/** Makes the stages of one clock. */
const announcer =
  (clock: string, told: Pick<Announced, 'what' | 'due' | 'because'>) =>
  (stage: Stage, at: number, audience: Audience): Announced => ({
    key: `${clock}/${stage}/${audience}`,
    at,
    audience,
    stage,
    ...told,
  });
