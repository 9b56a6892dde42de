/** The agreement itself: term, locations, services, and for those who may see them the contacts. */

import type { Citation } from '../command/answer.ts';
import { dedupeCitations } from '../command/citations.ts';
import type { FactsOf } from '../command/contract.ts';
import type { Scene, Standing } from '../command/scene.ts';

export interface ContractAnswer {
  readonly facts: FactsOf<'contract.show'>;
  readonly citations: readonly Citation[];
}

/** Contacts are shown to contacts and administrators only. */
export function showContract({ workOrder, edition }: Standing, { asker }: Scene): ContractAnswer {
  const maySeeContacts = asker.roles.some((role) => role !== 'customer');
  return {
    facts: {
      workOrder: workOrder.id,
      edition: edition.id,
      programme: edition.programme,
      customer: { name: workOrder.customer.name },
      term: { start: workOrder.term.start, end: workOrder.term.end },
      structure: workOrder.structure,
      locations: workOrder.locations.map(({ id, role, country, timeZone }) => ({ id, role, country, timeZone })),
      services: workOrder.services.map(({ service, location, quantity, unit }) => ({
        service,
        location,
        ...(quantity === undefined ? {} : { quantity }),
        ...(unit === undefined ? {} : { unit }),
      })),
      ...(maySeeContacts
        ? { contacts: workOrder.contacts.map(({ name, roles, locations }) => ({ name, roles, locations })) }
        : {}),
    },
    citations: dedupeCitations(edition.id, [edition.topics.purchase, edition.topics.about]),
  };
}
