/** All that is told of an incident: when it is shown, and after a step on it. */
import { dueOf } from '../../src/calendar/due.ts';
import type { FactsOf } from '../../src/command/contract.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import { deadlinesOf } from '../../src/incident/clocks.ts';
import { factsOf, historyOf, type Incident } from '../../src/incident/incident.ts';
import { standingUnder } from '../../src/incident/own-standing.ts';
import { callScript } from '../../src/incident/phone-call.ts';
import { runningClocks } from '../../src/incident/running-clocks.ts';
import { offered } from './on-incident.ts';

/**
 * An incident with its promise proved anew, its history and what is due next. A due instant that another severity left as it
 * was is that of an earlier promise: the time of the one that holds now does not prove it.
 */
export function storyOf(incident: Incident, place: Standing, scene: Scene): FactsOf<'incident.show'> {
  const { timeZoneData } = scene;
  const { plan } = incident;
  const { location, edition } = standingUnder(plan, scene.workOrders, scene.knowledge) ?? place;
  const call = callScript(incident, place);
  const due = dueOf(location, edition, plan.clock, Date.parse(plan.from), plan.firstResponseMinutes * 60_000);
  const isProved = due.at === Date.parse(plan.due);
  return {
    incident: factsOf(incident),
    plan: { ...plan, proof: { segments: isProved ? [...due.segments] : [], timeZoneData, holidays: due.holidays } },
    history: historyOf(incident),
    deadlines: deadlinesOf(incident, place, scene),
    clocks: runningClocks(incident, place, scene),
    ...(call === undefined ? {} : { call }),
    ...offered(incident, scene),
  };
}
