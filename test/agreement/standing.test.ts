import { describe, expect, test } from '@jest/globals';
import { askerOf } from '../../src/agreement/standing.ts';
import { ADMINISTRATOR, LYON_CONTACT, orderWith, rawOrder } from '../support/world.ts';

const [ane, luc] = rawOrder.contacts;
const NEXT = { id: 'WO-T2', term: { start: '2027-01-01', end: '2027-12-31' } };
const [before, after] = ['2026-12-31T23:30:00+01:00', '2027-01-01T00:30:00+01:00'].map(Date.parse) as [number, number];

describe('who is who when an agreement is renewed', () => {
  const renewed = [orderWith(), orderWith({ ...NEXT, contacts: [{ ...ane, roles: ['contact'] }] })];
  const at = (now: number, user: string) => askerOf(user, undefined, renewed, [], now);

  test('says the order in force, from its first moment', () => {
    expect(at(before, LYON_CONTACT)).toMatchObject({ roles: ['contact'], locations: ['lyon'] });
    expect(at(after, LYON_CONTACT)).toMatchObject({ roles: ['customer'], locations: [] });
    expect(at(before, ADMINISTRATOR).roles).toEqual(['administrator', 'contact']);
    expect(at(after, ADMINISTRATOR).roles).toEqual(['contact']);
  });

  test('says the old order still for locations that were not renewed', () => {
    const odense = orderWith({
      ...NEXT,
      locations: rawOrder.locations.slice(0, 1),
      services: [],
      contacts: [{ ...ane, locations: ['odense'] }],
    });
    const asker = askerOf(ADMINISTRATOR, undefined, [orderWith({ contacts: [ane, luc] }), odense], [], after);
    expect(asker.locations).toEqual(['lyon', 'osaka', 'odense']);
    expect(askerOf(LYON_CONTACT, undefined, [orderWith(), odense], [], after).locations).toEqual(['lyon']);
  });

  test('says the only order also when it is over', () => {
    expect(askerOf(LYON_CONTACT, undefined, [orderWith()], [], after).roles).toEqual(['contact']);
  });
});
