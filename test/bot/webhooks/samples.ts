import type { IncidentChange } from '../../../bot/follow/follower.ts';
import type { IncidentEvent } from '../../../src/incident/events.ts';
import { type Incident, incidentOf } from '../../../src/incident/incident.ts';
import { openIncident } from '../../../src/incident/open-incident.ts';
import { orderWith, sceneOf, standingAt } from '../../support/world.ts';

export const tenant = 'a0000000-0000-4000-8000-000000000001';

/** An incident just opened, and what follows put to it. */
export function incidentWith(...events: readonly IncidentEvent[]): Incident {
  const scene = sceneOf(orderWith());
  const opening = openIncident(
    { product: 'azure-sql-database', severity: 'A', summary: 'Orders time out', language: 'en' },
    standingAt(scene),
    scene,
  );
  if (!opening.ok) throw new Error(opening.failure);
  return incidentOf('INC-123456', [opening.value.event, ...events]);
}

export const acknowledged: IncidentEvent = {
  type: 'acknowledged',
  at: '2026-03-02T10:05:00+01:00',
  by: 'e1',
  byName: 'Alex',
  text: 'On it',
};

/** The change that acknowledges it, as followers are told of it. */
export const acknowledgement = {
  tenant,
  incident: incidentWith(acknowledged),
  event: acknowledged,
  revision: 2,
  previous: undefined,
} satisfies IncidentChange;

/** Two secrets as an operator would set them. */
export const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
export const newSecret = `whsec_${Buffer.alloc(24, 2).toString('base64')}`;
