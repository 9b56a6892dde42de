/** What changes for a customer from one edition to another, the most important first. */

import type { Fact } from '../../knowledge/schema/citation.ts';
import type { Edition } from '../../knowledge/schema/edition.ts';
import type { Severity } from '../../knowledge/vocabulary.ts';
import type { Difference } from '../command/contract.ts';

type Json = Difference['from'];

/** One subject of comparison: what an edition says of it, where, and whether more of it is better for the customer. */
interface Subject {
  readonly topic: string;
  readonly value: (edition: Edition) => Json;
  readonly section: (edition: Edition) => string | undefined;
  /** Positive when the second value is better for the customer; 0 or absent when that cannot be said. */
  readonly better?: (from: Json, to: Json) => number;
}

/** All readings of a fact: one value, or each language's where the sources differ. */
function readings<Value extends Json>(fact: Fact<Value> | null | undefined): Json {
  if (fact === null || fact === undefined) return null;
  if ('value' in fact) return fact.value;
  return Object.fromEntries(
    Object.entries(fact.byLanguage).map(([language, reading]) => [language, reading?.value ?? null]),
  );
}

const sectionOf = (fact: Fact<unknown> | null | undefined): string | undefined => {
  if (fact === null || fact === undefined) return undefined;
  return 'value' in fact ? fact.section : Object.values(fact.byLanguage)[0]?.section;
};

const baseRow = (edition: Edition, severity: Severity) =>
  edition.charts.base?.rows.find((row) => row.severity === severity);
const baseSection = (edition: Edition): string | undefined => edition.charts.base?.section;
const rapid = (edition: Edition) => edition.charts['azure-rapid-response'];
const serviceSection = (id: string) => (edition: Edition) => edition.services[id]?.section;
const limit =
  (service: string, name: string) =>
  (edition: Edition): Json =>
    readings(edition.services[service]?.limits?.[name]);

const fewer = (from: Json, to: Json): number => size(from) - size(to);
const more = (from: Json, to: Json): number => size(to) - size(from);
const presence = (from: Json, to: Json): number => Number(from === null) - Number(to === null);

/** A number to compare by: the number itself, the length of a list; an absent limit is boundless. */
function size(value: Json): number {
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return value.length;
  return value === null ? Number.POSITIVE_INFINITY : 0;
}

/** In the order of what costs a customer most when it is missed: response, effort, submission, money, then the rest. */
const subjects: readonly Subject[] = [
  {
    topic: 'azure-first-response',
    value: (e) => baseRow(e, '1')?.firstResponse.azure ?? baseRow(e, '1')?.firstResponse.minutes ?? null,
    section: baseSection,
    better: fewer,
  },
  {
    topic: 'severity-b-effort',
    value: (e) => baseRow(e, 'B')?.effort ?? null,
    section: baseSection,
    better: (_from, to) => (to === 'continuous' ? 1 : -1),
  },
  {
    topic: 'severity-submission',
    value: (e) =>
      Object.fromEntries(
        (['1', 'A', 'B', 'C'] as const).map((severity) => [severity, baseRow(e, severity)?.submission.via ?? null]),
      ),
    section: baseSection,
  },
  { topic: 'severity-setting', value: (e) => e.severity.setBy.value, section: (e) => e.severity.setBy.section },
  {
    topic: 'severity-change-on-request',
    value: (e) => e.severity.changeOnRequest?.value ?? null,
    section: (e) => e.severity.changeOnRequest?.section,
    better: presence,
  },
  {
    topic: 'enhanced-response',
    value: (e) => (e.charts['unified-enhanced-response'] === undefined ? null : 'offered'),
    section: serviceSection('unified-enhanced-response'),
    better: presence,
  },
  {
    topic: 'mission-critical-category',
    value: (e) =>
      Object.values(e.services).some(({ category }) => category === 'mission-critical') ? 'offered' : null,
    section: (e) => e.topics['mission-critical'],
    better: presence,
  },
  {
    topic: 'support-for-mission-critical',
    value: (e) => (e.services['support-for-mission-critical'] === undefined ? null : 'offered'),
    section: serviceSection('support-for-mission-critical'),
    better: presence,
  },
  {
    topic: 'rapid-response-exclusions',
    value: (e) => sorted(readings(rapid(e)?.excludedProducts)),
    section: (e) => rapid(e)?.textSection,
    better: fewer,
  },
  {
    topic: 'rapid-response-languages',
    value: (e) => sorted(readings(rapid(e)?.languages)),
    section: (e) => rapid(e)?.section,
    better: more,
  },
  {
    topic: 'root-cause-window',
    value: (e) => readings(e.rootCauseAnalysis.extended?.window),
    section: (e) => sectionOf(e.rootCauseAnalysis.extended?.window),
  },
  {
    topic: 'root-cause-severities',
    value: (e) => readings(e.rootCauseAnalysis.extended?.severities),
    section: (e) => sectionOf(e.rootCauseAnalysis.extended?.severities),
    better: (from, to) => presence(from, to) || more(from, to),
  },
  {
    topic: 'advisory-limit',
    value: limit('advisory-support', 'hoursPerIncident'),
    section: serviceSection('advisory-support'),
    better: more,
  },
  {
    topic: 'cancellation',
    value: (e) =>
      e.cancellation.bands.value.map(({ minDays, feePercent, upTo }) => ({ minDays, feePercent, upTo: upTo ?? false })),
    section: (e) => e.cancellation.bands.section,
  },
  {
    topic: 'flex-allowance',
    value: (e) => (e.flexAllowance === null ? null : 'offered'),
    section: (e) => e.topics['flex-allowance'],
    better: presence,
  },
  { topic: 'flex-cap', value: (e) => e.flexAllowance?.cap.value ?? null, section: (e) => e.flexAllowance?.cap.section },
  {
    topic: 'credits',
    value: (e) => (e.credits === null ? null : 'offered'),
    section: serviceSection('proactive-credits'),
    better: presence,
  },
  {
    topic: 'credit-rounding',
    value: (e) => readings(e.credits?.deduction),
    section: (e) => sectionOf(e.credits?.deduction),
  },
  {
    topic: 'exchange-rounding',
    value: (e) => readings(e.credits?.exchange.rounding),
    section: (e) => sectionOf(e.credits?.exchange.rounding) ?? e.topics['multi-country'],
  },
  {
    topic: 'event-notice',
    value: (e) => e.events.noticeWeeks.value,
    section: (e) => e.events.noticeWeeks.section,
    better: fewer,
  },
  {
    topic: 'onboarding-documents',
    value: (e) => e.missionCriticalAzure?.documentDays?.value ?? null,
    section: (e) => e.missionCriticalAzure?.documentDays?.section,
    better: more,
  },
  {
    topic: 'own-work-order-countries',
    value: (e) => sorted(e.multiCountry.ownWorkOrderCountries?.value ?? null),
    section: (e) => e.multiCountry.ownWorkOrderCountries?.section ?? e.topics['multi-country'],
    // An edition without the list does not say that no country needs a work order of its own.
    better: (from, to) => (from === null || to === null ? 0 : fewer(from, to)),
  },
  {
    topic: 'designated-engineering-table',
    value: (e) => e.services['designated-engineering']?.table ?? null,
    section: serviceSection('designated-engineering'),
  },
];

const sorted = (value: Json): Json => (Array.isArray(value) ? [...value].sort() : value);

/** Differences between two editions, plus the services that only one of them has; equal subjects are left out. */
export function compareEditions(from: Edition, to: Edition): Difference[] {
  const differences = subjects.flatMap((subject) => difference(subject, from, to));
  return [...differences, ...serviceDifferences(from, to)];
}

function difference({ topic, value, section, better }: Subject, from: Edition, to: Edition): Difference[] {
  const [before, after] = [value(from), value(to)];
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const gain = better?.(before, after) ?? 0;
  return [
    {
      topic,
      from: before,
      to: after,
      effect: gain > 0 ? 'gain' : gain < 0 ? 'loss' : 'change',
      sections: sections(section(from), section(to)),
    },
  ];
}

const sections = (from: string | undefined, to: string | undefined): Difference['sections'] => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

function serviceDifferences(from: Edition, to: Edition): Difference[] {
  const lost = Object.keys(from.services).filter((id) => to.services[id] === undefined);
  const won = Object.keys(to.services).filter((id) => from.services[id] === undefined);
  const where = sections(from.topics.services, to.topics.services);
  return [
    ...(lost.length > 0
      ? [{ topic: 'services-dropped', from: lost, to: null, effect: 'loss' as const, sections: where }]
      : []),
    ...(won.length > 0
      ? [{ topic: 'services-added', from: null, to: won, effect: 'gain' as const, sections: where }]
      : []),
  ];
}
