/** Hands every change of an incident to all who follow it, and records what they want to be said in one save. */
import type { Logger } from 'pino';
import { StoredIncident } from '../../src/incident/events.ts';
import { incidentOf } from '../../src/incident/incident.ts';
import { fail, ok, type Result } from '../../src/result.ts';
import type { AggregateKey, Message, PendingMessage, Store } from '../../src/store/port.ts';
import type { Delivery } from '../outbox/outbox.ts';
import type { SendError } from '../outbox/send-error.ts';
import type { Follower, IncidentChange } from './follower.ts';
import { IncidentChanged } from './incident-changed.ts';

export interface FollowingOptions {
  readonly store: Store;
  readonly followers: readonly Follower[];
  readonly log: Logger;
}

const attempts = 8;

/**
 * The outbox's delivery for `incident-changed`. Changes of one incident are followed in their order. All messages of
 * one change are recorded in one save under the change's key, so a change that is delivered again says nothing twice.
 */
export function following(options: FollowingOptions): Delivery {
  return {
    deliver: (message) => follow(options, message),
    laneOf: ({ body }) => IncidentChanged.safeParse(body).data?.incident ?? '',
    receiverOf: ({ tenant }) => tenant,
    repeatable: true,
  };
}

async function follow(options: FollowingOptions, message: PendingMessage): Promise<Result<void, SendError>> {
  const { store, followers, log } = options;
  const body = IncidentChanged.safeParse(message.body);
  if (!body.success) return fail({ kind: 'permanent', detail: `no change of an incident: ${body.error.message}` });
  try {
    const trail = { tenant: message.tenant, kind: 'incident-trail', id: body.data.incident };
    if ((await store.resultOf(trail, message.key)) !== undefined) return ok(undefined);
    const change = await changeOf(store, message.tenant, body.data);
    if (change === undefined) return fail({ kind: 'permanent', detail: 'the incident has no such revision' });
    const answers = await Promise.all(followers.map((follower) => follower(change)));
    await record(store, trail, message.key, answers.flat());
    return ok(undefined);
  } catch (err) {
    log.error({ err, key: message.key }, 'a change of an incident could not be followed yet');
    return fail({ kind: 'transient', detail: err instanceof Error ? err.message : String(err) });
  }
}

/** The incident as it was after that many events, however many it has by now. */
async function changeOf(
  store: Store,
  tenant: string,
  { incident: id, revision }: IncidentChanged,
): Promise<IncidentChange | undefined> {
  const stored = await store.load({ tenant, kind: 'incident', id });
  const events = stored === undefined ? [] : StoredIncident.parse(stored.state).events.slice(0, revision);
  const event = events.at(-1);
  if (event === undefined || events.length < revision) return undefined;
  const previous = revision === 1 ? undefined : incidentOf(id, events.slice(0, -1));
  return { tenant, incident: incidentOf(id, events), event, revision, previous };
}

/** What was followed is kept beside the incident: the incident's own version counts its events and nothing else. */
async function record(store: Store, trail: AggregateKey, change: string, wanted: readonly Message[]): Promise<void> {
  const messages = wanted.map((one) => ({ ...one, key: `${change}/${one.key}` }));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const expected = (await store.load(trail))?.version ?? 0;
    const command = { id: change, result: null };
    const outcome = await store.save({ key: trail, expected, state: { last: change }, messages, command });
    if (outcome.kind !== 'conflict') return;
  }
  throw new Error(`what follows from ${change} could not be recorded: its trail kept changing`);
}
