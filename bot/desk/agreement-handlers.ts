/** Questions about the agreement: they read, and change nothing. */
import { compareEditions } from '../../src/agreement/compare-editions.ts';
import { agreementDeadlines, between, citationsOf, type DatedDeadline } from '../../src/agreement/deadlines.ts';
import { listDuties } from '../../src/agreement/duties.ts';
import { showContract } from '../../src/agreement/show-contract.ts';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { dedupeCitations } from '../../src/command/citations.ts';
import type { ArgsOf } from '../../src/command/contract.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import { coverWhatIf } from '../../src/entitlement/coverage-what-if.ts';
import { deadlinesOf } from '../../src/incident/clocks.ts';
import { showBalances } from '../../src/ledger/balances.ts';
import { forecastBalances } from '../../src/ledger/forecast.ts';
import { explainSeverity } from '../../src/severity/explain-severity.ts';
import { expectWhatIf } from '../../src/severity/what-if.ts';
import type { Store } from '../../src/store/port.ts';
import { openIncidents } from './incident-lists.ts';
import { loadLedger } from './ledgers.ts';
import { placeOf } from './on-incident.ts';
import { answered, type Handlers, type Outcome, onStanding, refused, type Shell } from './outcome.ts';
import { onAccount } from './spend.ts';

type Answered =
  | 'response.expect'
  | 'severity.explain'
  | 'coverage.check'
  | 'service.explain'
  | 'duty.list'
  | 'deadline.list'
  | 'contract.compare'
  | 'contract.show'
  | 'knowledge.search'
  | 'balance.show'
  | 'balance.forecast';

export const agreementHandlers: Handlers<Answered> = {
  'response.expect': (args, scene) =>
    onStanding(scene, args.location, (place) => answered(expectWhatIf(args, place, scene))),

  'severity.explain': (args, scene) => onStanding(scene, undefined, (place) => severities(args, place)),

  'coverage.check': (args, scene, shell) =>
    onStanding(scene, args.location, (place) => covered(args, place, scene, shell)),

  'service.explain': (args, scene, shell) =>
    onStanding(scene, args.location, (place) => covered(args, place, scene, shell)),

  'duty.list': (args, scene) =>
    onStanding(scene, args.location, (place) =>
      answered(listDuties(args, place, localDate(scene.now, place.location.timeZone), scene.knowledge.products)),
    ),

  'deadline.list': async (args, scene, { store }) => {
    const running = await runningDeadlines(store, scene);
    return onStanding(scene, args.location, (place) => deadlines(args, place, scene, running));
  },

  'contract.compare': (args, scene) => onStanding(scene, undefined, (place) => comparison(args, place, scene)),

  'contract.show': (args, scene) => onStanding(scene, args.location, (place) => answered(showContract(place, scene))),

  'knowledge.search': ({ question }, scene, { search }) =>
    onStanding(scene, undefined, ({ workOrder, edition }) => {
      const clauses = search(question, edition.id, scene.language);
      const sections = clauses.map(({ section }) => section);
      return answered({
        facts: { workOrder: workOrder.id, clauses },
        citations: dedupeCitations(edition.id, sections),
      });
    }),

  'balance.show': (args, scene, { store }) =>
    onAccount(scene, args.location, async (place) => {
      const { ledger } = await loadLedger(store, place.workOrder);
      return answered(showBalances(args, place, scene, ledger));
    }),

  'balance.forecast': (args, scene, { store }) =>
    onAccount(scene, args.location, async (place) => {
      const { ledger } = await loadLedger(store, place.workOrder);
      return answered(forecastBalances(args, place, scene, ledger));
    }),
};

/** Coverage with what has been spent of the work order. */
async function covered(
  args: ArgsOf<'coverage.check'>,
  place: Standing,
  scene: Scene,
  { store }: Shell,
): Promise<Outcome> {
  const { ledger } = await loadLedger(store, place.workOrder);
  return answered(coverWhatIf(args, place, scene, ledger));
}

function severities(args: ArgsOf<'severity.explain'>, place: Standing): Outcome {
  const explained = explainSeverity(args, place);
  if (explained.ok) return answered(explained.value);
  const { workOrder, edition } = place;
  const because = [explained.failure];
  const facts = { workOrder: workOrder.id, edition: edition.id, chart: args.chart ?? 'base', rows: [], because };
  return answered({ facts, citations: dedupeCitations(edition.id, [edition.topics['severity-charts']]) });
}

/** Deadlines of the agreement and of the asker's open incidents, up to a number of days ahead, else to the term's end. */
function deadlines(
  { within }: ArgsOf<'deadline.list'>,
  { workOrder, edition, location }: Standing,
  scene: Scene,
  running: readonly DatedDeadline[],
): Outcome {
  const today = localDate(scene.now, location.timeZone);
  const until = within === undefined ? workOrder.term.end : addDays(today, within);
  const found = between([...agreementDeadlines(workOrder, edition), ...running], today, until);
  const told = found.map(({ section: _section, ...deadline }) => deadline);
  const facts = { workOrder: workOrder.id, edition: edition.id, until, deadlines: told };
  return answered({ facts, citations: citationsOf(edition.id, found) });
}

/** What is due on every open incident at the asker's locations. */
async function runningDeadlines(store: Store, scene: Scene): Promise<readonly DatedDeadline[]> {
  const running: DatedDeadline[] = [];
  for await (const page of openIncidents(store, scene.tenant)) {
    for (const incident of page.filter(({ opened }) => scene.asker.locations.includes(opened.location))) {
      const place = placeOf(incident, scene);
      const due = place === undefined ? [] : deadlinesOf(incident, place, scene);
      running.push(...due.map((deadline) => ({ ...deadline, section: undefined })));
    }
  }
  return running;
}

/** From the customer's edition to the named one, or between two named. */
function comparison(args: ArgsOf<'contract.compare'>, place: Standing, { knowledge }: Scene): Outcome {
  const from = knowledge.editions.get(args.from ?? place.edition.id);
  const to = knowledge.editions.get(args.to);
  if (from === undefined || to === undefined) return refused('unknown-edition');
  const differences = compareEditions(from, to);
  return answered({
    facts: { workOrder: place.workOrder.id, from: from.id, to: to.id, differences },
    citations: [
      ...dedupeCitations(
        from.id,
        differences.map(({ sections }) => sections.from),
      ),
      ...dedupeCitations(
        to.id,
        differences.map(({ sections }) => sections.to),
      ),
    ],
  });
}
