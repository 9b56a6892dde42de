/** The customers, the teams and the desk that the model of an incident's life is held against. */
import type { Desk } from '../../../bot/desk/desk.ts';
import { importSupportTeams } from '../../../bot/desk/support-teams.ts';
import type { Understander } from '../../../bot/understanding/understand.ts';
import type { Store } from '../../../src/store/port.ts';
import { deskOver, takeIn } from '../../support/desk.ts';
import { knowledge } from '../../support/world.ts';

export const TENANT = 'b0000000-0000-4000-8000-000000000001';
export const OTHER_TENANT = 'b0000000-0000-4000-8000-000000000002';
/** A Thursday at noon, so that business time meets the night and a weekend; in winter time to the end. */
export const START = Date.parse('2026-01-08T12:00:00+01:00');

export const orderFor = (tenantId: string, edition: string, id: string) => ({
  format: 'work-order/1',
  id,
  edition,
  customer: { name: 'Model Mills', tenantId, sector: 'commercial' },
  term: { start: '2026-01-01', end: '2026-12-31' },
  structure: 'centralised',
  locations: [
    { id: 'aarhus', role: 'host', country: 'DK', timeZone: 'Europe/Copenhagen', languages: ['da'], holidays: [] },
  ],
  services: [],
  contacts: [
    { name: 'Co', userId: 'contact', roles: ['contact'], locations: ['aarhus'] },
    { name: 'Ad', userId: 'administrator', roles: ['administrator', 'contact'], locations: ['aarhus'] },
    { name: 'St', userId: 'stranger', roles: ['administrator', 'contact'], locations: ['aarhus'] },
  ].filter(({ userId }) => (userId === 'stranger') === (tenantId === OTHER_TENANT)),
});

const teams = {
  format: 'support-teams/1',
  tenantId: TENANT,
  teams: [
    {
      id: 'resolution',
      name: 'Resolution',
      queues: ['problem-resolution'],
      engineers: [{ userId: 'engineer', name: 'En' }],
    },
    {
      id: 'security',
      name: 'Security',
      queues: ['mission-critical-security'],
      engineers: [{ userId: 'otherEngineer', name: 'Ot' }],
    },
  ],
};

/** Commands come with their arguments here: nothing is understood from text. */
const noText: Understander = {
  languageOf: () => 'en',
  understand: () => {
    throw new Error('the model gives commands, no text');
  },
};

/** A desk over the store, which reads no text. */
export const modelDesk = (store: Store): Desk => deskOver(store, { understander: noText, clock: () => START });

/** Takes in a customer under the edition, another one, and the teams. */
export async function furnish(store: Store, edition: string): Promise<void> {
  await takeIn(store, orderFor(TENANT, edition, 'WO-M1'), orderFor(OTHER_TENANT, edition, 'WO-M2'));
  const imported = await importSupportTeams(store, knowledge, teams);
  if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
}
