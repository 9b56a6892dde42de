/**
 * Delivers messages of topic `incident-card`. The id of the card in its channel is kept in a small aggregate of kind
 * `incident-card`, so the card is changed in place; a card that somebody deleted is posted anew. An edit whose outcome
 * is unclear is simply done again. What the store knows to be shown or said is not repeated.
 */
import { z } from 'zod';
import { fail, ok, type Result } from '../../src/result.ts';
import type { AggregateKey, PendingMessage, Store } from '../../src/store/port.ts';
import { IncidentCardMessage, type IncidentTeller, incidentCardTopic, type Said } from '../follow/incident-card.ts';
import type { Address } from '../outbox/channel-message.ts';
import type { Delivery } from '../outbox/outbox.ts';
import type { SendError } from '../outbox/send-error.ts';
import type { DeskAdapter } from './adapter.ts';
import type { References } from './references.ts';
import { isGone, sendFailure } from './send-failure.ts';
import { messageOf } from './spoken.ts';

export interface CardDeliveryParts {
  readonly adapter: Pick<DeskAdapter, 'continue' | 'edit'>;
  readonly references: Pick<References, 'find'>;
  readonly store: Store;
  readonly teller: IncidentTeller;
}

const Shown = z.object({
  /** The id of the message that holds the card; absent where the channel gave none. */
  activity: z.string().optional(),
  /** The revision that the card shows. */
  revision: z.number().int(),
  /** The newest revision that was said below it. */
  told: z.number().int(),
});
type Shown = z.infer<typeof Shown>;

export function createIncidentCardDelivery(parts: CardDeliveryParts): Readonly<Record<string, Delivery>> {
  const delivery: Delivery = {
    deliver: (message) => deliver(parts, message),
    laneOf: ({ body }) => {
      const { data } = IncidentCardMessage.safeParse(body);
      return data === undefined ? '' : `${data.channel} ${data.incident}`;
    },
    receiverOf: ({ body }) => IncidentCardMessage.safeParse(body).data?.channel ?? '',
  };
  return { [incidentCardTopic]: delivery };
}

type Sent<Value> = Result<Value, SendError>;

async function deliver(parts: CardDeliveryParts, { tenant, body }: PendingMessage): Promise<Sent<void>> {
  const read = IncidentCardMessage.safeParse(body);
  if (!read.success) return permanent(`the body is no incident card: ${read.error.message}`);
  const { channel, incident, revision, told } = read.data;
  const address = await parts.references.find(tenant, { channel });
  if (address === undefined)
    return fail({ kind: 'transient', detail: `the desk is not in the channel ${channel} yet; add it to the team` });
  const place: Place = { key: { tenant, kind: 'incident-card', id: `${incident} ${channel}` }, address };
  const shown = await show(parts, place, tenant, incident, revision);
  if (!shown.ok || !told || shown.value.told >= revision) return shown.ok ? ok(undefined) : shown;
  return tell(parts, place, shown.value, await parts.teller.event(tenant, incident, revision), revision);
}

interface Place {
  readonly key: AggregateKey;
  readonly address: Address;
}

/** Brings the card up to date, with whatever has happened by now; nothing to do where it shows as much already. */
async function show(
  parts: CardDeliveryParts,
  place: Place,
  tenant: string,
  incident: string,
  revision: number,
): Promise<Sent<Shown>> {
  const before = await read(parts.store, place.key);
  if (before !== undefined && before.revision >= revision) return ok(before);
  const card = await parts.teller.card(tenant, incident);
  if (card === undefined) return permanent('the incident is not there');
  const put = await putCard(parts, place.address, before?.activity, card);
  if (!put.ok) return put;
  const { activity } = put.value;
  const now = { revision: card.revision, told: before?.told ?? 0, ...(activity === undefined ? {} : { activity }) };
  await write(parts.store, place.key, now);
  return ok(now);
}

type Put = { readonly activity: string | undefined };

async function putCard(
  { adapter }: CardDeliveryParts,
  address: Address,
  activity: string | undefined,
  card: Said,
): Promise<Sent<Put>> {
  if (activity !== undefined) {
    const edited = await attempt(() => adapter.edit(address, activity, messageOf(card)));
    if (edited.ok) return ok({ activity });
    if (!edited.failure.isGone) return fail(repeatable(edited.failure.error));
  }
  const posted = await attempt(() => adapter.continue(address, messageOf(card)));
  return posted.ok ? ok({ activity: posted.value }) : fail(posted.failure.error);
}

/** Says it in the thread of the card; without the card's id, in the channel. */
async function tell(
  { adapter, store }: CardDeliveryParts,
  { key, address }: Place,
  shown: Shown,
  said: Said | undefined,
  revision: number,
): Promise<Sent<void>> {
  if (said === undefined) return permanent('the incident has no such revision');
  const thread = shown.activity === undefined ? address : inThread(address, shown.activity);
  const sent = await attempt(() => adapter.continue(thread, messageOf(said)));
  if (!sent.ok) return fail(sent.failure.error);
  await write(store, key, { ...shown, told: revision });
  return ok(undefined);
}

/** Teams names the thread in the id of the conversation; other clients know none. */
function inThread(address: Address, message: string): Address {
  const { conversation } = address;
  if (!conversation.id.includes('@thread')) return address;
  return { ...address, conversation: { ...conversation, id: `${conversation.id};messageid=${message}` } };
}

interface Failed {
  readonly error: SendError;
  readonly isGone: boolean;
}

async function attempt<Value>(send: () => Promise<Value>): Promise<Result<Value, Failed>> {
  try {
    return ok(await send());
  } catch (failure) {
    return fail({ error: sendFailure(failure), isGone: isGone(failure) });
  }
}

/** To edit twice does no harm, so an edit that may have arrived counts as one that has not. */
const repeatable = (error: SendError): SendError =>
  error.kind === 'maybe-delivered' ? { kind: 'transient', detail: error.detail } : error;

async function read(store: Store, key: AggregateKey): Promise<Shown | undefined> {
  return Shown.safeParse((await store.load(key))?.state).data;
}

/** Messages of one card go one at a time, so nobody writes in between but a desk that was believed dead; it may win. */
async function write(store: Store, key: AggregateKey, state: Shown): Promise<void> {
  const expected = (await store.load(key))?.version ?? 0;
  await store.save({ key, expected, state });
}

const permanent = (detail: string): { readonly ok: false; readonly failure: SendError } =>
  fail({ kind: 'permanent', detail });
