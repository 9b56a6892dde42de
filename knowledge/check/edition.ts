/** What no schema can see: that the parts of an edition agree with each other and with the catalogue. */
import type { Fault } from '../../src/result.ts';
import type { Products, ServiceNames } from '../schema/catalogue.ts';
import type { Edition } from '../schema/edition.ts';
import { at, type Check, duplicates } from './check.ts';
import { citationsStand, listsStand, topicSectionsStand } from './citations.ts';
import { figuresFill, type TopicArguments } from './figures.ts';
import { productsKnown, servicesKnown, servicesStand } from './ids.ts';

/** The catalogue as far as it could be read; what could not is not held against the editions. */
export interface Catalogue {
  readonly services: ServiceNames | undefined;
  readonly products: Products | undefined;
  readonly topics: TopicArguments | undefined;
}

const clausesStand: Check = (edition) =>
  duplicates(
    edition.clauses.map(({ topic }) => topic),
    (index) => ['clauses', index, 'topic'],
    'topic',
  );

const responsibilitiesStand: Check = (edition) =>
  duplicates(
    edition.responsibilities.map(({ id }) => id),
    (index) => ['responsibilities', index, 'id'],
    'responsibility',
  );

const bandsFall: Check = ({ cancellation }) => {
  const days = cancellation.bands.value.map(({ minDays }) => minDays);
  const path = ['cancellation', 'bands', 'value'];
  return [
    ...days.flatMap((day, index) =>
      day >= (days[index - 1] ?? Number.POSITIVE_INFINITY)
        ? [at([...path, index, 'minDays'], 'must be fewer days than the band before')]
        : [],
    ),
    ...(days.at(-1) === 0 ? [] : [at(path, 'must end with a band from 0 days')]),
  ];
};

const named =
  (id: string): Check =>
  (edition) => [
    ...(edition.id === id ? [] : [at(['id'], `${edition.id} is not the name of the file`)]),
    ...(edition.id.startsWith(edition.programme) ? [] : [at(['programme'], `does not fit the id ${edition.id}`)]),
  ];

/** Everything in one edition that its own schema cannot see, each with its path; `id` is the name of its file. */
export const checkEdition = (
  edition: Edition,
  id: string,
  catalogue: Catalogue,
  subjects: readonly string[],
): Fault[] => {
  const { services, products, topics } = catalogue;
  const checks: Check[] = [
    named(id),
    citationsStand,
    listsStand,
    topicSectionsStand(subjects),
    servicesStand,
    clausesStand,
    responsibilitiesStand,
    bandsFall,
  ];
  if (services !== undefined) checks.push(servicesKnown(services));
  if (products !== undefined) checks.push(productsKnown(products));
  if (topics !== undefined) checks.push(figuresFill(topics));
  return checks.flatMap((check) => check(edition));
};
