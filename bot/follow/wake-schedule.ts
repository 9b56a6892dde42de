/** Tells the schedule of each change of an incident: its reminders are derived anew. Says nothing itself. */
import type { Schedule } from '../schedule/schedule.ts';
import type { Follower } from './follower.ts';

export const wakeSchedule =
  (schedule: Pick<Schedule, 'changed'>): Follower =>
  async ({ tenant, incident }) => {
    schedule.changed({ tenant, kind: 'incident', id: incident.id });
    return [];
  };
