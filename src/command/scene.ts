/** Everything that a decision may look at: plain data, gathered by the shell before it asks the core. */
import type { Knowledge } from '../../knowledge/load.ts';
import type { Edition } from '../../knowledge/schema/edition.ts';
import type { DeskLanguage, PersonRole } from '../../knowledge/vocabulary.ts';
import type { Location, WorkOrder } from '../agreement/work-order.ts';

/** Who asks, with the roles that the work orders' contacts give; anyone else of the tenant is a customer. */
export interface Asker {
  readonly user: string;
  readonly name: string | undefined;
  readonly roles: readonly PersonRole[];
  /** Locations at which the asker is a contact, over all work orders. */
  readonly locations: readonly string[];
}

export interface Scene {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly tenant: string;
  readonly knowledge: Knowledge;
  /** All work orders of the tenant. */
  readonly workOrders: readonly WorkOrder[];
  readonly asker: Asker;
  /** Version of the time-zone data that instants are computed with, such as `2026c`. */
  readonly timeZoneData: string;
  /** The language of the answer: texts that come from the knowledge are told in it. */
  readonly language: DeskLanguage;
}

/** A place in the agreement: one location of one work order, under that order's edition. */
export interface Standing {
  readonly workOrder: WorkOrder;
  readonly location: Location;
  readonly edition: Edition;
}
