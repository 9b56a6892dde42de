/** Which changes of an incident lead to a case in the vendor's portal. */
import { z } from 'zod';
import { belongsInPortal, type Incident } from '../../src/incident/incident.ts';
import type { Follower } from '../follow/follower.ts';
import type { PortalSettings } from './portal-settings.ts';

export const portalTopic = 'portal';

export const PortalMessage = z.strictObject({ incident: z.string().min(1) });

/** A case is filed when it begins to belong in the portal: at its opening, or with a severity that takes it there. */
export function portalFollower({ customers }: PortalSettings): Follower {
  return async ({ tenant, incident, previous }) => {
    const begins = isToFile(incident) && !(previous !== undefined && isToFile(previous));
    if (!begins || !customers.has(tenant)) return [];
    return [{ key: portalTopic, topic: portalTopic, body: { incident: incident.id } }];
  };
}

/** Whether it is for the portal as it stands, and not there yet. */
export const isToFile = (incident: Incident): boolean =>
  belongsInPortal(incident) && !incident.filed && incident.state !== 'resolved' && incident.state !== 'closed';
