/** Who follows the changes of incidents: one line each. */
import type { Presenter } from '../../cards/present.ts';
import type { Knowledge } from '../../knowledge/load.ts';
import type { Store } from '../../src/store/port.ts';
import { defectFollower } from '../incident-hours/defect-follower.ts';
import { portalFollower } from '../portal/portal-follower.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { webhookFollower } from '../webhooks/webhook-follower.ts';
import type { Follower } from './follower.ts';
import { openerNews } from './opener-news.ts';
import { surveyRequest } from './survey-request.ts';
import { teamCard } from './team-card.ts';
import { wakeSchedule } from './wake-schedule.ts';

export interface FollowerParts {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly presenter: Presenter;
  /** What is due is derived anew after each change. */
  readonly schedule: Pick<Schedule, 'changed'>;
  /** For which customers the desk files in the vendor's portal; without it, for none. */
  readonly portal?: PortalSettings;
}

export const followersOf = ({ store, knowledge, presenter, schedule, portal }: FollowerParts): readonly Follower[] => [
  wakeSchedule(schedule),
  defectFollower,
  teamCard(store, knowledge),
  openerNews(presenter),
  surveyRequest(presenter),
  webhookFollower(store, knowledge),
  ...(portal === undefined ? [] : [portalFollower(portal)]),
];
