/** How was it? Asked of whoever opened an incident, in the own chat, once: when the vendor has ended it (F-RESP-10). */
import type { Presenter } from '../../cards/present.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { Decision } from '../../src/command/answer.ts';
import type { IncidentEvent } from '../../src/incident/events.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { type ChannelMessage, channelTopic } from '../outbox/channel-message.ts';
import type { Follower } from './follower.ts';

/**
 * Nothing for who ends it alone: the card of that step offers the survey. Nothing either when it ends a second time, for
 * then it has been asked before.
 */
export const surveyRequest =
  (presenter: Pick<Presenter, 'present'>): Follower =>
  async ({ incident, event }) => {
    const { by: user, toldIn, plan } = incident.opened;
    if (event.by === user || !ends(event) || incident.surveyed.includes(user) || hasEndedBefore(incident)) return [];
    const language = DeskLanguage.catch('en').parse(toldIn);
    const asked = presenter.present(questionOn(incident), { language, timeZone: plan.timeZone, now: event.at, user });
    const body: ChannelMessage = { to: { user }, text: asked.text, card: { ...asked.card }, language };
    return [{ key: 'survey', topic: channelTopic, body }];
  };

const ends = ({ type }: IncidentEvent): boolean => type === 'resolved' || type === 'closed';

const hasEndedBefore = ({ events }: Incident): boolean => events.slice(0, -1).some(ends);

const questionOn = ({ id }: Incident): Decision => ({
  command: 'survey.answer',
  args: { incident: id },
  status: 'needs-input',
  missing: ['score'],
  facts: {},
  citations: [],
});
