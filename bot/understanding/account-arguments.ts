/** Arguments of the commands on credits, hours, services and events. */
import {
  type Args,
  type Builder,
  countOf,
  futureDate,
  moneyOf,
  place,
  plainNumber,
  serviceBeside,
} from './argument-parts.ts';
import type { Entities, NamedPlace } from './entities.ts';
import type { View } from './view.ts';

const CREDITS = 'proactive-credits';

export const accountArguments: Readonly<Record<string, Builder>> = {
  'balance.show': (view) => balance(view),
  'ledger.show': ({ entities }) => ({
    since: entities.when.ranges[0]?.start ?? entities.when.dates[0]?.date,
    until: entities.when.ranges[0]?.end ?? entities.when.dates[1]?.date,
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
    location: place(entities),
  }),
  'service.exchange': ({ entities }) => substitution(entities),
  'event.plan': ({ entities }) => ({
    start: entities.when.ranges[0]?.start ?? entities.when.dates[0]?.date,
    end: entities.when.ranges[0]?.end ?? entities.when.dates[0]?.date,
    solutions: countOf(entities, 'solution'),
    cloud: entities.products.find((id) => id.endsWith('-cloud')),
    location: place(entities),
  }),
  'hours.record': ({ entities }) => ({
    service: entities.services[0],
    hours: countOf(entities, 'hours'),
    incident: entities.incident,
  }),
  'flex.check': ({ entities, concepts }) => ({
    amount: moneyOf(entities),
    for: serviceBeside(entities, 'flex-allowance') ?? (concepts.has('credits') ? CREDITS : undefined),
  }),
};

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

/** Where credits go: by the words around the places, else in the order of the text. */
export function exchange(entities: Entities): Args {
  return { credits: countOf(entities, 'credits') ?? plainNumber(entities), ...ends(entities.places) };
}

function ends(places: readonly NamedPlace[]): { from?: string; to?: string } {
  const [first, second] = places;
  if (first === undefined) return {};
  if (second === undefined) return first.direction === 'from' ? { from: first.location } : { to: first.location };
  const turned = first.direction === 'to' && second.direction !== 'to';
  return turned ? { from: second.location, to: first.location } : { from: first.location, to: second.location };
}

export function substitution({ services }: Entities): Args {
  const [from, to] = services.filter((id) => id !== CREDITS);
  return { from, to };
}

/** The day of delivery: "today" beside another date is when the request is made. */
export const deliveryDate = ({ when }: Entities): string | undefined =>
  (when.dates.find(({ relative }) => !relative) ?? when.dates.find(({ past }) => !past))?.date;
