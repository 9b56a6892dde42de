/** Lists of a tenant's incidents, the newest first. The store knows no order of theirs, so they are looked through. */
import { StoredIncident } from '../../src/incident/events.ts';
import { type Incident, incidentOf } from '../../src/incident/incident.ts';
import { everyPage } from '../../src/store/every-page.ts';
import type { Store } from '../../src/store/port.ts';
import { INCIDENT } from './incidents.ts';

/** So many a list holds at most. */
export const MOST_LISTED = 200;
const PAGE = 100;
const DAY = 24 * 60 * 60_000;
/** How far back closed incidents are looked for. */
const MONTHS_BACK = 120;

/** Every open incident of the tenant; those of a long list are handed on page by page. */
export const openIncidents = (store: Store, tenant: string): AsyncGenerator<readonly Incident[]> =>
  pagesOf(store, tenant, { field: 'status', value: 'open' });

interface Wish {
  readonly filter: 'open' | 'closed' | 'all';
  readonly isWanted: (incident: Incident) => boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * The newest of the incidents that are wanted, at most `MOST_LISTED`, by when they were opened. Closed ones are walked by
 * the month of their closing, the latest first: as soon as enough were opened in a month or after it, none that was
 * closed before it is newer.
 */
export async function newestIncidents(
  store: Store,
  tenant: string,
  { filter, isWanted, now }: Wish,
): Promise<readonly Incident[]> {
  const newest = new Newest();
  const takeAll = async (pages: AsyncIterable<readonly Incident[]>): Promise<void> => {
    for await (const page of pages) newest.take(page.filter(isWanted));
  };
  if (filter !== 'closed') await takeAll(openIncidents(store, tenant));
  if (filter === 'open') return newest.found;
  for (const month of monthsBackFrom(now)) {
    await takeAll(pagesOf(store, tenant, { field: 'closed', value: month }));
    if (newest.areAllSince(month)) break;
  }
  return newest.found;
}

/** Holds the newest of all that it was given. */
class Newest {
  #found: readonly Incident[] = [];

  get found(): readonly Incident[] {
    return this.#found;
  }

  take(incidents: readonly Incident[]): void {
    if (incidents.length === 0) return;
    const sorted = [...this.#found, ...incidents].sort((a, b) => Date.parse(b.opened.at) - Date.parse(a.opened.at));
    this.#found = sorted.slice(0, MOST_LISTED);
  }

  /** Whether there are as many as a list holds, all of them opened in that month (`YYYY-MM`) or after it. */
  areAllSince(month: string): boolean {
    return this.#found.length === MOST_LISTED && this.#found.every(({ opened }) => opened.at.slice(0, 7) >= month);
  }
}

/** The months, `YYYY-MM`, from the latest one that any clock on earth shows. */
function* monthsBackFrom(now: number): Generator<string> {
  const latest = new Date(now + DAY);
  for (let back = 0; back < MONTHS_BACK; back += 1) {
    const month = new Date(Date.UTC(latest.getUTCFullYear(), latest.getUTCMonth() - back));
    yield month.toISOString().slice(0, 'YYYY-MM'.length);
  }
}

async function* pagesOf(
  store: Store,
  tenant: string,
  where: { readonly field: string; readonly value: string },
): AsyncGenerator<readonly Incident[]> {
  for await (const items of everyPage(store, tenant, INCIDENT, { where, limit: PAGE }))
    yield items.map(({ id, state }) => incidentOf(id, StoredIncident.parse(state).events));
}
