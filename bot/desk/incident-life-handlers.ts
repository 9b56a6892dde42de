/** What else happens to an incident: the call that its severity wants, an engineer's word on it, what follows after the work. */

import { followUp, postUpdate } from '../../src/incident/engineer-word.ts';
import { factsOf } from '../../src/incident/incident.ts';
import { recordCall } from '../../src/incident/phone-call.ts';
import { storyOf } from './incident-story.ts';
import { citationOf, offered, onIncident, record } from './on-incident.ts';
import { done, type Handlers, refused } from './outcome.ts';

export const incidentLifeHandlers: Handlers<'incident.call' | 'incident.update' | 'incident.review'> = {
  'incident.call': (args, scene, shell) =>
    onIncident(args.incident, scene, shell, async (incident, place) => {
      const called = recordCall(incident, args, place, scene);
      if (!called.ok) return refused(called.failure, incident.state);
      const { event, plan } = called.value;
      const changed = await record(incident, event, scene, shell);
      const facts = {
        ...storyOf(changed, place, scene),
        event: event.type,
        ...(plan === undefined ? {} : { plan }),
      };
      return done({ facts, citations: citationOf(changed, scene) });
    }),

  'incident.update': (args, scene, shell) =>
    onIncident(args.incident, scene, shell, async (incident, place) => {
      const { text = '' } = args;
      const updated = postUpdate(incident, { ...args, text }, place, scene);
      if (!updated.ok) return refused(updated.failure, incident.state);
      const changed = await record(incident, updated.value, scene, shell);
      const facts = { ...storyOf(changed, place, scene), event: updated.value.type };
      return done({ facts, citations: citationOf(changed, scene) });
    }),

  'incident.review': (args, scene, shell) =>
    onIncident(args.incident, scene, shell, async (incident, place) => {
      const followed = followUp(incident, args, place, scene);
      if (!followed.ok) return refused(followed.failure);
      const { event, what, section } = followed.value;
      const changed = await record(incident, event, scene, shell);
      const facts = { incident: factsOf(changed), event: event.type, what, ...offered(changed, scene) };
      const citations = section === undefined ? [] : [{ edition: place.edition.id, section }];
      return done({ facts, citations });
    }),
};
