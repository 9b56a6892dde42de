/** A customer at four places whose clocks are hard: three change them, two run by half hours, three lie in the south. */
import { WorkOrder } from '../../src/agreement/work-order.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import { knowledge } from '../support/world.ts';

export const TENANT = 'b0000000-0000-4000-8000-000000000001';
export const ADMINISTRATOR = 'b0000000-0000-4000-8000-0000000000a1';
export const ENGINEER = 'b0000000-0000-4000-8000-0000000000e1';

const locations = [
  {
    id: 'odense',
    role: 'host',
    country: 'DK',
    timeZone: 'Europe/Copenhagen',
    holidays: ['2026-01-01', '2026-04-02', '2026-04-03', '2026-04-06', '2026-05-14', '2026-05-25', '2026-12-25'],
  },
  {
    id: 'gander',
    role: 'downstream',
    country: 'CA',
    timeZone: 'America/St_Johns',
    businessHours: { start: '08:30', end: '17:00' },
    holidays: ['2026-01-01', '2026-07-01', '2026-12-25', '2026-12-28'],
  },
  {
    id: 'santiago',
    role: 'downstream',
    country: 'CL',
    timeZone: 'America/Santiago',
    businessHours: {
      mon: [
        { start: '09:00', end: '13:00' },
        { start: '14:30', end: '18:30' },
      ],
      tue: [
        { start: '09:00', end: '13:00' },
        { start: '14:30', end: '18:30' },
      ],
      wed: [{ start: '22:00', end: '06:00' }],
      fri: [{ start: '09:00', end: '13:00' }],
      sat: [{ start: '23:00', end: '03:00' }],
    },
    holidays: ['2026-04-03', '2026-09-18', '2026-09-19'],
  },
  {
    id: 'lord-howe',
    role: 'downstream',
    country: 'AU',
    timeZone: 'Australia/Lord_Howe',
    holidays: ['2026-01-26', '2026-04-25', '2026-12-25'],
  },
] as const;

export const order: WorkOrder = WorkOrder.parse({
  format: 'work-order/1',
  id: 'WO-YEAR',
  edition: 'unified-2025-01',
  customer: { name: 'Four Corners', tenantId: TENANT, sector: 'commercial' },
  term: { start: '2026-01-01', end: '2026-12-31' },
  structure: 'centralised',
  locations,
  services: [
    { service: 'proactive-credits', location: 'odense', quantity: 200, unit: 'credits' },
    { service: 'azure-rapid-response', location: 'odense' },
  ],
  contacts: [
    {
      name: 'Ane Ad',
      userId: ADMINISTRATOR,
      roles: ['administrator', 'contact'],
      locations: locations.map(({ id }) => id),
    },
  ],
});

export const timeZones = locations.map(({ timeZone }) => timeZone);

export function standingAt(id: string): Standing {
  const location = order.locations.find((candidate) => candidate.id === id);
  const edition = knowledge.editions.get(order.edition);
  if (location === undefined || edition === undefined) throw new Error(`no place ${id}`);
  return { workOrder: order, location, edition };
}

export function sceneAt(now: number): Scene {
  return {
    now,
    tenant: TENANT,
    knowledge,
    workOrders: [order],
    supportTeams: [],
    asker: { user: ADMINISTRATOR, name: 'Ane Ad', roles: ['administrator', 'contact'], locations: [], teams: [] },
    timeZoneData: 'test',
    language: 'en',
  };
}
