/** One handler a command: gathers what the decision needs, lets the core decide, keeps what it decided. */
import { randomUUID } from 'node:crypto';
import { showContract } from '../../src/agreement/show-contract.ts';
import { standingOf } from '../../src/agreement/standing.ts';
import { dueOf } from '../../src/calendar/due.ts';
import type { Citation, Decision } from '../../src/command/answer.ts';
import { type ArgsOf, type CommandName, commandNames, contracts, type FactsOf } from '../../src/command/contract.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import { checkCoverage } from '../../src/entitlement/coverage.ts';
import { deadlinesOf, factsOf, historyOf, type Incident } from '../../src/incident/incident.ts';
import { openedFacts, openIncident } from '../../src/incident/open-incident.ts';
import { showBalances } from '../../src/ledger/balances.ts';
import { expectResponse } from '../../src/severity/expect-response.ts';
import { explainSeverity } from '../../src/severity/explain-severity.ts';
import type { Store } from '../../src/store/port.ts';
import { askedAboutIncident } from './incident-access.ts';
import { createIncident, listIncidents } from './incidents.ts';

/** A decision before its command and arguments are put to it. */
export type Outcome = Omit<Decision, 'command' | 'args'>;

export interface Shell {
  readonly store: Store;
  /** Identifies this command for ever: a repeated one is done once. */
  readonly commandId: string;
}

type Handler<Name extends CommandName> = (args: ArgsOf<Name>, scene: Scene, shell: Shell) => Promise<Outcome> | Outcome;

export const answered = (facts: object, citations: readonly Citation[]): Outcome => ({
  status: 'answered',
  facts: { ...facts },
  citations,
});

export const refused = (...because: readonly string[]): Outcome => ({
  status: 'refused',
  because,
  facts: {},
  citations: [],
});

/** Answers on the standing of the arguments' location, or refuses with the reason for which there is none. */
function standing(scene: Scene, location: string | undefined, answer: (standing: Standing) => Outcome): Outcome {
  const found = standingOf(scene, location);
  return found.ok ? answer(found.value) : refused(found.failure);
}

export const handlers: { readonly [Name in CommandName]: Handler<Name> } = {
  'response.expect': (args, scene) =>
    standing(scene, args.location, (place) => {
      const { facts, citations } = expectResponse(args, place, scene);
      return answered(facts, citations);
    }),

  'severity.explain': (args, scene) =>
    standing(scene, undefined, (place) => {
      const explained = explainSeverity(args, place);
      if (explained.ok) return answered(explained.value.facts, explained.value.citations);
      const facts = {
        workOrder: place.workOrder.id,
        edition: place.edition.id,
        chart: args.chart,
        rows: [],
        because: [explained.failure],
      };
      return answered(facts, [{ edition: place.edition.id, section: place.edition.topics['severity-charts'] ?? 'A' }]);
    }),

  'coverage.check': (args, scene) =>
    standing(scene, args.location, (place) => {
      const { facts, citations } = checkCoverage(args, place, scene);
      return answered(facts, citations);
    }),

  'contract.show': (args, scene) =>
    standing(scene, args.location, (place) => {
      const { facts, citations } = showContract(place, scene);
      return answered(facts, citations);
    }),

  'balance.show': (args, scene) =>
    standing(scene, args.location, (place) => {
      const { facts, citations } = showBalances(args, place, scene);
      return answered(facts, citations);
    }),

  'incident.open': async (args, scene, { store, commandId }) => {
    const place = standingOf(scene, args.location);
    if (!place.ok) return refused(place.failure);
    const opening = openIncident(args, place.value, scene);
    if (!opening.ok) return refused(opening.failure);
    const { event, citations } = opening.value;
    const facts = await createIncident(store, scene.tenant, commandId, event, (id) => openedFacts(id, opening.value));
    return { status: 'done', facts: { ...facts }, citations };
  },

  'incident.show': async (args, scene, { store }) => {
    const incident = await askedAboutIncident(store, scene, args.incident);
    return incident === undefined ? refused('unknown-incident') : shown(incident, scene);
  },

  'incident.list': async (args, scene, { store }) => {
    const found = await listIncidents(store, scene.tenant, args.filter ?? 'open');
    const visible = found.filter(
      ({ opened }) =>
        scene.asker.locations.includes(opened.location) && (args.location ?? opened.location) === opened.location,
    );
    return answered({ incidents: visible.map(factsOf) }, []);
  },

  help: (_args, scene) => answered({ commands: commandNames.filter((name) => mayGive(name, scene)) }, []),
};

/** Whether one of the asker's roles is among those that may give the command. */
export const mayGive = (command: CommandName, { asker }: Scene): boolean =>
  contracts[command].roles.some((role) => asker.roles.includes(role));

/** An incident with its promise proved anew, its history and what is due next. */
function shown(incident: Incident, scene: Scene): Outcome {
  const { opened } = incident;
  const found = standingOf(scene, opened.location);
  if (!found.ok) return refused(found.failure);
  const { location, edition } = found.value;
  const due = dueOf(
    location,
    edition,
    opened.plan.clock,
    Date.parse(opened.plan.from),
    opened.plan.firstResponseMinutes * 60_000,
  );
  const facts: FactsOf<'incident.show'> = {
    incident: factsOf(incident),
    plan: {
      ...opened.plan,
      proof: { segments: [...due.segments], timeZoneData: scene.timeZoneData, holidays: due.holidays },
    },
    history: historyOf(incident),
    deadlines: deadlinesOf(incident),
  };
  const section = edition.charts[opened.plan.chart]?.section ?? 'A';
  return answered(facts, [{ edition: opened.edition, section }]);
}

/** Runs a command whose arguments have been checked. */
export function run<Name extends CommandName>(
  command: Name,
  args: ArgsOf<Name>,
  scene: Scene,
  shell: Shell,
): Promise<Outcome> | Outcome {
  const handler: Handler<Name> = handlers[command];
  return handler(args, scene, shell);
}

export const newCommandId = (): string => randomUUID();
