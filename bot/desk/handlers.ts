/** One handler a command: gathers what the decision needs, lets the core decide, keeps what it decided. */
import { randomUUID } from 'node:crypto';
import { compareEditions } from '../../src/agreement/compare-editions.ts';
import { agreementDeadlines, between, citationsOf } from '../../src/agreement/deadlines.ts';
import { listDuties } from '../../src/agreement/duties.ts';
import { showContract } from '../../src/agreement/show-contract.ts';
import { standingOf } from '../../src/agreement/standing.ts';
import { dueOf } from '../../src/calendar/due.ts';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import type { ClauseSearch } from '../../src/catalogue/search.ts';
import type { Citation, Decision } from '../../src/command/answer.ts';
import { dedupeCitations } from '../../src/command/citations.ts';
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
  /** Clauses that answer a question, best first, in the words of the asker's language. */
  readonly search: ClauseSearch;
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

  'service.explain': (args, scene) =>
    standing(scene, args.location, (place) => {
      const { facts, citations } = checkCoverage(args, place, scene);
      return answered(facts, citations);
    }),

  'duty.list': (args, scene) =>
    standing(scene, args.location, (place) => {
      const { facts, citations } = listDuties(
        args,
        place,
        localDate(scene.now, place.location.timeZone),
        scene.knowledge.products,
      );
      return answered(facts, citations);
    }),

  'deadline.list': async (args, scene, { store }) => {
    const incidents = await listIncidents(store, scene.tenant, 'open');
    return standing(scene, args.location, (place) => deadlines(args, place, scene, incidents));
  },

  'contract.compare': (args, scene) =>
    standing(scene, undefined, (place) => {
      const from = scene.knowledge.editions.get(args.from ?? place.edition.id);
      const to = scene.knowledge.editions.get(args.to);
      if (from === undefined || to === undefined) return refused('unknown-edition');
      const differences = compareEditions(from, to);
      const facts = { workOrder: place.workOrder.id, from: from.id, to: to.id, differences };
      return answered(facts, [
        ...dedupeCitations(
          from.id,
          differences.map(({ sections }) => sections.from),
        ),
        ...dedupeCitations(
          to.id,
          differences.map(({ sections }) => sections.to),
        ),
      ]);
    }),

  'knowledge.search': (args, scene, { search }) =>
    standing(scene, undefined, (place) => {
      const clauses = search(args.question, place.edition.id, scene.language);
      return answered(
        { workOrder: place.workOrder.id, clauses },
        clauses.map(({ edition, section }) => ({ edition, section })),
      );
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

/** Deadlines of the agreement and of the asker's open incidents, up to a number of days ahead, else to the term's end. */
function deadlines(
  { within }: ArgsOf<'deadline.list'>,
  { workOrder, edition, location }: Standing,
  scene: Scene,
  incidents: readonly Incident[],
): Outcome {
  const today = localDate(scene.now, location.timeZone);
  const until = within === undefined ? workOrder.term.end : addDays(today, within);
  const mine = incidents.filter(({ opened }) => scene.asker.locations.includes(opened.location));
  const running = mine.flatMap(deadlinesOf).map((deadline) => ({ ...deadline, section: undefined }));
  const found = between([...agreementDeadlines(workOrder, edition), ...running], today, until);
  const told = found.map(({ section: _section, ...deadline }) => deadline);
  return answered(
    { workOrder: workOrder.id, edition: edition.id, until, deadlines: told },
    citationsOf(edition.id, found),
  );
}

/** Whether one of the asker's roles is among those that may give the command. */
export const mayGive = (command: CommandName, { asker }: Scene): boolean =>
  contracts[command].roles.some((role) => asker.roles.includes(role));

/** An incident with its promise proved anew, its history and what is due next. */
function shown(incident: Incident, scene: Scene): Outcome {
  const { opened } = incident;
  const found = standingOf(scene, opened.location);
  if (!found.ok) return refused(found.failure);
  const { location, edition } = found.value;
  const { clock, from, firstResponseMinutes } = opened.plan;
  const due = dueOf(location, edition, clock, Date.parse(from), firstResponseMinutes * 60_000);
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
