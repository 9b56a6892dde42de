/** Contacts added and removed. */
import type { Decision } from '../../../src/command/answer.ts';
import { answered, head } from './setting.ts';

const named = {
  name: 'Bo Lund',
  userId: '22222222-2222-4222-8222-222222222222',
  roles: ['administrator', 'contact'],
  locations: ['dk', 'fr'],
  email: 'bo.lund@nordlys.example',
};

export const contacts = {
  askContact: {
    ...answered(
      'contact.add',
      { name: 'Bo Lund', userId: '22222222-2222-4222-8222-222222222222' },
      { ...head, allowed: 'yes', because: [], conditions: ['tell-vendor-of-contacts'], contact: named },
      ['2.8'],
    ),
    status: 'needs-confirmation',
  },
  contactAdded: {
    ...answered(
      'contact.add',
      {},
      { ...head, allowed: 'yes', because: [], conditions: ['tell-vendor-of-contacts'], contact: named },
      ['2.8'],
    ),
    status: 'done',
  },
  lastAdministrator: {
    ...answered('contact.remove', { userId: named.userId }, {}, []),
    status: 'refused',
    because: ['last-administrator'],
  },
  contactRemoved: {
    ...answered(
      'contact.remove',
      {},
      { ...head, allowed: 'yes', because: [], conditions: ['tell-vendor-of-contacts'], contact: named },
      ['2.8'],
    ),
    status: 'done',
  },
} as const satisfies Record<string, Decision>;
