/** A small world for the rules: one customer under the edition of January 2025, with a host and two downstreams. */
import { loadKnowledge } from '../../knowledge/load.ts';
import { askerOf, standingOf } from '../../src/agreement/standing.ts';
import { WorkOrder } from '../../src/agreement/work-order.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';

export const knowledge = loadKnowledge();

export const TENANT = 'a0000000-0000-4000-8000-000000000001';
export const ADMINISTRATOR = 'a0000000-0000-4000-8000-0000000000a1';
export const LYON_CONTACT = 'a0000000-0000-4000-8000-0000000000c2';
export const SOMEBODY = 'a0000000-0000-4000-8000-0000000000ff';

/** The raw order, to be changed by a test before it is parsed. */
export const rawOrder = {
  format: 'work-order/1',
  id: 'WO-T1',
  edition: 'unified-2025-01',
  customer: { name: 'Test Foods', tenantId: TENANT, sector: 'commercial' },
  term: { start: '2026-01-01', end: '2026-12-31' },
  structure: 'centralised',
  locations: [
    { id: 'odense', role: 'host', country: 'DK', timeZone: 'Europe/Copenhagen', languages: ['da', 'en'] },
    { id: 'lyon', role: 'downstream', country: 'FR', timeZone: 'Europe/Paris', languages: ['fr'] },
    {
      id: 'osaka',
      role: 'downstream',
      country: 'JP',
      timeZone: 'Asia/Tokyo',
      languages: ['ja'],
      holidays: ['2026-03-03'],
    },
  ],
  services: [
    { service: 'azure-rapid-response', location: 'odense' },
    { service: 'proactive-credits', location: 'odense', quantity: 200, unit: 'credits' },
    { service: 'proactive-credits', location: 'lyon', quantity: 40, unit: 'credits' },
    {
      service: 'enhanced-designated-engineering',
      location: 'odense',
      quantity: 160,
      unit: 'hours',
      products: ['azure-sql-database'],
    },
  ],
  flexAllowance: { amount: 120000, currency: 'USD', allocations: [{ to: 'proactive-credits', amount: 24000 }] },
  contacts: [
    {
      name: 'Ane Ad',
      userId: ADMINISTRATOR,
      roles: ['administrator', 'contact'],
      locations: ['odense', 'lyon', 'osaka'],
    },
    { name: 'Luc Co', userId: LYON_CONTACT, roles: ['contact'], locations: ['lyon'] },
  ],
} as const;

export type RawOrder = Record<string, unknown>;

/** The order with members replaced. */
export const orderWith = (change: RawOrder = {}): WorkOrder =>
  WorkOrder.parse({ ...structuredClone(rawOrder), ...change });

/** The order with further services. */
export const orderHolding = (...services: readonly object[]): WorkOrder =>
  orderWith({ services: [...rawOrder.services, ...services] });

/** What a decision looks at: one work order, somebody who asks, an instant. */
export function sceneOf(order: WorkOrder, now = '2026-03-02T10:00:00+01:00', user = ADMINISTRATOR): Scene {
  return {
    now: Date.parse(now),
    tenant: order.customer.tenantId,
    knowledge,
    workOrders: [order],
    supportTeams: [],
    asker: askerOf(user, undefined, [order], [], Date.parse(now)),
    timeZoneData: 'test',
    language: 'en',
  };
}

export function standingAt(scene: Scene, location?: string): Standing {
  const found = standingOf(scene, location);
  if (!found.ok) throw new Error(`no standing: ${found.failure}`);
  return found.value;
}
