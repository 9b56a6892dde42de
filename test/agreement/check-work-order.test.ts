import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkWorkOrder, unknownMembers } from '../../src/agreement/check-work-order.ts';
import { knowledge, LYON_CONTACT, type RawOrder, rawOrder } from '../support/world.ts';

const checked = (change: RawOrder) => checkWorkOrder({ ...structuredClone(rawOrder), ...change }, knowledge);

function faultsOf(change: RawOrder): readonly string[] {
  const result = checked(change);
  return result.ok ? [] : result.failure.map(({ path, problem }) => `${path}: ${problem}`);
}

describe('a work order is taken', () => {
  test('when everything in it is defined and known', () => {
    expect(checked({})).toMatchObject({ ok: true, value: { id: 'WO-T1', severityClock: 'forward' } });
  });

  test('without a host when it is the decentralised order of one country', () => {
    const [, , osaka] = rawOrder.locations;
    expect(faultsOf({ structure: 'decentralised', locations: [osaka], services: [], contacts: [] })).toEqual([]);
  });

  test('with members that the desk does not know, which are named', () => {
    const result = checked({ colour: 'blue' });
    expect(result.ok && unknownMembers(result.value)).toEqual(['colour']);
  });
});

describe('a work order is refused whole, each fault with its path', () => {
  const [host, lyon] = rawOrder.locations;
  const [contact] = rawOrder.contacts;

  test.each<[string, RawOrder, string]>([
    [
      'a reversed term',
      { term: { start: '2026-12-31', end: '2026-01-01' } },
      'term: ends on 2026-01-01, before it starts on 2026-12-31',
    ],
    ['an unknown edition', { edition: 'unified-2031-01' }, 'edition: unified-2031-01 is unknown'],
    [
      'an unknown service',
      { services: [{ service: 'coffee-service', location: 'odense' }] },
      'services[0].service: coffee-service is no service of the catalogue',
    ],
    [
      'a service of another edition',
      { services: [{ service: 'premier-ultimate', location: 'odense' }] },
      'services[0].service: unified-2025-01 has no service premier-ultimate',
    ],
    [
      'two hosts',
      { locations: [host, { ...lyon, role: 'host' }, rawOrder.locations[2]] },
      'locations: has 2 hosts (odense, lyon); a work order has one',
    ],
    [
      'no host in a centralised order',
      { locations: [{ ...host, role: 'downstream' }, lyon, rawOrder.locations[2]] },
      'locations: has no host',
    ],
    [
      'a rate in hours where services are paid for in credits',
      { rateCard: [{ service: 'workshops', hours: 8 }] },
      'rateCard[0].hours: unified-2025-01 takes no hours for services; a rate is in credits',
    ],
    [
      'a rate in both',
      { rateCard: [{ service: 'workshops', credits: 8, hours: 8 }] },
      'rateCard[0]: must say either credits or hours',
    ],
    ['a rate in neither', { rateCard: [{ service: 'workshops' }] }, 'rateCard[0]: must say either credits or hours'],
    [
      'a service at a location that is not defined',
      { services: [{ service: 'azure-rapid-response', location: 'atlantis' }] },
      'services[0].location: atlantis is not among the locations (odense, lyon, osaka)',
    ],
    [
      'a contact at a location that is not defined',
      { contacts: [{ ...contact, locations: ['odense', 'atlantis'] }] },
      'contacts[0].locations[1]: atlantis is not among the locations',
    ],
    [
      'a unit that the service does not have',
      { services: [{ service: 'proactive-credits', location: 'odense', quantity: 3, unit: 'hours' }] },
      'services[0].unit: proactive-credits is counted in credits, not in hours',
    ],
    [
      'a contact twice',
      { contacts: [contact, { ...contact, name: 'Again' }] },
      `contacts[1].userId: ${contact.userId} is already contact 1`,
    ],
    [
      'a location twice',
      { locations: [host, lyon, rawOrder.locations[2], lyon] },
      'locations[3].id: lyon is defined twice',
    ],
    [
      'an invented time zone',
      { locations: [{ ...host, timeZone: 'Europe/Atlantis' }, lyon, rawOrder.locations[2]] },
      'locations[0].timeZone: Europe/Atlantis is no IANA time zone',
    ],
    [
      'more flex than there is',
      { flexAllowance: { amount: 10, currency: 'USD', allocations: [{ to: 'proactive-credits', amount: 11 }] } },
      'flexAllowance.allocations: add up to 11, more than the allowance of 10',
    ],
    [
      'a product that nobody knows',
      { services: [{ service: 'enhanced-designated-engineering', location: 'odense', products: ['frobnicator'] }] },
      'services[0].products[0]: frobnicator is no product that the desk knows',
    ],
    ['an approval without an amount', { approval: { above: {} } }, 'approval.above: names no amount'],
    [
      'an approval in a unit that nothing is counted in',
      { approval: { above: { apples: 3 } } },
      'approval.above.apples: apples is neither a unit',
    ],
    [
      'an approval in a currency without a rate',
      { approval: { above: { JPY: 3 } } },
      'approval.above.JPY: JPY is neither a unit',
    ],
    ['an approval below nothing', { approval: { above: { credits: -1 } } }, 'approval.above.credits:'],
    ['a date that does not exist', { term: { start: '2026-02-30', end: '2026-12-31' } }, 'term.start:'],
    [
      'a tenant that is no GUID',
      { customer: { name: 'X', tenantId: 'acme' } },
      'customer.tenantId: must be a tenant id (a GUID)',
    ],
    ['an unknown role', { contacts: [{ ...contact, roles: ['king'] }] }, 'contacts[0].roles[0]:'],
    [
      'a country that is no code',
      { locations: [{ ...host, country: 'Denmark' }, lyon, rawOrder.locations[2]] },
      'locations[0].country: must be an ISO 3166-1 alpha-2 country code such as DK',
    ],
  ])('%s', (_what, change, fault) => {
    expect(faultsOf(change)).toEqual(expect.arrayContaining([expect.stringContaining(fault)]));
  });

  test('all faults at once, so that one look mends the file', () => {
    const faults = faultsOf({
      term: { start: '2026-12-31', end: '2026-01-01' },
      services: [{ service: 'coffee-service', location: 'atlantis' }],
      contacts: [
        { ...contact, userId: LYON_CONTACT },
        { ...contact, userId: LYON_CONTACT },
      ],
    });
    expect(faults).toHaveLength(4);
  });
});

test('the example of the documentation is taken, where the locations have a rate in its currency', () => {
  const page = readFileSync(new URL('../../docs/approval.md', import.meta.url), 'utf8');
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  const locations = rawOrder.locations.map((location) => ({
    ...location,
    creditRate: { currency: 'EUR', perCredit: 100 },
  }));
  const checked = checkWorkOrder({ ...rawOrder, locations, ...JSON.parse(example) }, knowledge);
  expect(checked).toMatchObject({ ok: true, value: { approval: { above: { credits: 50 }, lapsesAfterDays: 5 } } });
});
