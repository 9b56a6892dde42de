/** An incident that turns out to be a product defect gives back what was charged for it. */
import type { Follower } from '../follow/follower.ts';
import { type HoursReturn, hoursReturnTopic } from './hours-messages.ts';

export const defectFollower: Follower = ({ incident, event, revision }) => {
  if (event.type !== 'resolved' || event.cause !== 'product-defect') return Promise.resolve([]);
  const body: HoursReturn = {
    at: event.at,
    by: event.by,
    ...(event.byName === undefined ? {} : { byName: event.byName }),
    incident: incident.id,
    command: `${hoursReturnTopic}/${incident.id}/${revision}`,
  };
  return Promise.resolve([{ key: hoursReturnTopic, topic: hoursReturnTopic, body }]);
};
