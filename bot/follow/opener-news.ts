/** News for whoever opened an incident, in the own chat: what somebody else has done about it. */
import type { Presenter } from '../../cards/present.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { IncidentEvent } from '../../src/incident/events.ts';
import { type ChannelMessage, channelTopic } from '../outbox/channel-message.ts';
import type { Follower } from './follower.ts';

const newsworthy: ReadonlySet<IncidentEvent['type']> = new Set([
  'acknowledged',
  'severity-set',
  'updated',
  'mitigated',
  'resolved',
  'closed',
  'reopened',
  'filed',
]);

/** In the language that the opening was answered in; English where the history doesn't say. */
export const openerNews =
  (presenter: Pick<Presenter, 'tell'>): Follower =>
  async ({ incident, event }) => {
    const { by: user, toldIn, plan } = incident.opened;
    if (event.by === user || !newsworthy.has(event.type)) return [];
    const language = DeskLanguage.catch('en').parse(toldIn);
    const news = presenter.tell(incident, event, { language, timeZone: plan.timeZone, now: event.at, user });
    const body: ChannelMessage = { to: { user }, text: news.text, card: { ...news.card }, language };
    return [{ key: 'opener', topic: channelTopic, body }];
  };
