/** What an incident reminds of, and when: its clocks, each with the stages that somebody is told of. */
import { endOfDate, startOfDate } from '../calendar/local-date.ts';
import type { Standing } from '../command/scene.ts';
import { type ClockName, type ClockScene, clocksOf, type IncidentClock } from '../incident/clocks.ts';
import type { Incident } from '../incident/incident.ts';
import { type Announced, type Audience, type Reminder, type Stage, staged } from './reminder.ts';
import { type ClockPlace, civilInstant, instantAt } from './share-of-clock.ts';

const MINUTE = 60_000;

type IncidentStage = Exclude<Stage, 'ahead'>;
type Told = Readonly<Partial<Record<Audience, readonly IncidentStage[]>>>;

/** Who is told at which stages. The vendor's clocks are its team's; the contacts hear of the response that they missed. */
const told: Readonly<Record<ClockName, Told>> = {
  'first-response': { team: ['half', 'three-quarters', 'due', 'missed'], contacts: ['missed'] },
  'next-update': { team: ['three-quarters', 'due', 'missed'] },
  'next-duty': { contacts: ['half', 'due', 'missed'] },
  'root-cause': { team: ['due', 'missed'] },
  'rca-request': { contacts: ['due'] },
  'incident-review': { team: ['due', 'missed'] },
  'event-summary': { team: ['due', 'missed'] },
};

/** Every reminder that the incident has as it stands, past ones too; the agenda cuts them. */
export function remindersOf(incident: Incident, standing: Standing, scene: ClockScene): Reminder[] {
  return clocksOf(incident, standing, scene)
    .filter(isOwed)
    .flatMap((clock) =>
      entriesOf(told[clock.what]).flatMap(([audience, stages]) =>
        stagesOf(clock, audience, stages, incident, standing),
      ),
    );
}

type OwedClock = IncidentClock & { readonly due: string };

/** Still owed, and by a time that is known. */
const isOwed = (clock: IncidentClock): clock is OwedClock =>
  clock.due !== undefined && clock.ended === undefined && clock.state !== 'paused';

const entriesOf = (audiences: Told): [Audience, readonly IncidentStage[]][] =>
  Object.entries(audiences) as [Audience, readonly IncidentStage[]][];

/** People are told when they are awake, save of what runs day and night; the team at any hour. */
function stagesOf(
  clock: OwedClock,
  audience: Audience,
  stages: readonly IncidentStage[],
  { id, severity }: Incident,
  place: ClockPlace,
): Reminder[] {
  const instants = isDate(clock.due) ? onDate(clock.due, place) : onClock(clock, clock.due, place);
  const announced = stages.flatMap((stage): Announced[] => {
    const at = instants[stage];
    if (at === undefined) return [];
    return [
      {
        key: `${id}/${clock.key}/${stage}/${audience}`,
        at: audience === 'team' ? at : civilInstant(at, severity, place),
        audience,
        what: clock.what,
        stage,
        due: clock.due,
        because: clock.because,
        section: clock.section,
      },
    ];
  });
  return staged(announced);
}

const isDate = (due: string): boolean => !due.includes('T');

type Instants = Readonly<Partial<Record<IncidentStage, number>>>;

/** The minute in which it is due is still in time. Shares are of the clock's own time; none comes after the due instant. */
function onClock({ clock, from, minutes }: IncidentClock, due: string, place: ClockPlace): Instants {
  const end = Date.parse(due);
  const share = (part: number): Instants['half'] =>
    minutes === undefined
      ? undefined
      : Math.min(
          end,
          instantAt(part, { clock, from: Date.parse(from), duration: Math.round(minutes * MINUTE) }, place),
        );
  return definedOf({ half: share(1 / 2), 'three-quarters': share(3 / 4), due: end, missed: end + MINUTE });
}

/** A date is told when its work begins, and as missed when the work of the next day begins. */
function onDate(due: string, place: ClockPlace): Instants {
  const { timeZone } = place.location;
  const work = (from: number): number => civilInstant(from, undefined, place);
  return { due: work(startOfDate(due, timeZone)), missed: work(endOfDate(due, timeZone)) };
}

function definedOf(instants: { readonly [One in IncidentStage]: number | undefined }): Instants {
  return Object.fromEntries(Object.entries(instants).filter(([, at]) => at !== undefined));
}

/** Whether a date is owed that was asked for or promised, so that the incident must be found however long it is closed. */
export function owesDate({ events }: Incident): boolean {
  const owed = new Set<string>();
  for (const event of events) {
    if (event.type === 'root-cause-analysis-requested') owed.add('root-cause-analysis');
    if (event.type === 'followup-planned') owed.add(event.what);
    if (event.type === 'followup-given') owed.delete(event.what);
  }
  return owed.size > 0;
}
