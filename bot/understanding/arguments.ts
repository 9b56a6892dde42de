/** From what was found to the arguments of each command, named as the commands name them. */
import { accountArguments, deliveryDate, exchange, substitution } from './account-arguments.ts';
import {
  type Args,
  type Builder,
  countOf,
  futureDate,
  laterDate,
  moneyOf,
  place,
  planOf,
  soleLevel,
  withinOf,
} from './argument-parts.ts';
import type { Entities } from './entities.ts';
import { answerLanguage, expectedValue } from './expected.ts';
import { incidentArguments } from './incident-arguments.ts';
import { userIdIn } from './references.ts';
import type { UnderstandingContext } from './understand.ts';
import type { View } from './view.ts';

const builders: Readonly<Record<string, Builder>> = {
  'response.expect': (view, context) => ({
    ...planOf(view, context),
    impact:
      view.entities.severity === undefined && view.unknown.severity === undefined ? view.entities.impact : undefined,
    subscription: view.entities.subscription,
    // A service named beside the question is one that the answer shall assume.
    assuming: view.entities.services.length > 0 ? view.entities.services : undefined,
  }),
  'severity.explain': ({ entities }) => ({ severity: soleLevel(entities), chart: entities.chart }),
  'coverage.check': ({ entities, concepts }, context) => ({
    service: coveredService(entities, concepts),
    product: entities.products[0],
    location: place(entities),
    date: laterDate(entities, context),
  }),
  'service.explain': ({ entities }) => ({ service: entities.services[0], location: place(entities) }),
  'contract.show': ({ entities }) => ({ location: place(entities) }),
  'contract.compare': ({ entities }) => comparison(entities),
  'deadline.list': ({ entities }) => ({ within: withinOf(entities), location: place(entities) }),
  'duty.list': ({ entities, marks }) => ({
    severity: soleLevel(entities),
    role: soleLevel(entities) === undefined ? roleIn(marks) : undefined,
    location: place(entities),
  }),
  'knowledge.search': ({ text }) => ({ question: text.trim() }),
  'contact.add': ({ entities, marks, text }) => ({
    email: entities.emails[0],
    name: entities.people[0],
    userId: userIdIn(text),
    role: marks.has('concept', 'administrator') ? 'administrator' : undefined,
    location: place(entities),
  }),
  'contact.remove': ({ entities }) => ({ email: entities.emails[0], name: entities.people[0] }),
  'language.set': (view) => ({ language: answerLanguage(view) }),
  'reminder.set': ({ entities, concepts }, _context, learnt) => ({
    // Fewer reminders are neither none nor all: the desk asks.
    reminders: concepts.has('fewer') && !concepts.has('off') ? undefined : learnt.reminders,
    incident: entities.incident,
  }),
  ...incidentArguments,
  ...accountArguments,
};

/** The arguments for a command, with those learnt with it; those that the text does not give are left out. */
export function argumentsFor(
  command: string,
  view: View,
  context: UnderstandingContext,
  learnt: Readonly<Record<string, string>>,
): Args {
  const build = builders[command];
  return build === undefined ? {} : given(build(view, context, learnt));
}

/** Every argument that a text gives, for an answer to a question or for "and in Lyon?". */
export function allArguments(view: View, context: UnderstandingContext): Args {
  const { entities } = view;
  const date = deliveryDate(entities) ?? futureDate(entities);
  return given({
    ...planOf(view, context),
    severity: entities.severity,
    impact: entities.impact,
    service: entities.services[0],
    for: entities.services[0],
    chart: entities.chart,
    date,
    deliveryDate: date,
    start: entities.when.ranges[0]?.start,
    end: entities.when.ranges[0]?.end,
    within: entities.when.withinDays === undefined ? undefined : withinOf(entities),
    incident: entities.incident,
    environment: entities.environment,
    subscription: entities.subscription,
    summary: entities.summary,
    ...(entities.editions.length > 0 ? comparison(entities) : twoEnds(entities)),
    credits: countOf(entities, 'credits'),
    hours: countOf(entities, 'hours'),
    solutions: countOf(entities, 'solution'),
    amount: moneyOf(entities),
    ...expectedOf(view, context),
  });
}

/** What the desk has just asked for, where the text gives it. */
function expectedOf(view: View, { expecting }: UnderstandingContext): Args {
  if (expecting === undefined || !('argument' in expecting)) return {};
  const value = expectedValue(expecting.argument, view);
  return value === undefined ? {} : { [expecting.argument]: value };
}

const twoEnds = (entities: Entities): Args => {
  const { from, to } = entities.places.length > 0 ? exchange(entities) : substitution(entities);
  return { from, to };
};

const coveredService = (entities: Entities, concepts: ReadonlySet<string>): string | undefined =>
  entities.services[0] ?? (concepts.has('credits') && entities.products.length === 0 ? 'proactive-credits' : undefined);

const roleIn = (marks: View['marks']): string | undefined =>
  ['administrator', 'contact'].find((role) => marks.has('concept', role));

/** One edition named is the one to compare with. */
function comparison({ editions }: Entities): Args {
  const [first, second] = editions;
  if (first === undefined || second === undefined) return { to: first };
  return isLater(first, second) ? { from: second, to: first } : { from: first, to: second };
}

/** Editions are compared from the earlier to the later, however they are named. */
const isLater = (edition: string, other: string): boolean => timeOf(edition) > timeOf(other);
const timeOf = (edition: string): string => edition.replace(/^\D+/, '');

/** Keys without a value are left out: an argument that is not given has no key. */
const given = (args: Args): Args => Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
