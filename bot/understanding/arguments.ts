/** From what was found to the arguments of each command, named as the commands name them. */
import { instantIn } from './civil.ts';
import type { Entities, NamedPlace } from './entities.ts';
import type { UnderstandingContext } from './understand.ts';
import type { View } from './view.ts';

type Args = Record<string, unknown>;

/** Keys without a value are left out: an argument that is not given has no key. */
const given = (args: Args): Args => Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));

/** The arguments for a command; those that it does not take are left out. */
export function argumentsFor(command: string, view: View, context: UnderstandingContext): Args {
  const build = builders[command];
  return build === undefined ? {} : given(build(view, context));
}

/** Every argument that a text gives, for an answer to a question or for "and in Lyon?". */
export function allArguments(view: View, context: UnderstandingContext): Args {
  const { entities } = view;
  return given({
    ...plan(view, context),
    severity: entities.severity,
    impact: entities.impact,
    service: entities.services[0],
    chart: entities.chart,
    date: entities.when.dates[0]?.date,
    incident: entities.incident,
    environment: entities.environment,
    subscription: entities.subscription,
    summary: entities.summary,
    ...exchange(view),
    ...(entities.editions.length > 0 ? comparison(entities) : {}),
    amount: money(entities),
    within: entities.when.withinDays,
    start: entities.when.ranges[0]?.start,
    end: entities.when.ranges[0]?.end,
    hours: countOf(entities, 'hours'),
  });
}

const builders: Readonly<Record<string, (view: View, context: UnderstandingContext) => Args>> = {
  'response.expect': (view, context) => ({
    ...plan(view, context),
    impact:
      view.entities.severity === undefined && view.unknown.severity === undefined ? view.entities.impact : undefined,
    subscription: view.entities.subscription,
    // A service named beside the question is one that the answer shall assume.
    assuming: view.entities.services.length > 0 ? view.entities.services : undefined,
  }),
  'severity.explain': ({ entities }) => ({ severity: entities.severity, chart: entities.chart }),
  'coverage.check': ({ entities, concepts }) => ({
    service: coveredService(entities, concepts),
    product: entities.products[0],
    location: place(entities),
    date: futureDate(entities),
  }),
  'service.explain': ({ entities }) => ({ service: entities.services[0] }),
  'contract.show': ({ entities }) => ({ location: place(entities) }),
  'contract.compare': ({ entities }) => comparison(entities),
  'balance.show': (view) => balance(view),
  'ledger.show': ({ entities: { when } }) => ({
    since: when.ranges[0]?.start ?? when.dates[0]?.date,
    until: when.ranges[0]?.end ?? when.dates[1]?.date,
  }),
  'deadline.list': ({ entities }) => ({ within: entities.when.withinDays }),
  'duty.list': ({ entities, marks }) => ({
    severity: entities.severity,
    role: marks.has('concept', 'contact') && entities.severity === undefined ? 'contact' : undefined,
  }),
  'knowledge.search': ({ text }) => ({ question: text.trim() }),
  'incident.open': (view, context) => ({
    ...plan(view, context),
    at: undefined,
    impact: view.entities.severity === undefined ? view.entities.impact : undefined,
    summary: view.entities.summary,
    environment: view.entities.environment,
    subscription: view.entities.subscription,
  }),
  'incident.list': ({ entities, concepts }) => ({
    filter: concepts.has('close') ? 'closed' : undefined,
    location: place(entities),
  }),
  'severity.request': ({ entities }) => ({
    incident: entities.incident,
    severity: entities.severity,
    impact: entities.impact,
  }),
  'severity.set': ({ entities }) => ({ incident: entities.incident, severity: entities.severity }),
  'survey.answer': ({ entities, text }) => ({
    incident: entities.incident,
    score: scoreOf(entities),
    comment: textAfterColon(text),
  }),
  'credits.exchange': (view) => exchange(view),
  'credits.redeem': ({ entities }) => ({
    service: otherThan(entities, 'proactive-credits'),
    location: place(entities),
  }),
  'service.book': ({ entities }) => ({
    service: entities.services[0],
    date: futureDate(entities),
    location: place(entities),
  }),
  'service.cancel': ({ entities }) => ({
    service: entities.services[0],
    deliveryDate: (
      entities.when.dates.find(({ relative }) => !relative) ?? entities.when.dates.find(({ past }) => !past)
    )?.date,
  }),
  'service.exchange': ({ entities: { services } }) => ({
    from: services.filter((id) => id !== 'proactive-credits')[0],
    to: services.filter((id) => id !== 'proactive-credits')[1],
  }),
  'event.plan': ({ entities }) => ({
    start: entities.when.ranges[0]?.start ?? entities.when.dates[0]?.date,
    end: entities.when.ranges[0]?.end ?? entities.when.dates[0]?.date,
    solutions: countOf(entities, 'solution'),
    cloud: entities.products.find((id) => id.endsWith('-cloud')),
  }),
  'hours.record': ({ entities }) => ({
    service: entities.services[0],
    hours: countOf(entities, 'hours'),
    incident: entities.incident,
  }),
  'flex.check': ({ entities, concepts }) => ({
    amount: money(entities),
    for: otherThan(entities, 'flex-allowance') ?? (concepts.has('credits') ? 'proactive-credits' : undefined),
  }),
  'contact.add': ({ entities }) => ({ email: entities.emails[0], name: entities.people[0] }),
  'contact.remove': ({ entities }) => ({ email: entities.emails[0], name: entities.people[0] }),
  'language.set': ({ entities }) => ({ language: entities.languages[0] }),
  ...Object.fromEntries(
    ['note', 'acknowledge', 'escalate', 'mitigate', 'resolve', 'close', 'reopen'].map((verb) => [
      `incident.${verb}`,
      ({ entities, text }: View): Args => ({ incident: entities.incident, text: textAfterColon(text) }),
    ]),
  ),
  'incident.show': ({ entities }) => ({ incident: entities.incident }),
  'rca.request': ({ entities }) => ({ incident: entities.incident }),
};

function plan({ entities }: View, context: UnderstandingContext): Args {
  const location = place(entities);
  return {
    severity: entities.severities[0],
    product: entities.products[0],
    location,
    language: entities.supportLanguage,
    at: instantOf(entities, context, location),
  };
}

/** The instant that is asked about: a day ahead, or a time of day; never one that something has lasted since. */
function instantOf(
  { when }: Entities,
  context: UnderstandingContext,
  location: string | undefined,
): string | undefined {
  const day = when.dates.find(({ past, relative, date }) => !past && !(relative && date <= context.now.slice(0, 10)));
  if (day === undefined && when.time === undefined) return undefined;
  const zone = context.locations.find(({ id }) => id === location)?.timeZone ?? context.timeZone;
  const [year = 0, month = 1, date = 1] = (day?.date ?? context.now.slice(0, 10)).split('-').map(Number);
  return instantIn({ year, month, day: date }, when.time ?? { hour: 0, minute: 0 }, zone);
}

const place = ({ places }: Entities): string | undefined => (places.find(({ known }) => known) ?? places[0])?.location;

const futureDate = ({ when }: Entities): string | undefined =>
  when.dates.find(({ past }) => !past)?.date ?? when.ranges[0]?.start;

const coveredService = (entities: Entities, concepts: ReadonlySet<string>): string | undefined =>
  entities.services[0] ?? (concepts.has('credits') && entities.products.length === 0 ? 'proactive-credits' : undefined);

const otherThan = ({ services }: Entities, id: string): string | undefined =>
  services.find((service) => service !== id) ?? services[0];

function comparison({ editions }: Entities): Args {
  const [first, second] = editions;
  return second === undefined ? { to: first } : { from: first, to: second };
}

/** What is asked for, by the unit that is named; a service alone says it too. */
function balance({ entities, concepts, marks }: View): Args {
  const says = (concept: string): boolean => concepts.has(concept) || marks.has('concept', concept);
  const [service] = entities.services.filter((id) => id !== 'proactive-credits');
  const credits = says('credits') || entities.services.includes('proactive-credits');
  const what = says('flex')
    ? 'flex'
    : credits
      ? 'credits'
      : service === 'azure-events' || (says('event') && service === undefined)
        ? 'events'
        : says('hours')
          ? 'hours'
          : undefined;
  return {
    what: what ?? (service === undefined ? 'all' : undefined),
    service: credits ? undefined : service,
    location: place(entities),
  };
}

/** Where credits go: by the words around the places, else in the order of the text. */
function exchange({ entities }: View): Args {
  const { from, to } = ends(entities.places);
  const credits =
    countOf(entities, 'credits') ?? entities.amounts.find(({ unit, digits }) => unit === undefined && digits)?.value;
  return { credits, from, to };
}

function ends(places: readonly NamedPlace[]): { from?: string; to?: string } {
  const [first, second] = places;
  if (first === undefined) return {};
  if (second === undefined) return first.direction === 'from' ? { from: first.location } : { to: first.location };
  const turned = first.direction === 'to' && second.direction !== 'to';
  return turned ? { from: second.location, to: first.location } : { from: first.location, to: second.location };
}

/** "4 out of 5" and "5-тен 4" are both 4. */
function scoreOf({ amounts }: Entities): number | undefined {
  const [first, second] = [...amounts].sort((a, b) => Number(b.digits) - Number(a.digits)).map(({ value }) => value);
  return first !== undefined && second !== undefined && [5, 10, 100].includes(Math.max(first, second))
    ? Math.min(first, second)
    : first;
}

const countOf = ({ amounts }: Entities, wanted: string): number | undefined =>
  amounts.find(({ unit }) => unit === wanted)?.value;

const money = (entities: Entities): number | undefined =>
  countOf(entities, 'money') ??
  entities.amounts
    .filter(({ unit }) => unit === undefined)
    .map(({ value }) => value)
    .sort((a, b) => b - a)[0];

function textAfterColon(text: string): string | undefined {
  const found = /[:：](?!\d)\s*(\S[\s\S]*)$/u.exec(text);
  return found?.[1]?.trim();
}
