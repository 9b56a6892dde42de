/** Arguments of the commands on credits, hours, services and events. */
import { type Args, type Builder, countOf, futureDate, place, plainNumber, serviceBeside } from './argument-parts.ts';
import { isoDate, plusDays, plusMonths } from './civil.ts';
import type { Entities, NamedPlace } from './entities.ts';
import type { DateRange } from './found-dates.ts';
import type { View } from './view.ts';

const CREDITS = 'proactive-credits';

export const accountArguments: Readonly<Record<string, Builder>> = {
  'balance.show': (view) => balance(view),
  'ledger.show': ({ entities }, { now }) => ({
    ...lookBack(entities, now.slice(0, 10)),
    service: entities.services[0],
    location: place(entities),
  }),
  'credits.exchange': ({ entities }) => exchange(entities),
  'credits.redeem': ({ entities }) => ({
    service: entities.services.find((id) => id !== CREDITS),
    location: place(entities),
  }),
  'service.book': ({ entities }) => ({
    service: entities.services[0],
    date: futureDate(entities),
    location: place(entities),
  }),
  'service.cancel': ({ entities }) => ({
    service: entities.services[0],
    deliveryDate: deliveryDate(entities),
    booking: entities.booking,
    location: place(entities),
  }),
  'service.move': ({ entities }) => {
    const { from, to } = movedDates(entities);
    return {
      service: entities.services[0],
      deliveryDate: from,
      date: to,
      booking: entities.booking,
      location: place(entities),
    };
  },
  'balance.forecast': (view) => balance(view),
  'approval.decide': ({ entities }, _context, learnt) => ({
    approval: entities.approval,
    decision: learnt.decision,
  }),
  'service.exchange': ({ entities }) => substitution(entities),
  'event.plan': ({ entities }) => ({
    ...eventSpan(entities),
    solutions: countOf(entities, 'solution'),
    cloud: entities.products.find((id) => id.endsWith('-cloud')),
    location: place(entities),
  }),
  'hours.record': ({ entities, text }) => ({
    service: entities.services[0],
    hours: countOf(entities, 'hours') ?? shortHours(text),
    incident: entities.incident,
  }),
  'flex.check': ({ entities, concepts }) => ({
    amount: allowance(entities),
    for: serviceBeside(entities, 'flex-allowance') ?? (concepts.has('credits') ? CREDITS : undefined),
  }),
};

/** The first and the last of the days that are named: "opens on 1 June and is busy until the 5th". */
function eventSpan({ when }: Entities): { start?: string | undefined; end?: string | undefined } {
  const [range] = when.ranges;
  if (range !== undefined) return { start: range.start, end: range.end };
  const days = when.dates
    .filter(({ past }) => !past)
    .map(({ date }) => date)
    .toSorted();
  return { start: days[0], end: days.at(-1) };
}

/** "2 h", "1,5h": a time of day elsewhere. */
function shortHours(text: string): number | undefined {
  const found = /(?<![\d:.,])(\d{1,4}(?:[.,]\d{1,2})?)\s?h(?![\p{L}\d])/u.exec(text)?.[1];
  return found === undefined ? undefined : Number(found.replace(',', '.'));
}

/** A sum of the allowance; without a currency the greatest number, whatever stands after it: "12,500 flex into credits". */
const allowance = (entities: Entities): number | undefined =>
  countOf(entities, 'money') ??
  entities.amounts
    .filter(({ unit, value }) => unit !== 'hours' && value >= LEAST_SUM)
    .map(({ value }) => value)
    .toSorted((a, b) => b - a)[0];

/** Smaller numbers count what is bought. */
const LEAST_SUM = 100;

/** What is asked for, by the unit that is named; a service alone says it too. */
function balance({ entities, concepts, marks }: View): Args {
  const says = (concept: string): boolean => concepts.has(concept) || marks.has('concept', concept);
  const service = entities.services.find((id) => id !== CREDITS);
  const credits = says('credits') || entities.services.includes(CREDITS);
  const events = service === 'azure-events' || (service === undefined && says('event'));
  const what = [
    says('flex') ? 'flex' : undefined,
    credits ? 'credits' : undefined,
    events ? 'events' : undefined,
    says('hours') ? 'hours' : undefined,
    service === undefined ? 'all' : undefined,
  ].find((found) => found !== undefined);
  return { what, service: credits ? undefined : service, location: place(entities) };
}

/** The span of a look back: days and months without a year are the last ones; up to today is up to now. */
function lookBack({ when }: Entities, today: string): { since?: string | undefined; until?: string | undefined } {
  const [range] = when.ranges;
  const [first, second] = when.dates;
  const [month] = [...when.months, ...when.bareMonths.map((bare) => ({ year: lastYearOf(bare, today), month: bare }))];
  if (when.quarter !== undefined) return { since: when.quarter.start, until: when.quarter.end };
  const span = range === undefined && first === undefined ? spanOfTwo(when) : undefined;
  if (span !== undefined) return span;
  if (range === undefined && first === undefined && month !== undefined)
    return when.opensMonth ? { since: spanOf(month).since } : spanOf(month);
  if (range === undefined && second === undefined && first?.until === true)
    return { until: first.lately ?? first.date };
  if (range === undefined && first === undefined && when.past !== undefined)
    return { since: when.past.start, until: when.past.end };
  const { start, end } = range?.lately ?? range ?? {};
  const until = end ?? second?.lately ?? second?.date;
  return { since: start ?? first?.lately ?? first?.date, until: until === today ? undefined : until };
}

/** "From October to December 2025": the first month has the second one's year, or the one before it. */
function spanOfTwo({ months, bareMonths }: Entities['when']): { since: string; until: string } | undefined {
  const [bare] = bareMonths;
  const [dated] = months;
  if (bare === undefined || dated?.month === undefined || bareMonths.length + months.length !== 2) return undefined;
  const year = bare > dated.month ? dated.year - 1 : dated.year;
  return { since: spanOf({ year, month: bare }).since, until: spanOf(dated).until };
}

/** The year in which the month was last begun. */
const lastYearOf = (month: number, today: string): number =>
  Number(today.slice(0, 4)) - (month > Number(today.slice(5, 7)) ? 1 : 0);

/** First and last day of a month, or of a year. */
function spanOf({ year, month }: { year: number; month?: number }): { since: string; until: string } {
  const last = isoDate(plusDays(plusMonths({ year, month: month ?? 12, day: 1 }, 1), -1));
  return { since: isoDate({ year, month: month ?? 1, day: 1 }), until: last };
}

/** Where credits go: by the words around the places, else in the order of the text. */
export function exchange(entities: Entities): Args {
  return {
    credits: countOf(entities, 'credits') ?? plainNumber(entities) ?? spelledCount(entities),
    ...ends(entities.places),
  };
}

/** A number in words that counts nothing else: 五十點. "One" is more often a pronoun. */
const spelledCount = ({ amounts }: Entities): number | undefined =>
  amounts.find(({ unit, value }) => unit === undefined && value > 1)?.value;

function ends(places: readonly NamedPlace[]): { from?: string; to?: string } {
  const [first, second] = places;
  if (first === undefined) return {};
  if (second === undefined) return first.direction === 'from' ? { from: first.location } : { to: first.location };
  const turned =
    (first.direction === 'to' && second.direction !== 'to') ||
    (second.direction === 'from' && first.direction !== 'from');
  return turned ? { from: second.location, to: first.location } : { from: first.location, to: second.location };
}

/** The day that a booking leaves and the one that it goes to; one day alone is the new one. */
function movedDates({ when, dateOfService, replacesDate }: Entities): {
  from?: string | undefined;
  to?: string | undefined;
} {
  const [range] = when.ranges;
  const [first, second] = when.dates;
  // Brought forward, the second day lies before the first, and not a year after it.
  if (range !== undefined) return { from: range.start, to: forward(range) };
  if (second !== undefined)
    return replacesDate ? { from: second.date, to: first?.date } : { from: first?.date, to: second.date };
  return dateOfService && first !== undefined ? { from: first.date } : { to: first?.date };
}

const forward = ({ start, end }: DateRange): string => {
  const sooner = `${Number(end.slice(0, 4)) - 1}${end.slice(4)}`;
  return start.slice(0, 4) < end.slice(0, 4) && sooner < start && start.slice(5) > end.slice(5) ? sooner : end;
};

/** What is given up and what comes for it; "B in place of A" names them the other way round. */
export function substitution({ services, replaces }: Entities): Args {
  const [first, second] = services.filter((id) => id !== CREDITS);
  return replaces && second !== undefined ? { from: second, to: first } : { from: first, to: second };
}

/** The day of delivery: "today" beside another date is when the request is made. */
export const deliveryDate = ({ when }: Entities): string | undefined =>
  (when.dates.find(({ relative }) => !relative) ?? when.dates.find(({ past }) => !past))?.date;
