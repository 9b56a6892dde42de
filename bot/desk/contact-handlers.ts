/** Naming and removing contacts: the work order as it stands is changed after a yes, once for one command. */
import { z } from 'zod';
import { addContact, type ChangedBy, contactsMeant, removeContact } from '../../src/agreement/contacts.ts';
import { isInForce } from '../../src/agreement/standing.ts';
import type { Contact, WorkOrder } from '../../src/agreement/work-order.ts';
import type { Refusal } from '../../src/command/answer.ts';
import type { ContactFacts } from '../../src/command/contact-contract.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Result } from '../../src/result.ts';
import { done, type Handlers, type Outcome, refused, type Shell } from './outcome.ts';
import { administered, onAccount } from './spend.ts';
import { changeWorkOrder, workOrderResult } from './work-orders.ts';

export const contactHandlers: Handlers<'contact.add' | 'contact.remove'> = {
  'contact.add': (args, scene, shell) => {
    const { name, userId, role, location, email, phone } = args;
    return onAccount(scene, location, (place) => {
      const { workOrder } = place;
      const contact: Contact = {
        name,
        userId,
        roles: role === 'administrator' ? ['administrator', 'contact'] : ['contact'],
        locations: location === undefined ? workOrder.locations.map(({ id }) => id) : [place.location.id],
        languages: [],
        ...(email === undefined ? {} : { email }),
        ...(phone === undefined ? {} : { phone }),
      };
      const change: Change = (order, by) => addContact(order, contact, by, scene.knowledge);
      return changing({ workOrder, contact, change, args }, scene, shell);
    });
  },

  'contact.remove': async (args, scene, shell) => {
    const own = administered(scene).filter(
      ({ locations }) => args.location === undefined || locations.some(({ id }) => id === args.location),
    );
    for (const workOrder of own) {
      const before = await toldBefore(workOrder, shell);
      if (before !== undefined) return before;
    }
    const meant = own.flatMap((workOrder) =>
      contactsMeant(workOrder.contacts, args).map((contact) => ({ workOrder, contact })),
    );
    // An order that is over names the same people at the same places as the one that follows it.
    const inForce = meant.filter(({ workOrder }) => isInForce(workOrder, scene.now));
    const found = inForce.length > 0 ? inForce : meant;
    const [first, second] = found;
    if (first === undefined) return refused('unknown-contact');
    if (second !== undefined) return whichOf(found.map(({ contact }) => contact));
    const { workOrder, contact } = first;
    const change: Change = (order, by) => removeContact(order, contact.userId, by, scene.knowledge);
    return changing({ workOrder, contact, change, args: { ...args, userId: contact.userId } }, scene, shell);
  },
};

/** One person in several work orders is told apart by a location, several of one name by their e-mail address. */
function whichOf(contacts: readonly Contact[]): Outcome {
  const people = new Set(contacts.map(({ userId }) => userId));
  const missing = people.size === 1 ? ['location'] : ['email'];
  return { status: 'needs-input', missing, facts: {}, citations: [] };
}

type Change = (order: WorkOrder, by: ChangedBy) => Result<WorkOrder, Refusal>;

interface Changing {
  readonly workOrder: WorkOrder;
  readonly contact: Contact;
  readonly change: Change;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Asks back with what would change, and changes it after the yes. What cannot be is refused before and after it. */
async function changing({ workOrder, contact, change, args }: Changing, scene: Scene, shell: Shell): Promise<Outcome> {
  const before = await toldBefore(workOrder, shell);
  if (before !== undefined) return before;
  const by = { user: scene.asker.user, now: scene.now };
  const tried = change(workOrder, by);
  if (!tried.ok) return refused(tried.failure);
  const told = tellingOf(workOrder, contact, scene);
  if (!shell.confirmed) return { status: 'needs-confirmation', args, ...told };
  const command = { id: shell.commandId, result: told };
  const changed = await changeWorkOrder(shell.store, workOrder, (order) => change(order, by), command);
  if (!changed.ok) return refused(changed.failure);
  return done(Told.parse(changed.value));
}

const Told = z.object({
  facts: z.record(z.string(), z.unknown()),
  citations: z.array(z.object({ edition: z.string(), section: z.string() })),
});

/** What this command was answered when it was done before; the store keeps it with the order. */
async function toldBefore(workOrder: WorkOrder, { store, commandId, confirmed }: Shell): Promise<Outcome | undefined> {
  const before = confirmed ? await workOrderResult(store, workOrder, commandId) : undefined;
  return before === undefined ? undefined : done(Told.parse(before.result));
}

/** The vendor is to be told of changed contacts (F-RESP-08, F-PRESP-06). */
function tellingOf(
  workOrder: WorkOrder,
  { name, userId, roles, locations, email, phone }: Contact,
  { knowledge }: Scene,
): z.infer<typeof Told> {
  const edition = knowledge.editions.get(workOrder.edition);
  const duty = edition?.responsibilities.find(({ id }) => id === 'update-contacts');
  const facts: ContactFacts = {
    workOrder: workOrder.id,
    edition: workOrder.edition,
    allowed: 'yes',
    because: [],
    conditions: ['tell-vendor-of-contacts'],
    contact: {
      name,
      userId,
      roles,
      locations,
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
    },
  };
  return { facts, citations: duty === undefined ? [] : [{ edition: workOrder.edition, section: duty.section }] };
}
