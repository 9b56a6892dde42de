/** What a decision looks at, gathered for one turn. */
import type { Knowledge } from '../../knowledge/load.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { askerOf, standingOf } from '../../src/agreement/standing.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Store } from '../../src/store/port.ts';
import type { Caller } from './desk.ts';
import { withEvents } from './ledgers.ts';
import { supportTeamsOf } from './support-teams.ts';
import { workOrdersOf } from './work-orders.ts';

export interface SceneParts {
  readonly store: Store;
  readonly knowledge: Knowledge;
  /** Epoch milliseconds; the one clock of the desk. */
  readonly clock: () => number;
  readonly timeZoneData: string;
  /** Whether the desk files a tenant's cases in the vendor's portal; without it the customers do so themselves. */
  readonly filesInPortal?: (tenant: string) => boolean;
}

/** The turn's own instant where it names one, else the clock's, in epoch milliseconds. */
export const nowOf = ({ now }: Caller, clock: () => number): number => (now === undefined ? clock() : Date.parse(now));

/** The scene of a turn; the language is set once it is known. */
export async function sceneFor(parts: SceneParts, caller: Caller, language: DeskLanguage): Promise<Scene> {
  const { store, knowledge, clock, timeZoneData, filesInPortal } = parts;
  const { tenant, user, name } = caller;
  const workOrders = await withEvents(store, await workOrdersOf(store, tenant));
  const supportTeams = await supportTeamsOf(store, tenant);
  const now = nowOf(caller, clock);
  return {
    now,
    tenant,
    knowledge,
    workOrders,
    supportTeams,
    asker: askerOf(user, name, workOrders, supportTeams, now),
    filesInPortal: filesInPortal?.(tenant) ?? false,
    timeZoneData,
    language,
  };
}

/** Every location of the tenant, for what people call it. */
export const placesOf = ({ workOrders }: Scene): { id: string; country: string; timeZone: string }[] =>
  workOrders.flatMap(({ locations }) => locations.map(({ id, country, timeZone }) => ({ id, country, timeZone })));

/** The zone (IANA) of the asker's usual location. */
export function usualTimeZone(scene: Scene): string {
  const found = standingOf(scene, undefined);
  return found.ok ? found.value.location.timeZone : 'UTC';
}
