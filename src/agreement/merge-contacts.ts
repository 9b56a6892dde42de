/**
 * Contacts of a work order that is imported again. Its file and the conversation both change them: whatever the file does
 * not say otherwise than it did before stays as the conversation has left it.
 */
import { type Fault, fail, ok, type Result } from '../result.ts';
import type { Contact, WorkOrder } from './work-order.ts';

/** The names of those whom the file alone would have lost, brought back or changed. */
export interface KeptContacts {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

export interface MergedContacts {
  readonly order: WorkOrder;
  readonly kept: KeptContacts;
}

/**
 * The order of a file with the contacts that hold. Where the file's word on a person is the one that the desk took over
 * last, the conversation's holds, else the file's. Somebody who was added in conversation keeps the locations that there
 * still are. A fault where none is left, or where nobody would administer the order.
 */
export function withConversation(file: WorkOrder, stored: WorkOrder | undefined): Result<MergedContacts, Fault[]> {
  const named = byPerson(file.contacts);
  if (stored === undefined) return ok(mergedOf(file, file.contacts, []));
  const [held, before] = [byPerson(stored.contacts), byPerson(takenOver(stored, file))];
  const people = [...new Set([...named.keys(), ...held.keys()])];
  const outcomes = people.map((person): Outcome => {
    const byFile = named.get(person);
    const byConversation = held.get(person);
    const holds = isSame(byFile, before.get(person)) ? byConversation : byFile;
    return { byFile, holds: holds && holds !== byFile ? atLocationsOf(file, holds) : holds };
  });
  const contacts = outcomes.flatMap(({ holds }) => holds ?? []);
  const faults = [...placeless(contacts), ...unadministered(file, contacts)];
  if (faults.length > 0) return fail(faults);
  const history = stored.history ?? file.history;
  return ok(mergedOf({ ...file, ...(history === undefined ? {} : { history }) }, contacts, outcomes));
}

interface Outcome {
  readonly byFile: Contact | undefined;
  readonly holds: Contact | undefined;
}

/** What the desk took over from a file last. An order from before that was kept has changed where its history says so. */
function takenOver({ fileContacts, contacts, history = [] }: WorkOrder, file: WorkOrder): readonly Contact[] {
  if (fileContacts !== undefined) return fileContacts;
  const changed = new Set(history.map(({ userId }) => userId));
  const isChanged = ({ userId }: Contact): boolean => changed.has(userId);
  return [...contacts.filter((contact) => !isChanged(contact)), ...file.contacts.filter(isChanged)];
}

const mergedOf = (file: WorkOrder, contacts: readonly Contact[], outcomes: readonly Outcome[]): MergedContacts => ({
  order: { ...file, contacts: [...contacts], fileContacts: file.contacts },
  kept: {
    added: outcomes.flatMap(({ byFile, holds }) => (byFile === undefined && holds ? [holds.name] : [])),
    removed: outcomes.flatMap(({ byFile, holds }) => (byFile && holds === undefined ? [byFile.name] : [])),
    changed: outcomes.flatMap(({ byFile, holds }) => (byFile && holds && !isSame(byFile, holds) ? [holds.name] : [])),
  },
});

const byPerson = (contacts: readonly Contact[]): ReadonlyMap<string, Contact> =>
  new Map(contacts.map((contact) => [contact.userId, contact]));

const isSame = (one: Contact | undefined, other: Contact | undefined): boolean => textOf(one) === textOf(other);

/** The contact as text, whichever order its members stand in. */
const textOf = (contact: Contact | undefined): string =>
  JSON.stringify(Object.entries(contact ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));

const atLocationsOf = ({ locations }: WorkOrder, contact: Contact): Contact => ({
  ...contact,
  locations: contact.locations.filter((id) => locations.some((location) => location.id === id)),
});

const placeless = (contacts: readonly Contact[]): Fault[] =>
  contacts
    .filter(({ locations }) => locations.length === 0)
    .map(({ name }) => ({
      path: 'contacts',
      problem: `${name} was named in conversation, for locations that the file does not have: name them in the file, or have them removed in conversation first`,
    }));

function unadministered(file: WorkOrder, contacts: readonly Contact[]): Fault[] {
  if (contacts.some(isAdministrator)) return [];
  const lost = file.contacts.filter(isAdministrator).map(({ name }) => name);
  const problem = `nobody would administer the order, since ${lost.join(', ')} was removed in conversation: name another administrator in the file`;
  return lost.length === 0 ? [] : [{ path: 'contacts', problem }];
}

const isAdministrator = ({ roles }: Contact): boolean => roles.includes('administrator');
