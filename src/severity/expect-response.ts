/** How fast the vendor responds: the governing chart's row, its clock and the due instant with its proof. */
import { resolveFact } from '../../knowledge/fact.ts';
import type { Products } from '../../knowledge/schema/catalogue.ts';
import type { ChartRow, ChartTerms } from '../../knowledge/schema/chart.ts';
import type { Chart, ProductFamily, ResponseCondition } from '../../knowledge/vocabulary.ts';
import { dueOf } from '../calendar/due.ts';
import { localDate, toLocalIso } from '../calendar/local-date.ts';
import type { Citation } from '../command/answer.ts';
import type { ArgsOf, NoChartFacts, ResponseFacts } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';
import { familyOf, isAzure, type Subject } from '../entitlement/product-scope.ts';
import {
  type ChartQuestion,
  type ChartSelection,
  type RejectedChart,
  selectChart,
} from '../entitlement/select-chart.ts';
import { hasThirdTier, queueOf } from '../routing/queue.ts';

export interface Expectation {
  readonly facts: ResponseFacts | NoChartFacts;
  readonly citations: readonly Citation[];
}

type Args = ArgsOf<'response.expect'>;

/**
 * The expected first response for a severity at a standing. Counts from `at`, else from now; instants carry the
 * location's offset. A due instant that no working time reaches is a bug of the location's calendar and throws.
 */
export function expectResponse(args: Args, standing: Standing, scene: Scene): Expectation {
  const from = args.at === undefined ? scene.now : Date.parse(args.at);
  const subject: Subject = args.product === undefined ? undefined : { product: args.product };
  const question: ChartQuestion = {
    severity: args.severity,
    subject,
    subscription: args.subscription,
    language: args.language,
    date: localDate(from, standing.location.timeZone),
    assuming: args.assuming,
  };
  const selection = selectChart(standing, question, scene.knowledge.products);
  if (selection.governing === undefined) return noChart(args, standing, selection.rejected);
  return governed(args, standing, scene, from, question, selection);
}

function noChart(
  args: Args,
  { workOrder, edition, location }: Standing,
  rejected: readonly RejectedChart[],
): Expectation {
  return {
    facts: {
      workOrder: workOrder.id,
      edition: edition.id,
      severity: args.severity,
      ...(args.product === undefined ? {} : { product: args.product }),
      location: location.id,
      term: { start: workOrder.term.start, end: workOrder.term.end },
      because: ['agreement-expired'],
      rejected: told(rejected),
    },
    citations: [{ edition: edition.id, section: edition.topics.terms ?? '2' }],
  };
}

function governed(
  args: Args,
  standing: Standing,
  scene: Scene,
  from: number,
  question: ChartQuestion,
  { governing, rejected }: ChartSelection,
): Expectation {
  if (governing === undefined) throw new Error('a governed answer needs a governing chart');
  const { chart, terms, row } = governing;
  const { products } = scene.knowledge;
  const { workOrder, edition, location } = standing;
  const line = lineOf(row, terms, question.subject, products, workOrder.governingLanguage);
  const due = dueOf(location, edition, row.clock, from, line.minutes * 60_000);
  const submission = submissionOf(row, args.product, products);
  const others = args.product === undefined ? otherLines(standing, scene, question, line.minutes) : [];
  const facts: ResponseFacts = {
    workOrder: workOrder.id,
    edition: edition.id,
    chart,
    severity: args.severity,
    ...(args.product === undefined ? {} : { product: args.product }),
    location: location.id,
    timeZone: location.timeZone,
    firstResponseMinutes: line.minutes,
    ...(others.length > 0 ? { byProduct: others } : {}),
    clock: row.clock,
    from: toLocalIso(from, location.timeZone),
    due: toLocalIso(due.at, location.timeZone),
    proof: { segments: [...due.segments], timeZoneData: scene.timeZoneData, holidays: due.holidays },
    effort: row.effort,
    submission,
    roles: row.roles.map(({ role }) => role),
    escalation: row.escalation,
    obligations: submission.via.includes('portal')
      ? row.obligations.filter((duty) => duty !== 'phone-only')
      : row.obligations,
    rejected: told(rejected),
    conditions: conditionsOf(terms, row, question.language),
    queue: queueOf(chart, terms, args.severity, rejected, {
      edition,
      hasThirdTier: hasThirdTier(args.product, question.date, standing, products),
    }),
    ...(line.inferred ? { inferred: true } : {}),
    ...(args.at !== undefined && from < scene.now ? { past: true } : {}),
  };
  return { facts, citations: citationsOf(chart, terms, edition.id) };
}

const told = (rejected: readonly RejectedChart[]): ResponseFacts['rejected'] =>
  rejected.map(({ also, ...rest }) => ({ ...rest, ...(also === undefined ? {} : { also: [...also] }) }));

interface Line {
  readonly minutes: number;
  readonly inferred: boolean;
}

/** The line of a split row: Azure components have their own, save those that the chart's footnote carves out. */
function lineOf(
  row: ChartRow,
  terms: ChartTerms,
  subject: Subject,
  products: Products,
  language: Parameters<typeof resolveFact>[1],
): Line {
  const azure = row.firstResponse.azure;
  if (azure === undefined || !isAzure(familyOf(subject, products)))
    return { minutes: row.firstResponse.minutes, inferred: false };
  const carvedOut = terms.azureTimeExcludes === null ? [] : resolveFact(terms.azureTimeExcludes, language).value;
  const excluded = subject !== undefined && 'product' in subject && carvedOut.includes(subject.product);
  return excluded ? { minutes: row.firstResponse.minutes, inferred: true } : { minutes: azure, inferred: false };
}

/** Where the agreement answers a family of products at another speed than the rest. */
function otherLines(
  standing: Standing,
  scene: Scene,
  question: ChartQuestion,
  minutes: number,
): { family: ProductFamily; firstResponseMinutes: number; chart: Chart }[] {
  const families: readonly ProductFamily[] = ['azure', 'security'];
  return families.flatMap((family) => {
    const subject: Subject = { family };
    const { governing } = selectChart(standing, { ...question, subject }, scene.knowledge.products);
    if (governing === undefined) return [];
    const { chart, terms, row } = governing;
    const line = lineOf(row, terms, subject, scene.knowledge.products, standing.workOrder.governingLanguage);
    return line.minutes === minutes ? [] : [{ family, firstResponseMinutes: line.minutes, chart }];
  });
}

/** Printed channels; for products with a portal of their own the exception that some editions make for them. */
function submissionOf(row: ChartRow, product: string | undefined, products: Products): ResponseFacts['submission'] {
  const portal = product !== undefined && products[product]?.online ? (row.submission.onlineServicesVia ?? []) : [];
  const { mention } = row.submission;
  return { via: [...new Set([...row.submission.via, ...portal])], ...(mention === undefined ? {} : { mention }) };
}

/** Conditions that only some questions meet are left out of the others: business hours, another language than English. */
function conditionsOf(terms: ChartTerms, row: ChartRow, language: string | undefined): ResponseCondition[] {
  const applies: Partial<Record<ResponseCondition, boolean>> = {
    'business-hours-may-vary': row.clock === 'business' || row.effort === 'business-hours',
    'language-where-possible': language !== undefined && !/^en(-|$)/.test(language),
  };
  const conditions = new Set([...terms.conditions, ...(row.conditions ?? [])]);
  return [...conditions].filter((condition) => applies[condition] ?? true);
}

function citationsOf(chart: Chart, terms: ChartTerms, edition: string): readonly Citation[] {
  const sections = chart === 'base' ? [terms.section] : [...new Set([terms.section, terms.textSection])];
  return sections.map((section) => ({ edition, section }));
}
