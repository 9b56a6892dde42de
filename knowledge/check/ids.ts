/** Ids: the services and products that an edition names are its own and the catalogue's. */
import type { Products, ServiceNames } from '../schema/catalogue.ts';
import type { Fact } from '../schema/citation.ts';
import type { Edition } from '../schema/edition.ts';
import { at, type Check, duplicates, type Path } from './check.ts';

const serviceCitations = (edition: Edition): [Path, string][] => {
  const list = (path: Path, ids: readonly string[] = []): [Path, string][] =>
    ids.map((id, index) => [[...path, index], id]);
  const one = (path: Path, id: string | undefined): [Path, string][] => (id === undefined ? [] : [[path, id]]);
  const { rootCauseAnalysis, missionCriticalAzure, flexAllowance, hours } = edition;
  return [
    ...Object.entries(edition.charts).flatMap(([chart, { service }]): [Path, string][] =>
      service === null ? [] : [[['charts', chart, 'service'], service]],
    ),
    [['events', 'service'], edition.events.service],
    ...list(['flexAllowance', 'cap', 'value', 'services'], flexAllowance?.cap.value.services),
    ...list(['rootCauseAnalysis', 'extended', 'services'], rootCauseAnalysis.extended?.services),
    ...list(['missionCriticalAzure', 'services'], missionCriticalAzure?.services),
    ...list(['hours', 'prepaid', 'value'], hours.prepaid?.value),
    ...one(['hours', 'exchange', 'from'], hours.exchange?.from),
    ...list(['hours', 'exchange', 'to'], hours.exchange?.to),
    ...hours.interchange.flatMap(({ from, to }, index): [Path, string][] => [
      [['hours', 'interchange', index, 'from'], from],
      [['hours', 'interchange', index, 'to'], to],
    ]),
  ];
};

export const servicesStand: Check = (edition) =>
  serviceCitations(edition)
    .filter(([, id]) => !(id in edition.services))
    .map(([path, id]) => at(path, `${id} is not among the services of this edition`));

export const servicesKnown =
  (names: ServiceNames): Check =>
  (edition) => [
    ...Object.keys(edition.services)
      .filter((id) => !(id in names))
      .map((id) => at(['services', id], 'is not in services.json')),
    ...(edition.flexAllowance?.notFor.value ?? []).flatMap((id, index) =>
      id in names ? [] : [at(['flexAllowance', 'notFor', 'value', index], `${id} is not in services.json`)],
    ),
  ];

const readings = (path: Path, held: Fact<string[]> | null | undefined): [Path, string[]][] => {
  if (held === null || held === undefined) return [];
  if ('value' in held) return [[[...path, 'value'], held.value]];
  return Object.entries(held.byLanguage).flatMap(([language, { value }]): [Path, string[]][] => [
    [[...path, 'byLanguage', language, 'value'], value],
  ]);
};

const productCitations = (edition: Edition): [Path, string[]][] => [
  ...Object.entries(edition.charts).flatMap(([id, chart]): [Path, string[]][] => [
    ...readings(['charts', id, 'excludedProducts'], chart.excludedProducts),
    ...readings(['charts', id, 'azureTimeExcludes'], chart.azureTimeExcludes),
    ...(chart.scope.kind === 'products'
      ? [[['charts', id, 'scope', 'products'], chart.scope.products] satisfies [Path, string[]]]
      : []),
  ]),
  ...Object.entries(edition.services).flatMap(([id, terms]) => [
    ...readings(['services', id, 'excludedProducts'], terms.excludedProducts),
    ...readings(['services', id, 'products'], terms.products),
  ]),
];

export const productsKnown =
  (products: Products): Check =>
  (edition) =>
    productCitations(edition).flatMap(([path, ids]) => [
      ...ids.flatMap((id, index) => (id in products ? [] : [at([...path, index], `${id} is not in products.json`)])),
      ...duplicates(ids, (index) => [...path, index], 'product'),
    ]);
