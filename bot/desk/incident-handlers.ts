/** Incidents: opening, looking at, and every step of their life. What one command changes is one incident. */
import { standingOf } from '../../src/agreement/standing.ts';
import { toLocalIso } from '../../src/calendar/local-date.ts';
import { confirmed, type FactsOf } from '../../src/command/contract.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import { requestSeverity, setSeverity } from '../../src/incident/change-severity.ts';
import { clocksOf, type IncidentClock } from '../../src/incident/clocks.ts';
import type { IncidentEvent } from '../../src/incident/events.ts';
import { isWanted } from '../../src/incident/filter-incidents.ts';
import { factsOf, type Incident } from '../../src/incident/incident.ts';
import { isSurveyed, type StepCommand, signed, steps } from '../../src/incident/lifecycle.ts';
import { openedFacts, openIncident } from '../../src/incident/open-incident.ts';
import { askForRootCause } from '../../src/incident/root-cause.ts';
import { decideStep, type StepArgs } from '../../src/incident/take-step.ts';
import { maySee } from '../../src/routing/incident-team.ts';
import { newestIncidents } from './incident-lists.ts';
import { storyOf } from './incident-story.ts';
import { createIncident } from './incidents.ts';
import { citationOf, onIncident, record } from './on-incident.ts';
import { answered, done, type Handlers, type Outcome, refused, type Shell } from './outcome.ts';
import { proposalOf } from './triage.ts';

type Handled =
  | StepCommand
  | 'incident.open'
  | 'incident.show'
  | 'incident.list'
  | 'severity.request'
  | 'severity.set'
  | 'rca.request'
  | 'survey.answer';

const step =
  (command: StepCommand) =>
  (args: StepArgs & { incident: string }, scene: Scene, shell: Shell): Promise<Outcome> =>
    onIncident(args.incident, scene, shell, async (incident, place) => {
      const taken = decideStep(incident, steps[command], args, place, scene);
      if (!taken.ok) return refused(taken.failure, incident.state);
      const { event, told } = taken.value;
      const citations = [...citationOf(incident, scene), ...taken.value.citations];
      const costs = 'earlyStart' in event && event.earlyStart === true;
      if ((confirmed.has(command) || costs) && !shell.confirmed) {
        return { status: 'needs-confirmation', facts: { incident: factsOf(incident), ...told }, citations };
      }
      const changed = await record(incident, event, scene, shell);
      return done({ facts: { ...storyOf(changed, place, scene), event: event.type, ...told }, citations });
    });

export const incidentHandlers: Handlers<Handled> = {
  'incident.open': async (args, scene, { store, commandId, confirmed: isAgreed }) => {
    const place = standingOf(scene, args.location);
    if (!place.ok) return refused(place.failure);
    const opening = openIncident(args, place.value, scene);
    if (!opening.ok) return refused(opening.failure);
    const mustAgree = args.proposed === true || args.earlyStart === true;
    if (mustAgree && !isAgreed) return proposalOf(args, opening.value, place.value, scene);
    const { event, citations } = opening.value;
    const facts = await createIncident(store, scene.tenant, commandId, event, (id) =>
      openedFacts(id, opening.value, place.value, scene),
    );
    return done({ facts, citations });
  },

  'incident.show': (args, scene, shell) =>
    onIncident(args.incident, scene, shell, (incident, place) =>
      answered({ facts: storyOf(incident, place, scene), citations: citationOf(incident, scene) }),
    ),

  'incident.list': async (args, scene, { store }) => {
    const found = await newestIncidents(store, scene.tenant, {
      filter: args.filter ?? 'open',
      isWanted: (incident) => maySee(incident, scene) && isWanted(incident, args, scene.asker.user),
      now: scene.now,
    });
    return answered({ facts: { incidents: found.map(factsOf) }, citations: [] });
  },

  'incident.note': step('incident.note'),
  'incident.acknowledge': step('incident.acknowledge'),
  'incident.escalate': step('incident.escalate'),
  'incident.mitigate': step('incident.mitigate'),
  'incident.resolve': step('incident.resolve'),
  'incident.close': step('incident.close'),
  'incident.reopen': step('incident.reopen'),

  'severity.request': (args, scene, shell) =>
    onIncident(args.incident, scene, shell, async (incident, place) => {
      const asked = requestSeverity(incident, args.severity, args.text, place, scene);
      if (!asked.ok) return refused(asked.failure, incident.state);
      const { event, plan, citations, uncertain } = asked.value;
      const changed = await record(incident, event, scene, shell);
      const because = uncertain ? ['edition-silent'] : [];
      return done({
        facts: {
          ...storyOf(changed, place, scene),
          requested: args.severity,
          accepted: 'pending',
          plan,
          because,
          ...(uncertain ? { uncertain } : {}),
        },
        citations,
      });
    }),

  'severity.set': (args, scene, shell) =>
    onIncident(args.incident, scene, shell, async (incident, place) => {
      const set = setSeverity(incident, args.severity, scene.asker, args.text, place, scene, args.reason);
      if (!set.ok) return refused(set.failure, incident.state);
      const { event, plan, because, citations } = set.value;
      const changed = await record(incident, event, scene, shell);
      return done({
        facts: {
          ...storyOf(changed, place, scene),
          requested: args.severity,
          accepted: 'yes',
          plan,
          because,
          ...missedBefore(changed, place, scene),
        },
        citations,
      });
    }),

  'rca.request': (args, scene, shell) =>
    onIncident(args.incident, scene, shell, async (incident, place) => {
      const { citations, due: counted, ...answer } = askForRootCause(incident, place, scene);
      const isAllowed = answer.allowed !== 'no';
      const owed = isAllowed ? owedAnalysis(incident, answer.route, place, scene) : undefined;
      const day = owed?.due ?? counted;
      const due = day === undefined ? {} : { due: day };
      if (isAllowed && owed === undefined) {
        const at = toLocalIso(scene.now, place.location.timeZone);
        const head = signed(scene.asker, at, args.text);
        const event = { type: 'root-cause-analysis-requested', ...head, route: answer.route, ...due } as const;
        await record(incident, event, scene, shell);
      }
      return answered({ facts: { incident: incident.id, ...answer, ...due }, citations });
    }),

  'survey.answer': (args, scene, shell) =>
    onIncident(args.incident, scene, shell, async (incident, place) => {
      if (scene.asker.roles.includes('engineer')) return refused('role');
      if (incident.endedAt === undefined) return refused('state', incident.state);
      if (!isSurveyed(incident, scene.asker)) return refused('already-answered');
      const at = toLocalIso(scene.now, place.location.timeZone);
      const event: IncidentEvent = {
        type: 'survey-answered',
        ...signed(scene.asker, at, args.comment),
        score: args.score,
      };
      const changed = await record(incident, event, scene, shell);
      return done({ facts: storyOf(changed, place, scene), citations: [] });
    }),
};

/** The analysis that was asked for by that rule and is still to come: asking for it again makes no second one of it. */
const owedAnalysis = (incident: Incident, route: string, place: Standing, scene: Scene): IncidentClock | undefined =>
  clocksOf(incident, place, scene).find(
    ({ what, ended, because }) => what === 'root-cause' && ended === undefined && because.includes(route),
  );

/** First responses that were missed before: another severity does not take that back. */
function missedBefore(incident: Incident, place: Standing, scene: Scene): Pick<FactsOf<'severity.set'>, 'missed'> {
  const missed = clocksOf(incident, place, scene).flatMap(({ what, state, due, ended }) =>
    what === 'first-response' && state === 'missed' && due !== undefined
      ? [{ due, ...(incident.firstResponse === undefined || ended === undefined ? {} : { responded: ended }) }]
      : [],
  );
  return missed.length > 0 ? { missed } : {};
}
