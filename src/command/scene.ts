/** Everything that a decision may look at: plain data, gathered by the shell before it asks the core. */
import type { Knowledge } from '../../knowledge/load.ts';
import type { Edition } from '../../knowledge/schema/edition.ts';
import type { DeskLanguage, PersonRole } from '../../knowledge/vocabulary.ts';
import type { Location, WorkOrder } from '../agreement/work-order.ts';
import type { SupportTeam } from '../routing/support-teams.ts';

/**
 * Who asks, with the roles that the work orders' contacts and the support teams give; anyone who is no contact is a
 * customer, an engineer too.
 */
export interface Asker {
  readonly user: string;
  readonly name: string | undefined;
  readonly roles: readonly PersonRole[];
  /** Locations at which the asker is a contact, over all work orders. */
  readonly locations: readonly string[];
  /** Ids of the support teams that list the asker as an engineer. */
  readonly teams: readonly string[];
}

export interface Scene {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly tenant: string;
  readonly knowledge: Knowledge;
  /** All work orders of the tenant. */
  readonly workOrders: readonly WorkOrder[];
  /** The vendor's teams that work on the tenant's incidents. */
  readonly supportTeams: readonly SupportTeam[];
  readonly asker: Asker;
  /** The desk files in the vendor's portal for this tenant what belongs there; the customer does without it. */
  readonly filesInPortal?: boolean;
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
