import type { PortalSettings } from '../../../bot/portal/portal-settings.ts';
import { orderWith, rawOrder, TENANT } from '../../support/world.ts';

export const DIRECTORY = 'd0000000-0000-4000-8000-00000000000d';
export const CLIENT = 'c0000000-0000-4000-8000-00000000000c';
export const SUBSCRIPTION = 'b0000000-0000-4000-8000-00000000000b';
export const SERVICE = '5e000000-0000-4000-8000-000000000001';
export const PROBLEM = '9b000000-0000-4000-8000-000000000002';

export const settings: PortalSettings = {
  customers: new Map([
    [
      TENANT,
      { tenantId: TENANT, directory: DIRECTORY, clientId: CLIENT, secret: 'not-a-secret', subscription: SUBSCRIPTION },
    ],
  ]),
  problems: { azure: { service: SERVICE, problem: PROBLEM } },
};

/** The order of the small world, its administrator with an address and a number. */
export const order = orderWith({
  contacts: [
    { ...rawOrder.contacts[0], languages: ['da', 'en'], email: 'ane@foods.example', phone: '+45 00 00 00 00' },
    { ...rawOrder.contacts[1], languages: ['fr'] },
  ],
});
