/** Naming and removing the contacts of a work order: what comes of it is checked as an imported order is. */
import type { Knowledge } from '../../knowledge/load.ts';
import { toLocalIso } from '../calendar/local-date.ts';
import { fail, type Result } from '../result.ts';
import { checkWorkOrder } from './check-work-order.ts';
import type { Contact, WorkOrder } from './work-order.ts';

/** Who changes it, at which instant (epoch milliseconds). */
export interface ChangedBy {
  readonly user: string;
  readonly now: number;
}

/** So many changes are kept with the order, the newest. */
const MOST_HISTORY = 500;

/** The order with one contact more; a person is a contact once, and only of locations that the order has. */
export function addContact(
  order: WorkOrder,
  contact: Contact,
  by: ChangedBy,
  knowledge: Knowledge,
): Result<WorkOrder, 'contact-exists' | 'invalid-argument'> {
  if (order.contacts.some(({ userId }) => userId === contact.userId)) return fail('contact-exists');
  const contacts = [...order.contacts, contact];
  return checkedOrder({ ...order, contacts }, 'contact-added', contact, by, knowledge);
}

/** The order without a contact; somebody has to administer it (F-RESP-01, F-PRESP-01), so the last administrator stays. */
export function removeContact(
  order: WorkOrder,
  userId: string,
  by: ChangedBy,
  knowledge: Knowledge,
): Result<WorkOrder, 'unknown-contact' | 'last-administrator' | 'invalid-argument'> {
  const contact = order.contacts.find((candidate) => candidate.userId === userId);
  if (contact === undefined) return fail('unknown-contact');
  const contacts = order.contacts.filter((candidate) => candidate !== contact);
  const isLast = contact.roles.includes('administrator') && !contacts.some(isAdministrator);
  return isLast
    ? fail('last-administrator')
    : checkedOrder({ ...order, contacts }, 'contact-removed', contact, by, knowledge);
}

const isAdministrator = ({ roles }: Contact): boolean => roles.includes('administrator');

function checkedOrder(
  order: WorkOrder,
  change: 'contact-added' | 'contact-removed',
  { userId, name, roles }: Contact,
  { user: by, now }: ChangedBy,
  knowledge: Knowledge,
): Result<WorkOrder, 'invalid-argument'> {
  const at = toLocalIso(now, order.locations[0]?.timeZone ?? 'UTC');
  const entry = { at, by, change, userId, name, roles: [...roles] };
  const history = [...(order.history ?? []), entry].slice(-MOST_HISTORY);
  const checked = checkWorkOrder({ ...order, history }, knowledge);
  return checked.ok ? checked : fail('invalid-argument');
}

/** The contacts that somebody means: by user id or e-mail address, else by the whole name, else by a part of one. */
export function contactsMeant(
  contacts: readonly Contact[],
  meant: {
    readonly userId?: string | undefined;
    readonly email?: string | undefined;
    readonly name?: string | undefined;
  },
): readonly Contact[] {
  const { userId, email, name } = meant;
  if (userId !== undefined) return contacts.filter((contact) => contact.userId === userId);
  if (email !== undefined) return contacts.filter((contact) => contact.email?.toLowerCase() === email.toLowerCase());
  const wanted = folded(name ?? '');
  if (wanted === '') return [];
  const whole = contacts.filter((contact) => folded(contact.name) === wanted);
  return whole.length > 0 ? whole : contacts.filter((contact) => folded(contact.name).split(' ').includes(wanted));
}

const folded = (name: string): string => name.normalize('NFKC').toLocaleLowerCase('en').trim().replaceAll(/\s+/gu, ' ');
