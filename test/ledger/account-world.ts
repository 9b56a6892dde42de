/** Customers under each edition, with something to spend, and what tests of the account say of them. */
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import { toNumber } from '../../src/ledger/decimal.ts';
import type { AccountDecision } from '../../src/ledger/decision.ts';
import type { Draft, LedgerEntry, Pool } from '../../src/ledger/entries.ts';
import { emptyLedger, type Ledger, withEntry } from '../../src/ledger/ledger.ts';
import { poolBalance } from '../../src/ledger/pools.ts';
import { ADMINISTRATOR, orderWith, type RawOrder, sceneOf, standingAt } from '../support/world.ts';

const place = (id: string, country: string, timeZone: string, perCredit?: number, currency = 'EUR') => ({
  id,
  role: id === 'odense' || id === 'shkoder' || id === 'lille' || id === 'astana' ? 'host' : 'downstream',
  country,
  timeZone,
  ...(perCredit === undefined ? {} : { creditRate: { currency, perCredit } }),
});

const contact = (...locations: readonly string[]) => [
  { name: 'Ane Ad', userId: ADMINISTRATOR, roles: ['administrator', 'contact'], locations },
];

export const credits = (location: string, quantity: number, more: object = {}) => ({
  service: 'proactive-credits',
  location,
  quantity,
  unit: 'credits',
  ...more,
});

/** January 2025: exchange rounds up, deduction to the nearest. */
export const january = (change: RawOrder = {}): WorkOrder =>
  orderWith({
    locations: [
      place('odense', 'DK', 'Europe/Copenhagen', 100),
      place('lyon', 'FR', 'Europe/Paris', 80),
      place('boston', 'US', 'America/New_York', 90),
    ],
    services: [
      credits('odense', 200),
      credits('lyon', 40),
      { service: 'workshops', location: 'odense', quantity: 3, unit: 'events' },
      { service: 'enhanced-designated-engineering', location: 'odense', quantity: 160, unit: 'hours' },
      { service: 'azure-rapid-response', location: 'odense' },
    ],
    rateCard: [
      { service: 'chalk-talks', credits: 7.2 },
      { service: 'hackathons', credits: 7.5 },
      { service: 'hackathons', location: 'lyon', credits: 6 },
      { service: 'proof-of-concept', credits: 500 },
    ],
    flexAllowance: {
      amount: 120000,
      currency: 'USD',
      allocations: [
        { to: 'proactive-credits', amount: 24000 },
        { to: 'azure-rapid-response', amount: 60000 },
      ],
    },
    contacts: contact('odense', 'lyon', 'boston'),
    ...change,
  });

/** April 2024: the Albanian source rounds to the nearest, the Danish one up. */
export const april = (change: RawOrder = {}): WorkOrder =>
  orderWith({
    id: 'WO-T2',
    edition: 'unified-2024-04',
    term: { start: '2024-06-01', end: '2025-05-31' },
    locations: [place('shkoder', 'AL', 'Europe/Tirane', 100), place('odense-2', 'DK', 'Europe/Copenhagen', 120)],
    services: [
      credits('shkoder', 60),
      { service: 'azure-events', location: 'shkoder', quantity: 2, unit: 'events' },
      { service: 'azure-rapid-response', location: 'shkoder' },
    ],
    rateCard: [{ service: 'chalk-talks', credits: 7.2 }],
    flexAllowance: { amount: 200000, currency: 'USD', allocations: [] },
    contacts: contact('shkoder', 'odense-2'),
    ...change,
  });

/** September 2024: the terms for several countries are lost. */
export const september = (change: RawOrder = {}): WorkOrder =>
  orderWith({
    id: 'WO-T3',
    edition: 'unified-2024-09',
    term: { start: '2025-01-01', end: '2025-12-31' },
    locations: [place('lille', 'FR', 'Europe/Paris', 100), place('lux', 'LU', 'Europe/Luxembourg', 75)],
    services: [credits('lille', 100), { service: 'azure-events', location: 'lille', quantity: 1, unit: 'events' }],
    flexAllowance: { amount: 300000, currency: 'USD', allocations: [{ to: 'mcs-security', amount: 180000 }] },
    contacts: contact('lille', 'lux'),
    ...change,
  });

/** Premier: hours in place of credits, no flex allowance. */
export const premier = (change: RawOrder = {}): WorkOrder =>
  orderWith({
    id: 'WO-T4',
    edition: 'premier-2022',
    term: { start: '2022-05-01', end: '2023-04-30' },
    locations: [place('astana', 'KZ', 'Asia/Almaty')],
    services: [
      { service: 'problem-resolution-support', location: 'astana', quantity: 120, unit: 'hours' },
      { service: 'third-tier-support', location: 'astana', quantity: 20, unit: 'hours' },
      { service: 'workshops', location: 'astana', quantity: 10, unit: 'seats' },
    ],
    flexAllowance: undefined,
    contacts: contact('astana'),
    ...change,
  });

export interface World {
  readonly scene: Scene;
  at(location?: string): Standing;
}

/** The order at an instant; further orders are of the same tenant. */
export function worldOf(order: WorkOrder, now = '2026-03-03T10:00:00+01:00', ...others: readonly WorkOrder[]): World {
  const scene = { ...sceneOf(order, now), workOrders: [order, ...others] };
  return { scene, at: (location) => standingAt(scene, location) };
}

/** Posts what a decision would, as somebody did it once. */
export function posted(ledger: Ledger, decision: AccountDecision<object>, at: string, command: string): Ledger {
  if (decision.draft === undefined) throw new Error(`nothing to post: ${JSON.stringify(decision.facts)}`);
  return withEntry(ledger, entryOf(decision.draft, at, command));
}

export const entryOf = ({ why, lines }: Draft, at: string, command: string): LedgerEntry => ({
  at,
  by: ADMINISTRATOR,
  command,
  why,
  lines: [...lines],
});

/** A ledger in which so much of a pool has been used. */
export const usedUp = (pool: Pool, amount: number, at = '2026-02-01T09:00:00+01:00'): Ledger =>
  withEntry(emptyLedger, {
    at,
    by: ADMINISTRATOR,
    command: `used ${pool.service} ${amount}`,
    why: { reason: 'hours', service: pool.service, hours: 1 },
    lines: [
      { ...pool, account: 'available', amount: `-${amount}` },
      { ...pool, account: 'used', amount: `${amount}` },
    ],
  });

/** What is left of a pool at the instant of the scene. */
export function remaining(order: WorkOrder, ledger: Ledger, pool: Pool, now = '2026-03-03T10:00:00+01:00'): number {
  const today = localDate(Date.parse(now), order.locations[0]?.timeZone ?? 'UTC');
  return toNumber(poolBalance(order, ledger, today, pool).remaining);
}
