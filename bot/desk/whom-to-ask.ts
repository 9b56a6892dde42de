/** Who of the customer's people can help on, when the desk does not understand. */
import type { Scene } from '../../src/command/scene.ts';

export interface Helper {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
}

/** More names than these are no help. */
const MOST = 3;

/**
 * Administrators of the work orders before other contacts, those at the asker's own locations first; never the asker.
 * Empty where the work orders name nobody else who can be reached.
 */
export function whomToAsk({ workOrders, asker }: Scene): Helper[] {
  const people = workOrders
    .flatMap(({ contacts }) => contacts)
    .filter(({ userId, email, phone }) => userId !== asker.user && (email !== undefined || phone !== undefined))
    .map((contact) => ({
      contact,
      rank:
        (contact.roles.includes('administrator') ? 0 : 2) +
        (contact.locations.some((location) => asker.locations.includes(location)) ? 0 : 1),
    }))
    .sort((a, b) => a.rank - b.rank);
  const helpers = new Map<string, Helper>();
  for (const { contact } of people) {
    const { userId, name, email, phone } = contact;
    if (!helpers.has(userId)) {
      helpers.set(userId, {
        name,
        ...(email === undefined ? {} : { email }),
        ...(phone === undefined ? {} : { phone }),
      });
    }
  }
  return [...helpers.values()].slice(0, MOST);
}
